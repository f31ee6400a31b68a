//! Who and what an article names.
//!
//! A newsroom writes a file of entities (`json.rs`), builds a pack of it
//! (`pack.rs`), and every article finds its mentions (`matcher.rs`, which
//! entity a name stands for: `linking.rs`).

mod checksum;
mod class;
mod context;
mod cues;
mod file;
#[cfg(not(target_arch = "wasm32"))]
mod json;
mod key;
mod label_index;
mod large_pack;
mod lexical;
mod linking;
mod lookup;
mod matcher;
mod names;
mod pack;
mod pack_file;
mod persons;
mod pieces;
mod reading;
mod record;
mod records;
mod relatedness;

pub use file::{Entity, Label, LabelKind, MatchRule};
#[cfg(not(target_arch = "wasm32"))]
pub use json::{Problem, read_entities};
pub use large_pack::LargePackBuilder;
pub use linking::{mentions, nested_mentions};
pub use lookup::BEGINNING;
pub use matcher::{Mention, Via};
pub use names::{name_blocks, names_near};
pub use pack::Pack;
pub use pack_file::FORMAT_VERSION;
pub use records::RecordFile;
