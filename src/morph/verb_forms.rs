//! What stands before and after a verb's stem, as tables of strings.
//!
//! Before: negation, mood, the additive and a clitic (نەیاندە-). After: person
//! or clitic, tense, ەوە and the directional ە (-ووەتەوە). Both are built by
//! composition, in the spelling of the fold, where ی before ی is one.

use super::suffixes::Suffixes;

/// The person endings of present and intransitive past.
const PERSONS: [&str; 5] = ["م", "یت", "ی", "ین", "ن"];
/// The clitics: agent of a transitive past, else object.
const CLITICS: [&str; 6] = ["م", "ت", "ی", "مان", "تان", "یان"];

/// Which stems an ending or prefix goes with; a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Stems(pub(super) u8);

impl Stems {
    /// Past stems in a consonant (کرد).
    pub(super) const PAST_CLOSED: Stems = Stems(1);
    /// Past stems in ا or ی, the passive included (سووتا, کڕی, کرا).
    pub(super) const PAST_OPEN: Stems = Stems(2);
    /// Past stems in وو (بوو).
    pub(super) const PAST_WAW: Stems = Stems(4);
    /// Present stems (نووس, ڵێ).
    pub(super) const PRESENT: Stems = Stems(8);
    /// Present stems in ە (کە).
    pub(super) const PRESENT_E: Stems = Stems(16);
    /// The whole third person singular (کات).
    pub(super) const THIRD: Stems = Stems(32);
    /// The present of the passive (کرێ).
    pub(super) const PASSIVE: Stems = Stems(64);

    /// Past stems in وو before the ۆ of the perfect (بۆتە, چۆتەوە).
    pub(super) const PAST_ROUND: Stems = Stems(128);

    pub(super) const PAST: Stems = Stems(1 | 2 | 4);
    pub(super) const NON_PAST: Stems = Stems(8 | 16 | 32 | 64);
    pub(super) const ANY: Stems = Stems(255);

    pub(super) const fn or(self, other: Stems) -> Stems {
        Stems(self.0 | other.0)
    }

    pub(super) const fn only(self, other: Stems) -> Stems {
        Stems(self.0 & other.0)
    }

    pub(super) fn meet(self, other: Stems) -> bool {
        self.0 & other.0 != 0
    }
}

/// What an ending says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct EndingUse {
    /// The stems that take it as it is.
    pub plain: Stems,
    /// The stems after which it holds the postverb ەوە.
    pub again: Stems,
}

/// The strings around stems.
pub(super) struct Forms {
    pub endings: Suffixes<EndingUse>,
    pub prefixes: Suffixes<Stems>,
}

impl Forms {
    pub(super) fn build() -> Forms {
        let mut forms = Forms { endings: Suffixes::new(), prefixes: Suffixes::new() };
        forms.simple_past();
        forms.perfect();
        forms.remote_past();
        forms.present();
        forms.passive_present();
        forms.before_stems();
        forms
    }

    fn ending(&mut self, letters: &str, stems: Stems) {
        self.endings.entry(letters).plain.0 |= stems.0;
    }

    fn again(&mut self, letters: &str, stems: Stems) {
        self.endings.entry(letters).again.0 |= stems.0;
    }

    /// An ending with and without ەوە and with the directional ە.
    fn family(&mut self, letters: &str, stems: Stems) {
        self.ending(letters, stems);
        self.ending(&format!("{letters}ە"), stems);
        self.again(&format!("{letters}ەوە"), stems);
    }

    /// کردم, کردیان, کردیشیان, هێنایشی, هاتیشن, بردنی; چوومە, کردیەوە.
    fn simple_past(&mut self) {
        self.ending("", Stems::PAST);
        self.ending("ە", Stems(1 | 4));
        self.ending("یە", Stems::PAST_OPEN);
        self.again("ەوە", Stems::PAST);
        self.again("یەوە", Stems::PAST_OPEN);
        self.again("وە", Stems::PAST_WAW);
        for person in PERSONS {
            self.family(person, Stems::PAST);
            for clitic in CLITICS {
                self.family(&format!("{person}{clitic}"), Stems::PAST);
                self.family(&format!("{clitic}{person}"), Stems::PAST);
            }
        }
        for clitic in CLITICS {
            self.family(clitic, Stems::PAST);
            self.family(&format!("ش{clitic}"), Stems::PAST_OPEN);
            self.ending(&format!("{clitic}ێ"), Stems::PAST);
        }
        for person in ["یت", "ین", "ن"].into_iter().chain(CLITICS) {
            self.family(&format!("یش{person}"), Stems::PAST);
        }
    }

