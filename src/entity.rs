//! Who and what an article names.
//!
//! A newsroom writes a file of entities (`file.rs`), builds a pack of it
//! (`pack.rs`), and every article finds its mentions (`matcher.rs`, which
//! entity a name stands for: `linking.rs`).

mod checksum;
mod class;
mod context;
mod cues;
mod file;
mod key;
mod label_index;
mod lexical;
mod linking;
mod lookup;
mod matcher;
mod pack;
mod persons;
mod pieces;
mod reading;
mod records;
mod relatedness;

pub use file::{Entity, Label, LabelKind, MatchRule, Problem, read_entities};
pub use linking::{mentions, nested_mentions};
pub use matcher::{Mention, Via};
pub use pack::{FORMAT_VERSION, LargePackBuilder, Pack};
pub use records::RecordFile;
