//! The verb tables of `seeds/`, without what rules give.

use std::fmt::Write as _;
use std::path::Path;

use crate::words::rows;

/// The forms that no rule yields, as `form infinitive`.
pub fn irregular(seeds: &Path) -> String {
    rows(&seeds.join("irregular_verbs.tsv")).join("\n")
}

/// The verb table without what rules give: `past present third passive again`,
/// empty where the rule holds (`src/morph/verb_table.rs`), the stems being
/// spellings joined by `|`, and `again` being `+` where the plain verb with ەوە
/// is a verb of its own.
pub fn table(seeds: &Path) -> String {
    let compounds = rows(&seeds.join("compound_verbs.tsv"));
    let again: Vec<&str> = compounds
        .iter()
        .map(|row| row.split('\t').collect::<Vec<&str>>())
        .filter(|f| f[1] == "-" && f[3] == "ەوە")
        .map(|f| f[2])
        .collect();
    let mut out = String::new();
    for row in rows(&seeds.join("verbs.tsv")) {
        let [infinitive, past, present, third, passive, _] =
            row.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("seeds/verbs.tsv: not six fields: {row}")
        };
        let first = past.split('|').next().unwrap_or_default();
        assert_eq!(infinitive, format!("{first}ن"), "seeds/verbs.tsv: the past of {infinitive}");
        let third = if third == regular_third(present) { "" } else { third };
        let passive = shortened_passive(passive, present);
        let present = if present == regular_present(first) { "" } else { present };
        let is_again = past.split('|').any(|past| again.contains(&&*format!("{past}ن")));
        let again = if is_again { "+" } else { "" };
        writeln!(out, "{past}\t{present}\t{third}\t{passive}\t{again}").expect("a string");
    }
    out
}

/// `1` or `2` if the passive is the present stem with را, or with را or درا;
/// empty if there is none.
fn shortened_passive<'a>(passive: &'a str, present: &str) -> &'a str {
    let stem = present.trim_end_matches('ێ');
    if passive == "-" {
        ""
    } else if passive == format!("{stem}را") {
        "1"
    } else if passive == format!("{stem}را|{stem}درا") {
        "2"
    } else {
        passive
    }
}

/// گەیاند gives گەیێن, بڕی gives بڕ.
fn regular_present(past: &str) -> String {
    match past.strip_suffix("اند") {
        Some(stem) => format!("{stem}ێن"),
        None => past.strip_suffix('ی').unwrap_or_default().to_owned(),
    }
}

/// نووس gives نووسێت and نووسێ.
fn regular_third(present: &str) -> String {
    let forms = present.split('|').flat_map(|stem| {
        let stem = stem.strip_suffix('ێ').unwrap_or(stem);
        [format!("{stem}ێت"), format!("{stem}ێ")]
    });
    forms.collect::<Vec<String>>().join("|")
}
