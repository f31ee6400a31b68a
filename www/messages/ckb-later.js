/**
 * What the interface says in Sorani in the parts that are loaded when they are used: the lists, the
 * answers about a selection, the reading aids.
 */

/** @import { FirstMessages } from "./ckb.js" */

export const messages = {
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
