//! Words around a name that tell what sort of thing it names.

use std::sync::OnceLock;

use super::class::{Class, Classes};
use crate::fold::fold_str;
use crate::order::sort_by;

/// What a word before a name says of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// What is named if the word stands bare before it (سەرۆک بارزانی).
    pub bare: Classes,
    /// What is named if the izafe ties them (شاری هەولێر).
    pub izafe: Classes,
}

const STATE: Classes = Classes::of(&[Class::Country, Class::Region]);
const SETTLEMENT: Classes = Classes::of(&[Class::City]);
const REGION: Classes = Classes::of(&[Class::Region]);
const PARTY: Classes = Classes::of(&[Class::Party]);
/// What has members, a head and a spokesman. A paper or channel has them too, but most are called
/// by a common word (سەرۆکی هەرێم, not of the paper هەرێم).
const LED: Classes =
    Classes::of(&[Class::Office, Class::Party, Class::Company, Class::Sport, Class::Body])
        .or(STATE);

/// `(words, meaning bare, meaning with izafe)`.
static ROWS: &[(&str, Classes, Classes)] = &[
    ("وڵات دەوڵەت شانشین میرنشین پایتەخت هەڵبژاردە", Classes::NONE, Classes::of(&[Class::Country])),
    ("کۆمار ئیمپراتۆریەت", Classes::NONE, Classes::of(&[Class::Country])),
    ("شار شارۆچکە شارەدێ گوند لادێ گەڕەک کەمپ ئۆردوگا", Classes::NONE, SETTLEMENT),
    ("قەزا ناحیە دەڤەر ناوچە قائیمقام", Classes::NONE, SETTLEMENT.or(REGION)),
    ("پارێزگا هەرێم ویلایەت ئوستان پارێزگار ئیدارە", Classes::NONE, REGION),
    (
        "باشوور باکوور ڕۆژهەڵات ڕۆژئاوا ناوەڕاست دانیشتووان هاووڵاتیان خەڵک خاک سنوور",
        Classes::NONE,
        Classes::PLACES,
    ),
    (
        "ڕووبار زێ زەریا ئۆقیانووس دەریا دەریاچە کەنداو چەم ئاو کەناڕ گەروو",
        Classes::NONE,
        Classes::of(&[Class::Water]),
    ),
    ("چیا شاخ کێو لووتکە زنجیرەچیا", Classes::NONE, Classes::of(&[Class::Mountain])),
    (
        "فڕۆکەخانە فڕگە بەنداو دەروازە قەڵا پرد زانکۆ پەیمانگا نەخۆشخانە مزگەوت قوتابخانە مۆزەخانە هۆڵ گۆڕەپان باخ پارک شەقام بەندەر بنکە سەربازگە کێڵگە کارگە بەندیخانە زیندان یاریگا هۆتێل",
        Classes::NONE,
        Classes::of(&[Class::Site, Class::Body, Class::Company]),
    ),
    (
        "پارت پارتی حزب حیزب بزووتنەوە ڕەوت فراکسیۆن هاوپەیمانی کۆمەڵ کۆمەڵە یەکێتی بەرە",
        Classes::NONE,
        PARTY.or(Classes::of(&[Class::Body])),
    ),
    (
        "کەناڵ ڕۆژنامە گۆڤار ئاژانس تەلەڤزیۆن تەلەفیزیۆن ڕادیۆ ماڵپەڕ تۆڕ سایت پێگە وێبسایت بڵاوکراوە هەفتەنامە پەیامنێر سەرنووسەر پێشکەشکار بینەر خوێنەر",
        Classes::NONE,
        Classes::of(&[Class::Media]),
    ),
    (
        "کۆمپانیا بانک گرووپ کۆرپۆرەیشن فرۆشگا",
        Classes::NONE,
        Classes::of(&[Class::Company, Class::Body]),
    ),
    ("یانە تیپ هەڵبژاردە", Classes::NONE, Classes::of(&[Class::Sport])),
    (
        "ڕێکخراو دەزگا دامەزراوە سەندیکا دەستە ئەنجوومەن ئەنجومەن لیژنە وەزارەت کۆمیسیۆن فەرمانگە بەڕێوەبەرایەتی پەیمانگە ئەکادیمیا",
        Classes::NONE,
        Classes::of(&[Class::Office, Class::Body]),
    ),
    (
        "جەژن ڕاپەڕین شۆڕش شەڕ کارەسات فێستیڤاڵ پێشانگا خول شاڵاو کۆنفرانس",
        Classes::NONE,
        Classes::of(&[Class::Event]),
    ),
    (
        "کتێب ڕۆمان فیلم گۆرانی ئەلبووم شانۆگەری زنجیرە دراما شیعر دیوان چیرۆک",
        Classes::NONE,
        Classes::of(&[Class::Work]),
    ),
    (
        "ڕێککەوتن ڕێککەوتننامە پەیمان پەیماننامە یاسا ماددە پڕۆژە",
        Classes::NONE,
        Classes::of(&[Class::Other, Class::Work]),
    ),
    (
        "حکومەت سوپا سەرۆککۆمار سەرۆکوەزیران پەرلەمان باڵیۆز باڵیۆزخانە کونسوڵ دەستوور هێز پۆلیس هەواڵگری ئابووری بازاڕ نەوت گەل میللەت نەتەوە خەڵک سنوور دەسەڵات هێرش شا پاشا میر مەلیک وەزیر",
        Classes::NONE,
        STATE.or(SETTLEMENT),
    ),
    (
        "شاند سەرۆک سکرتێر ئەندام وتەبێژ سەرکردە بەرپرس کاندید نوێنەر لایەنگر سکرتاریەت مەکتەب ئەمیندار دەستپێشخەر بارەگا لق",
        Classes::PERSON,
        LED,
    ),
    (
        "د. دکتۆر پڕۆفیسۆر مامۆستا ئەندازیار پارێزەر شێخ مەلا سەید حاجی کاک خاتوو بەڕێز برا مام پێشەوا ژەنەڕاڵ جەنەڕاڵ عەمید عەقید لیوا ڕائید نەقیب میر شازادە شەهید نەمر خوالێخۆشبوو پاپا قەشە ئایەتوڵڵا ئیمام پەیامبەر",
        Classes::PERSON,
        Classes::NONE,
    ),
    (
        "پەرلەمانتار چالاکوان سیاسەتمەدار فەرماندە ڕاوێژکار شرۆڤەکار توێژەر دادوەر بازرگان",
        Classes::PERSON,
        Classes::PERSON.or(LED).or(SETTLEMENT),
    ),
    (
        "گۆرانیبێژ هونەرمەند نووسەر شاعیر ڕۆژنامەنووس ئەکتەر وێنەگر نیگارکێش دەرهێنەر مێژوونووس",
        Classes::PERSON,
        Classes::PERSON.or(STATE).or(SETTLEMENT),
    ),
    (
        "یاریزان ڕاهێنەر گۆڵپارێز هێرشبەر",
        Classes::PERSON,
        Classes::PERSON.or(Classes::of(&[Class::Sport])).or(STATE).or(SETTLEMENT),
    ),
    (
        "حکومەت کوڕ کچ برا خوشک باوک دایک هاوسەر مام خاڵ بنەماڵە خێزان ژیان مردن کوژران لەدایکبوون ڕژێم کابینە ئیدارە وتە قسە پەیام نامە سەردان لێدوان گوتە بەرهەم شیعر گۆرانی پارێزەر پاسەوان",
        Classes::NONE,
        Classes::PERSON,
    ),
    ("لیست", Classes::NONE, PARTY.or(Classes::PERSON)),
];