    /// کردووە, کردوویانە, کردوویشیانە, کردوویەتی, کراونەتەوە; داوەتە.
    fn perfect(&mut self) {
        self.ending("تە", Stems::PAST_ROUND);
        self.again("تەوە", Stems::PAST_ROUND);
        // A single و after a consonant is a common slip.
        for (sign, stems) in
            [("وو", Stems::PAST_CLOSED), ("و", Stems(1 | 2)), ("", Stems::PAST_WAW)]
        {
            for person in ["", "م", "یت", "ین", "ن", "ت", "مان", "تان", "یان"] {
                let base = format!("{sign}{person}");
                self.ending(&format!("{base}ە"), stems);
                self.ending(&format!("{base}ەتە"), stems);
                self.again(&format!("{base}ەتەوە"), stems);
                if !person.is_empty() {
                    self.ending(&base, stems);
                    self.again(&format!("{base}ەوە"), stems);
                }
            }
            for person in ["م", "ین", "ن"] {
                for clitic in CLITICS {
                    self.ending(&format!("{sign}{person}{clitic}"), stems);
                }
            }
            for letters in ["ۆتە", "یەتە"] {
                self.ending(&format!("{}{letters}", sign.trim_end_matches('و')), stems);
                self.again(&format!("{}{letters}وە", sign.trim_end_matches('و')), stems);
            }
            for additive in ["یش", "ش"] {
                self.ending(&format!("{sign}{additive}یەتی"), stems);
                self.ending(&format!("{sign}{additive}یانە"), stems);
            }
            self.again(&format!("{sign}یەتەوە"), stems);
            self.ending(&format!("{sign}یەتی"), stems);
            self.ending(&format!("{sign}یەتیە"), stems);
            self.again(&format!("{sign}یەتیەوە"), stems);
            for person in PERSONS {
                self.ending(&format!("{sign}یەتی{person}"), stems);
            }
        }
    }

    /// کردبوو, کردبوویان; کردبێت; بکردایە, بکردبا.
    fn remote_past(&mut self) {
        self.family("بوو", Stems::PAST);
        self.family("بو", Stems::PAST);
        for person in PERSONS.into_iter().chain(CLITICS) {
            self.family(&format!("بوو{person}"), Stems::PAST);
            self.family(&format!("بو{person}"), Stems::PAST);
            self.ending(&format!("{person}ایە"), Stems::PAST);
            self.again(&format!("{person}ایەوە"), Stems::PAST);
            self.family(&format!("بێت{person}"), Stems::PAST);
        }
        for ending in ["بێت", "بێ", "بم", "بیت", "بین", "بن"] {
            self.family(ending, Stems::PAST);
        }
        for ending in ["ایە", "یایە", "بایە", "با", "بووایە", "ابا"] {
            self.ending(ending, Stems::PAST);
            self.again(&format!("{ending}وە"), Stems::PAST);
        }
    }

    /// دەنووسم, دەنووسێتەوە; دەکەن, بکە, بکەرەوە; دەکات, دەکاتەوە.
    fn present(&mut self) {
        for person in PERSONS {
            self.family(person, Stems(8 | 16));
            for clitic in CLITICS {
                self.family(&format!("{person}{clitic}"), Stems(8 | 16));
            }
        }
        self.family("ێت", Stems::PRESENT);
        self.family("ێ", Stems::PRESENT);
        self.family("ێن", Stems::PRESENT);
        self.family("", Stems(8 | 32));
        self.ending("", Stems::PRESENT_E);
        self.ending("رێ", Stems::PRESENT_E);
        self.again("رەوە", Stems(8 | 16));
        self.again("تەوە", Stems::THIRD);
        for clitic in CLITICS {
            self.family(&format!("ێت{clitic}"), Stems::PRESENT);
            self.family(clitic, Stems::THIRD);
            self.ending(&format!("ە{clitic}"), Stems::PRESENT);
        }
    }

    /// دەکرێت, دەکرێنەوە.
    fn passive_present(&mut self) {
        self.ending("", Stems::PASSIVE);
        self.family("ت", Stems::PASSIVE);
        for person in PERSONS {
            self.family(person, Stems::PASSIVE);
        }
    }

    /// دە, نەیاندە, نایش, دەیشی, دەمیش, بی …
    fn before_stems(&mut self) {
        const SIGNS: [(&str, Stems); 10] = [
            ("", Stems::ANY),
            ("دە", Stems::ANY),
            ("ئە", Stems::ANY),
            ("ب", Stems::ANY),
            ("نە", Stems::ANY),
            ("نا", Stems::NON_PAST),
            ("مە", Stems::NON_PAST),
            ("نەدە", Stems::PAST),
            ("نەئە", Stems::PAST),
            ("نەب", Stems::PAST),
        ];
        self.prefix("د", Stems::NON_PAST);
        for (sign, stems) in SIGNS {
            let additives: &[&str] = match sign {
                "" => &["", "ش"],
                "ب" | "نەب" => &["", "یش"],
                _ => &["", "ش", "یش"],
            };
            for clitic in CLITICS.into_iter().chain([""]) {
                for additive in additives {
                    self.prefix(&format!("{sign}{additive}{clitic}"), stems);
                }
                if !sign.is_empty() {
                    self.prefix(&format!("{sign}{clitic}یش"), stems);
                }
            }
        }
        self.clitics_before_mood();
    }

    /// نەیدەکرد, نەماندەکرد: a clitic parts negation and mood.
    fn clitics_before_mood(&mut self) {
        for clitic in CLITICS {
            for mood in ["دە", "ئە", "ب"] {
                self.prefix(&format!("نە{clitic}{mood}"), Stems::ANY);
                self.prefix(&format!("نەش{clitic}{mood}"), Stems::ANY);
            }
        }
    }

    fn prefix(&mut self, letters: &str, stems: Stems) {
        self.prefixes.entry(letters).0 |= stems.0;
    }
}
