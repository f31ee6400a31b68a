/**
 * What the interface says in Sorani in the parts that are loaded when they are used: the choices
 * in the find bar, the lists, the facts on a card, the answers about a selection, the reading aids.
 */

/** @import { FirstMessages } from "./ckb.js" */

export const messages = {
  // ---- what the find bar has besides its field
  /** How places match, on a chip with their number. */
  tiers: {
    exact: "هەمان نووسین",
    folded: "پیتی جیاواز",
    inflected: "شێوەی دیکەی وشە",
    entity: "ناوی دیکە",
    loose: "ڕێنووسی دیکە",
    latin: "لە لاتینییەوە",
    scattered: "وشەکان بە جیا",
    part: "لەناو وشەدا",
    typo: "نووسینی نزیک",
  },
  tiersLabel: "جۆرەکانی ئەنجام",
  /** @param {string} count */
  tierOn: (count) => `${count} ئەنجام. دایبگرە تا لاببرێن`,
  /** @param {string} count */
  tierOff: (count) => `${count} ئەنجام لابراون. دایبگرە تا بگەڕێنەوە`,
  /** @param {string} count */
  tierFaint: (count) => `${count} ئەنجام ناژمێردرێن. دایبگرە تا بژمێردرێن`,
  modesLabel: "شێوازی گەڕان",
  modes: { smart: "زیرەک", word: "وشەی تەواو", exact: "وەک نووسراو" },
  modeHints: {
    smart: "هەموو شێوەکانی وشەکە",
    word: "تەنیا وشەکە خۆی، بێ پاشگر",
    exact: "ڕێک ئەو پیتانەی نووسراون",
  },
  hits: "لیستی ئەنجامەکان",
  share: "لینکی ئەم ئەنجامە لەبەر بگرەوە",
  shared: "لینکەکە لەبەر گیرایەوە",
  shareByHand: "لینکی ئەنجامەکە:",
  /** @param {string} position @param {string} total */
  spokenCount: (position, total) => `ئەنجامی ${position} لە ${total}`,
  suggestions: "پێشنیارەکان",
  /** @param {string} number */
  paragraph: (number) => `پەرەگرافی ${number}`,

  // ---- the panel of everything that an article names
  filterEntities: "گەڕان لە ناوەکاندا",
  noEntities: "هیچ ناوێکی وا لەم بابەتەدا نییە",
  groups: {
    people: "کەسەکان",
    places: "شوێنەکان",
    organisations: "دەزگا و ڕێکخراوەکان",
    others: "ئەوانی دیکە",
  },
  /** @param {string} count */
  times: (count) => `${count} جار`,
  once: "یەک جار",
  /** @param {string} count */
  entitiesShown: (count) => `${count} ناو`,
  marks: "هێڵ لەژێر ناوەکان",

  // ---- the facts on a card
  thousands: "٬",
  months: [
    "کانوونی دووەم",
    "شوبات",
    "ئازار",
    "نیسان",
    "ئایار",
    "حوزەیران",
    "تەمموز",
    "ئاب",
    "ئەیلوول",
    "تشرینی یەکەم",
    "تشرینی دووەم",
    "کانوونی یەکەم",
  ],
  /** @param {string} day @param {string} month @param {string} year */
  day: (day, month, year) => `${day}ی ${month}ی ${year}`,
  /** @param {string} month @param {string} year */
  month: (month, year) => `${month}ی ${year}`,
  /** @param {string} start @param {string} end */
  fromTo: (start, end) => `${start} تا ${end}`,
  /** @param {string} start */
  since: (start) => `لە ${start}ەوە`,
  /** @param {string} end */
  until: (end) => `تا ${end}`,
  facts: {
    birthDate: "لەدایکبوون",
    deathDate: "کۆچی دوایی",
    foundingDate: "دامەزراندن",
    dissolutionDate: "هەڵوەشانەوە",
    jobTitle: "پۆست",
    memberOf: "ئەندامە لە",
    affiliation: "سەر بە",
    worksFor: "کار دەکات لە",
    founder: "دامەزرێنەر",
    parentOrganization: "سەر بە",
    containedInPlace: "لە",
    location: "شوێن",
    period: "کات",
    population: "ژمارەی دانیشتووان",
  },

  // ---- asking about a selection
  whoOrWhat: "ئەمە کێیە یان چییە؟",
  /** @param {string} text */
  unknown: (text) => `لێرەدا هیچ زانیارییەک لەبارەی «${text}» نییە.`,
  didYouMean: "ئایا مەبەستت ئەمەیە؟",

  // ---- reading aids
  aids: {
    open: "ئامرازەکانی خوێندنەوە",
    smaller: "پیتی بچووکتر",
    larger: "پیتی گەورەتر",
    size: "قەبارەی پیت",
    spacing: "بۆشایی نێوان دێڕەکان",
    tighter: "دێڕەکان نزیکتر",
    looser: "دێڕەکان دوورتر",
    theme: "ڕووکار",
    page: "وەک پەڕەکە",
    light: "ڕووناک",
    sepia: "گەنمی",
    dark: "تاریک",
    latin: "بە پیتی لاتینی",
    arabic: "گەڕانەوە بۆ پیتی عەرەبی",
    progress: "پیشاندانی ئەندازەی خوێندنەوە",
    sentence: "لینکی ڕستەکە لەبەر بگرەوە",
    cite: "سەرچاوەی بابەتەکە لەبەر بگرەوە",
    copied: "لەبەر گیرایەوە",
    notCopied: "وێبگەڕەکە ڕێگەی نەدا لەبەر بگیرێتەوە",
    /** @param {string} count */
    minutes: (count) => `خوێندنەوەی نزیکەی ${count} خولەکی دەوێت`,
  },
};

/** @typedef {FirstMessages & typeof messages} Messages */
