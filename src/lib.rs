//! The Sorani reading engine: Central Kurdish (`ckb`) text, segmented, stemmed,
//! searched and linked to entities, with exact offsets into the text as it was
//! typed. One crate, compiled twice: to WebAssembly as the heart of
//! `<sorani-reader>`, and as the command line of the same name.
//!
//! ```
//! use sorani_reader::document::Document;
//! use sorani_reader::entity::{Pack, read_entities};
//! use sorani_reader::search::{Mode, Tier};
//!
//! let article = Document::new("کازمی گەیشتە ئەمریکا. لە ئەمریکاوە دەگەڕێتەوە.");
//!
//! // A word is found in every form, and only its letters are marked.
//! let found = article.search("ئەمریکا", Mode::Smart, None);
//! assert_eq!(found.len(), 2);
//! assert_eq!(found[1].tier, Tier::Inflected);
//! assert_eq!(found[1].span.of(article.text()), "ئەمریکا");
//!
//! // A mention takes in its ending; `core_end` is where the bare name ends.
//! let file = r#"{"@id": "us", "@type": "Country", "name": {"ckb": "ئەمریکا"}}"#;
//! let (entities, problems) = read_entities(file);
//! assert!(problems.is_empty());
//! let mentions = article.mentions(&Pack::from_entities(entities));
//! assert_eq!(mentions[1].span.of(article.text()), "ئەمریکاوە");
//! assert_eq!(&article.text()[mentions[1].span.start..mentions[1].core_end], "ئەمریکا");
//! ```
//!
//! # Reading order
//!
//! [`span`], [`offsets`] and [`error`] are the words that the rest speaks in.
//! [`flat`] makes the flat text of an HTML article; [`fold`] gives every
//! spelling of a word one form, with a map back; [`segment`] cuts the fold into
//! paragraphs, sentences and tokens; [`morph`] says which dictionary word a
//! form belongs to; [`latin`] writes Sorani in Latin letters and back;
//! [`search`] and [`entity`] answer the reader. [`document`] is the one facade
//! over them. Only for the browser, `dom` and `wasm` translate to and from
//! JavaScript.
//!
//! # Invariants
//!
//! - Public spans are half-open ranges of UTF-8 bytes of the flat text, on
//!   character boundaries, rounded outward to whole ligatures.
//! - Reading text never fails and is linear in its length. Only loading a pack
//!   or an entity file can fail, with a message that says what and where.
//! - The core knows neither the DOM nor the command line nor the network.

#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
#![deny(missing_docs)]

mod bytes;
pub mod document;
pub mod entity;
pub mod error;
pub mod flat;
pub mod fold;
pub mod latin;
pub mod morph;
pub mod offsets;
mod order;
pub mod search;
pub mod segment;
pub mod span;

#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod wasm;
