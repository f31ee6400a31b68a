//! Surnames: a person who has been named in full goes on by the last word.

use super::class::Class;
use super::file::LabelKind;
use super::key::Key;
use super::matcher::{Found, Reading};
use super::pack::Pack;
use super::pieces::Piece;
use crate::morph::name_bases;

/// A person's last word, from where the full name stands on.
struct Surname {
    key: Key,
    entity: u32,
    /// The piece at which the full name ends.
    from: usize,
    double_yeh: bool,
}

/// Adds to `found` the places where the last word of a person's full name
/// stands after that name, in `named` as `(found, entity)`.
pub(super) fn add_surnames(
    pack: &Pack,
    pieces: &[Piece],
    found: &mut Vec<Found>,
    named: &[(usize, u32)],
) {
    let surnames: Vec<Surname> = named
        .iter()
        .filter(|(_, entity)| pack.index().traits(*entity).class == Class::Person)
        .filter_map(|(number, entity)| surname(pieces, &found[*number], *entity))
        .collect();
    if surnames.is_empty() {
        return;
    }
    for at in 0..pieces.len() {
        let readings = readings(&pieces[at], &surnames, at);
        if readings.is_empty() {
            continue;
        }
        match found.iter_mut().find(|f| f.pieces == (at..at + 1)) {
            Some(found) => {
                for reading in readings {
                    if !found.readings.iter().any(|r| r.entity == reading.entity) {
                        found.readings.push(reading);
                    }
                }
            }
            None => found.push(Found { pieces: at..at + 1, readings }),
        }
    }
    found.sort_by_key(|f| (f.pieces.start, usize::MAX - f.pieces.end));
}

fn surname(pieces: &[Piece], found: &Found, entity: u32) -> Option<Surname> {
    let reading = found.readings.iter().find(|reading| reading.entity == entity)?;
    let last = &pieces[found.last()];
    let key = last.spelled.last(Key::EMPTY, reading.length);
    Some(Surname { key, entity, from: found.last(), double_yeh: reading.double_yeh })
}

fn readings(piece: &Piece, surnames: &[Surname], at: usize) -> Vec<Reading> {
    let bases =
        name_bases(&piece.word).into_iter().map(str::len).filter(|&length| length < piece.host);
    let mut lengths = vec![piece.word.len(), piece.host];
    lengths.extend(bases);
    lengths.dedup();
    let mut readings: Vec<Reading> = Vec::new();
    for length in lengths {
        let key = piece.spelled.last(Key::EMPTY, length);
        for surname in surnames.iter().filter(|s| s.key == key && s.from < at) {
            if !readings.iter().any(|r| r.entity == surname.entity) {
                readings.push(Reading {
                    entity: surname.entity,
                    kind: LabelKind::Short,
                    length,
                    exact: true,
                    double_yeh: surname.double_yeh,
                });
            }
        }
    }
    readings
}
