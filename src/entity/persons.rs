//! Surnames: a person who has been named in full goes on by the last word, or,
//! where somebody else in the article has that too, by the first.

use super::class::Class;
use super::file::LabelKind;
use super::key::{Beginning, Key};
use super::matcher::{Endings, Found, Reading};
use super::pack::Pack;
use super::pieces::Piece;
use crate::order::sort_by;

/// A person's last or first word, from where the full name stands on.
struct Surname {
    key: Key,
    entity: u32,
    /// The pieces at which the full name begins and ends.
    first: usize,
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
    let mut surnames: Vec<Surname> = named
        .iter()
        .filter(|(_, entity)| pack.index().traits(*entity).class == Class::Person)
        .filter_map(|(number, entity)| surname(pieces, &found[*number], *entity))
        .collect();
    if surnames.is_empty() {
        return;
    }
    add_first_names(pieces, &mut surnames);
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
                // A label found loosely says less than the surname as it is spelled.
                let new = |reading: &Reading| {
                    !listed.iter().any(|r| r.entity == reading.entity && r.exact)
                };
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
    let name = last.beginnings.iter().find(|beginning| beginning.length == reading.length)?;
    let double_yeh = reading.double_yeh;
    Some(Surname {
        key: name.alone,
        entity,
        first: found.pieces.start,
        from: found.last(),
        double_yeh,
    })
}

/// Adds the first names of those who share a surname: هەنتەر, of هەنتەر بایدن beside
/// جۆ بایدن.
fn add_first_names(pieces: &[Piece], surnames: &mut Vec<Surname>) {
    let shared = |one: &Surname| {
        surnames.iter().any(|other| other.key == one.key && other.entity != one.entity)
    };
    let first = |one: &Surname| {
        let key = pieces[one.first].beginnings.last()?.alone;
        Some(Surname { key, double_yeh: false, ..*one })
    };
    let firsts: Vec<Surname> =
        surnames.iter().filter(|one| shared(one)).filter_map(first).collect();
    surnames.extend(firsts);
}

fn readings(piece: &Piece, surnames: &[Surname], at: usize) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut endings = Endings::of(piece);
    for &Beginning { length, alone, .. } in &piece.beginnings {
        for surname in surnames.iter().filter(|s| s.key == alone && s.from < at) {
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
