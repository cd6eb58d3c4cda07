/** What is folded because it is hard to read. */
export const folding = {
  hidden: "hidden: hard to read",
  show: "show",
  hint: "Messages with abusive words are folded in lists and threads until somebody opens them with one press.",
  counted_one: "Folded now: {{folded}} of {{count}} open item.",
  counted_other: "Folded now: {{folded}} of {{count}} open items.",
  builtIn: "Fold by the built-in words",
  builtInHint:
    "Abuse in English, Danish, Norwegian and Swedish, also with stars, digits, dots or spaces in between. The tags abuse and gore fold an item in any case.",
  words: "The desk's own words",
  wordsHint: "They count at the beginning of a word; several words count one after the other.",
  addWord: "Word",
  noWords: "None of the desk's own.",
  pictures: "Pictures and films",
  pictureChoice: {
    abusive: "Folded with abusive messages",
    all: "Folded in every message",
    none: "Never folded",
  },
  picturesHint: "No picture is loaded in any case until somebody asks for it.",
  tryOut: "Try a text",
  tryLabel: "Text",
  tryFolded: "It is folded.",
  tryOpen: "It is shown.",
} as const;
