/**
 * Beginnings of words that are abusive in English, Danish, Norwegian or Swedish, in lower case. These languages join
 * their words, so each counts with whatever follows it. What begins an innocent word in one of the four stands below
 * instead, or not at all: "slut" and "fag" are everyday words in Danish, "ass" in Norwegian, "hold kæft" is often joy.
 */
export const abusiveStems: readonly string[] = [
  // English
  "arsehole asshole bastard bitch bollock bullshit cocksuck cunt dickhead dipshit faggot fuck motherfuck nigga nigger",
  "retard scumbag shit slutty tosser twat wanker whore",
  // Danish
  "bøsserøv fisse kusse luder møgkælling møgluder møgso møgsvin perker pikhoved røvhul skabsbøsse spasser svinehund",
  // Norwegian
  "drittkjerring drittsekk fittekjerring fittetryne hestkuk kukhue kuksuger mongotroll morrapul pakkis rasshol rasshøl rasshull",
  // Swedish
  "blattejävel bögjävel horunge hästkuk knulla kukhuvud kuksug rövhål skitstövel svartskall",
]
  .join(" ")
  .split(" ");

/** Whole words that are abusive, where a longer word with the same beginning is not. */
export const abusiveWords: readonly string[] = [
  "arse cock pussy wank",
  "kælling kællinger neger negere pik mongol mongoler",
  "fitta fitte fittene fittor hora horer hore horene kuk kuken kukar negrer soper sopere",
]
  .join(" ")
  .split(" ");

/** What wishes somebody dead or harmed, in the words that it is said in. */
export const abusivePhrases: readonly string[] = [
  "kill yourself",
  "hope you die",
  "hope you get raped",
  "go and die",
  "gå ud og dø",
  "dræb dig selv",
  "slå dig selv ihjel",
  "håber du dør",
  "drep deg selv",
  "ta livet av deg",
  "håper du dør",
  "döda dig själv",
  "ta livet av dig",
  "hoppas du dör",
];