/// What a folded word without its izafe says of the name after it.
pub(super) fn cue(word: &str) -> Option<Cue> {
    static TABLE: OnceLock<Vec<(String, Cue)>> = OnceLock::new();
    let table = TABLE.get_or_init(table);
    let at = table.binary_search_by(|(listed, _)| listed.as_str().cmp(word));
    at.ok().map(|at| table[at].1)
}

/// The folded words in their order, each with what all its rows say.
fn table() -> Vec<(String, Cue)> {
    let mut table: Vec<(String, Cue)> = Vec::new();
    for &(words, bare, izafe) in ROWS {
        table.extend(words.split(' ').map(|word| (fold_str(word), Cue { bare, izafe })));
    }
    sort_by(&mut table, |a, b| a.0.cmp(&b.0));
    table.dedup_by(|(word, cue), (kept, all)| {
        let repeated = word == kept;
        if repeated {
            *all = Cue { bare: all.bare.or(cue.bare), izafe: all.izafe.or(cue.izafe) };
        }
        repeated
    });
    table
}

/// Infinitives of what only people and bodies do: who stands before them acts.
const SPEAKING: [&str; 24] = [
    "گوتن",
    "وتن",
    "ڕاگەیاندن",
    "نووسین",
    "ڕوونکردنەوە",
    "ئاشکراکردن",
    "ڕەتکردنەوە",
    "بڵاوکردنەوە",
    "هۆشداریدان",
    "داواکردن",
    "پێشوازیکردن",
    "کۆبوونەوە",
    "گەیشتن",
    "سەردانکردن",
    "پێشنیازکردن",
    "ئاماژەدان",
    "ئاماژەکردن",
    "جەختکردنەوە",
    "پێداگریکردن",
    "سوپاسکردن",
    "دووپاتکردنەوە",
    "باسکردن",
    "نکۆڵیکردن",
    "دوان",
];

/// Whether a verb, given by its infinitive, has a person or a body for subject.
pub(super) fn is_speaking(infinitive: &str) -> bool {
    speaking().iter().any(|verb| verb == infinitive)
}

/// Whether a verb ends one that `is_speaking` is true of: کردنەوە.
pub(super) fn ends_speaking(infinitive: &str) -> bool {
    infinitive.len() > 4 && speaking().iter().any(|verb| verb.ends_with(infinitive))
}

fn speaking() -> &'static [String] {
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    FOLDED.get_or_init(|| SPEAKING.iter().map(|verb| fold_str(verb)).collect())
}
