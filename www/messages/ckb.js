/**
 * What the interface says, in Sorani: what is read with an article, in the find bar and on cards; the
 * rest stands in `ckb-later.js`. Numbers come as text, in the digits of the page.
 */

/** @type {Record<string, string>} */
const kinds = {
  Person: "کەسایەتی",
  Country: "وڵات",
  City: "شار",
  State: "ویلایەت",
  AdministrativeArea: "یەکەی کارگێڕی",
  Continent: "کیشوەر",
  Place: "شوێن",
  LandmarksOrHistoricalBuildings: "شوێنەوار",
  CivicStructure: "دامەزراوە",
  Airport: "فڕۆکەخانە",
  Hospital: "نەخۆشخانە",
  Mountain: "چیا",
  BodyOfWater: "ئاو",
  RiverBodyOfWater: "ڕووبار",
  LakeBodyOfWater: "دەریاچە",
  SeaBodyOfWater: "دەریا",
  Organization: "ڕێکخراو",
  GovernmentOrganization: "دەزگای حکومی",
  PoliticalParty: "پارتی سیاسی",
  NGO: "ڕێکخراوی ناحکومی",
  NewsMediaOrganization: "دەزگای میدیایی",
  Corporation: "کۆمپانیا",
  LocalBusiness: "کۆمپانیا",
  EducationalOrganization: "دامەزراوەی خوێندن",
  CollegeOrUniversity: "زانکۆ",
  School: "قوتابخانە",
  SportsTeam: "تیمی وەرزشی",
  SportsOrganization: "ڕێکخراوی وەرزشی",
  MusicGroup: "گروپی مۆسیقا",
  Event: "ڕووداو",
  CreativeWork: "بەرهەم",
  Book: "کتێب",
  Movie: "فیلم",
  Legislation: "یاسا",
  Language: "زمان",
  Product: "بەرهەم",
  Agreement: "ڕێککەوتننامە",
  EthnicGroup: "نەتەوە",
};

export const messages = {
  lang: "ckb",
  /** @type {"rtl" | "ltr"} */
  dir: "rtl",
  /** The digits from zero to nine; those that the article uses where there are none. */
  digits: "",
  find: "گەڕان لەم بابەتەدا",
  placeholder: "وشەیەک یان ناوێک بنووسە",
  next: "ئەنجامی دواتر",
  previous: "ئەنجامی پێشوو",
  close: "داخستن",
  /** @param {string} position @param {string} total */
  count: (position, total) => `${position} لە ${total}`,
  nothing: "هیچ نەدۆزرایەوە",
  loading: "کەمێک چاوەڕێ بە…",
  unavailable: "گەڕان لەم وێبگەڕەدا بەردەست نییە",
  wrapped: { start: "لە سەرەتاوە دەستی پێکردەوە", end: "لە کۆتاییەوە دەستی پێکردەوە" },
  allOff: "ئەنجامەکان لابراون",
  /** The count is one. */
  mentionedOnce: "یەک جار لەم بابەتەدا",
  /** @param {string} count */
  mentioned: (count) => `${count} جار لەم بابەتەدا`,
  source: "سەرچاوە",
  kinds,

  // ---- the card of an entity
  comma: "، ",
  /** Before the name as it stands in the text, for screen readers. */
  form: "لێرەدا نووسراوە ",
  otherLanguage: { ckb: "کوردی", en: "English" },
  mayMean: "دەشێت مەبەست ئەمەش بێت",
  mayMeanSeveral: "دەشێت مەبەست یەکێک لەمانەش بێت",
  nextMention: "شوێنی دواتر لە بابەتەکەدا",
  previousMention: "شوێنی پێشوو لە بابەتەکەدا",
  /** @param {string} position @param {string} total */
  spokenMention: (position, total) => `جاری ${position} لە ${total}`,
  loadingEntity: "زانیارییەکان باردەکرێن…",
  failedEntity: "زانیارییەکان نەگەیشتن.",
  tryAgain: "دووبارە هەوڵ بدەرەوە",
  /** @param {string} provider */
  providedBy: (provider) => `ئەم دەقە لە ${provider} وەرگیراوە`,

  inThisArticle: "ناوەکانی ئەم بابەتە",
};

/** @typedef {typeof messages} FirstMessages */
