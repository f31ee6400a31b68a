//! Causatives that no row lists. They have one shape, so that their infinitive is
//! known all the same: نقاند and دەنقێنێت are of نقاندن.

use super::letters::has_letters;
use super::verb::{POST, PREVERBS, is_moodless};
use super::verb_forms::Stems;
use super::verb_table::VerbTable;

/// What ends the stems of a causative, and the class of these stems.
const STEM_ENDS: [(&str, Stems); 7] = [
    ("اند", Stems::PAST_CLOSED),
    ("ێن", Stems::PRESENT),
    ("ێنرا", Stems::PAST_OPEN),
    ("ێندرا", Stems::PAST_OPEN),
    ("اندرا", Stems::PAST_OPEN),
    ("ێنرێ", Stems::PASSIVE),
    ("ێندرێ", Stems::PASSIVE),
];

/// Calls `emit` with each infinitive, perhaps more than once, of which a folded word
/// may be a form if it is one of a causative.
pub(super) fn each_causative(word: &str, emit: &mut dyn FnMut(String)) {
    for (end, ending) in VerbTable::get().forms.endings.ending_at(word, word.len()) {
        for (stem_end, stems) in STEM_ENDS {
            let Some(root) = word[..end].strip_suffix(stem_end) else { continue };
            for (uses, post) in [(ending.plain, ""), (ending.again, POST)] {
                if uses.meet(stems) {
                    each_root(root, stems, &mut |parts| {
                        emit([&parts[..], &["اندن", post]].concat().concat())
                    });
                }
            }
        }
    }
}

/// Calls `emit` with the preverb, if there is one, and the root of a stem, for each
/// sign of mood and clitic that may stand between them.
fn each_root(before: &str, stems: Stems, emit: &mut dyn FnMut([&str; 2])) {
    let prefixes = &VerbTable::get().forms.prefixes;
    for preverb in PREVERBS.into_iter().chain([""]) {
        let Some(rest) = before.strip_prefix(preverb) else { continue };
        for (at, _) in rest.char_indices().rev() {
            let (prefix, root) = rest.split_at(at);
            let fits = |(start, allowed): (usize, &Stems)| start == 0 && allowed.meet(stems);
            // Without mood there is only the past, and a clitic only behind a preverb.
            let past = stems.meet(Stems::PAST) && (prefix.is_empty() || !preverb.is_empty());
            let is_root = has_letters(root, 2) && !root.starts_with(['ە', 'ی']);
            if is_root && (past || !is_moodless(prefix)) && prefixes.ending_at(prefix, at).any(fits)
            {
                emit([preverb, root]);
            }
        }
    }
}
