//! Surnames: a person who has been named in full goes on by the last word.

use super::class::Class;
use super::file::LabelKind;
use super::key::Key;
use super::matcher::{Endings, Found, Reading};
use super::pack::Pack;
use super::pieces::Piece;
use crate::order::sort_by;

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
    let singles: Vec<(usize, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, f)| f.is_single())
        .map(|(n, f)| (f.pieces.start, n))
        .collect();
    for (at, piece) in pieces.iter().enumerate() {
        let readings = readings(piece, &surnames, at);
        let single = singles.binary_search_by_key(&at, |(piece, _)| *piece);
        match single {
            _ if readings.is_empty() => {}
            Ok(single) => {
                let listed = &mut found[singles[single].1].readings;
                let new = |reading: &Reading| !listed.iter().any(|r| r.entity == reading.entity);
                let new: Vec<Reading> = readings.into_iter().filter(new).collect();
                listed.extend(new);
            }
            Err(_) => found.push(Found { pieces: at..at + 1, readings }),
        }
    }
    let rank = |f: &Found| (f.pieces.start, usize::MAX - f.pieces.end);
    sort_by(found, |a, b| rank(a).cmp(&rank(b)));
}

fn surname(pieces: &[Piece], found: &Found, entity: u32) -> Option<Surname> {
    let reading = found.readings.iter().find(|reading| reading.entity == entity)?;
    let last = &pieces[found.last()];
    let key = last.spelled.last(Key::EMPTY, &last.word, reading.length);
    Some(Surname { key, entity, from: found.last(), double_yeh: reading.double_yeh })
}

fn readings(piece: &Piece, surnames: &[Surname], at: usize) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut endings = Endings::of(piece);
    for &(length, key) in &piece.names {
        for surname in surnames.iter().filter(|s| s.key == key && s.from < at) {
            let new = !readings.iter().any(|r| r.entity == surname.entity && r.length == length);
            if new && endings.allow(length) {
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
