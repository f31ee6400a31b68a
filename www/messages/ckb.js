/**
 * What the interface says, in Sorani. Numbers come as text, in the digits of the page.
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
};

export const messages = {
  find: "گەڕان لەم بابەتەدا",
  findShort: "گەڕان",
  placeholder: "وشەیەک یان ناوێک بنووسە",
  next: "ئەنجامی دواتر",
  previous: "ئەنجامی پێشوو",
  close: "داخستن",
  /** @param {string} position @param {string} total */
  count: (position, total) => `${position} لە ${total}`,
  /** @param {string} position @param {string} total */
  spokenCount: (position, total) => `ئەنجامی ${position} لە ${total}`,
  nothing: "هیچ نەدۆزرایەوە",
  loading: "کەمێک چاوەڕێ بە…",
  unavailable: "گەڕان لەم وێبگەڕەدا بەردەست نییە",
  wrapped: { start: "لە سەرەتاوە دەستی پێکردەوە", end: "لە کۆتاییەوە دەستی پێکردەوە" },
  /** How many places match less well, and how. */
  quiet: {
    /** @param {string} count */
    part: (count) => `${count} لەناو وشەدا`,
    /** @param {string} count */
    scattered: (count) => `${count} بە وشەی لێکدابڕاو`,
    /** @param {string} count */
    typo: (count) => `${count} بە نووسینی نزیک`,
  },
  /** The count is one. */
  mentionedOnce: "یەک جار لەم بابەتەدا",
  /** @param {string} count */
  mentioned: (count) => `${count} جار لەم بابەتەدا`,
  source: "سەرچاوە",
  kindOf,
};

/**
 * The word for a schema.org type; any kind of organisation that has none is an organisation.
 *
 * @param {string} type as `Person` or `https://schema.org/Person`
 * @returns {string | undefined}
 */
function kindOf(type) {
  const name = type.replace(/^.*[/:#]/u, "");
  const known = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return known ?? (name.endsWith("Organization") ? kinds.Organization : undefined);
}

/** @typedef {typeof messages} Messages */
