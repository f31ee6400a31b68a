//! The verb tables of `seeds/`, without what rules give.

use std::fmt::Write as _;
use std::path::Path;

use crate::words::rows;

/// The forms that no rule yields, as `form infinitive`.
pub fn irregular(seeds: &Path) -> String {
    rows(&seeds.join("irregular_verbs.tsv")).join("\n")
}

/// The verb table without what rules give: `past present third passive again`,
/// empty where the rule holds (`src/morph/verb_table.rs`), `again` being `+`
/// where the plain verb with ەوە is a verb of its own.
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
        assert_eq!(infinitive, format!("{past}ن"), "seeds/verbs.tsv: the past of {infinitive}");
        let third = if third == regular_third(present) { "" } else { third };
        let passive = if passive == "-" { "" } else { passive };
        let again = if again.contains(&infinitive) { "+" } else { "" };
        writeln!(out, "{past}\t{present}\t{third}\t{passive}\t{again}").expect("a string");
    }
    out
}

/// نووس gives نووسێت and نووسێ.
fn regular_third(present: &str) -> String {
    let forms = present.split('|').flat_map(|stem| {
        let stem = stem.strip_suffix('ێ').unwrap_or(stem);
        [format!("{stem}ێت"), format!("{stem}ێ")]
    });
    forms.collect::<Vec<String>>().join("|")
}
