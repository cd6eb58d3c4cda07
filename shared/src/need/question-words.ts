/**
 * How questions begin in Danish, Norwegian, Swedish and English: with a question word and its verb, or with the verb
 * before its subject. Written as the words of rules are.
 */
export const openings: readonly string[] = [
  // Danish and Norwegian
  ...within(
    "hvor",
    "er ligger kan finder finner finnes finns skal henter køber kjøper får parkerer går kommer holder mange meget lang langt længe lenge sent tidligt tidlig dyrt mye",
  ),
  ...within(
    "hvornår",
    "er åbner lukker starter begynder kommer spiller går kører må kan slutter skal får bliver sælger er",
  ),
  ...within("når", "åpner stenger starter begynner spiller går kjører slutter kan skal får"),
  ...within("hvad hva", "tid tidspunkt koster er skal gør gjør sker skjer med hvis betyder betyr klokken kl"),
  ...within("hvordan hvorledes", "kommer kan får gør gjør finder finner er skal bestiller bytter fungerer ser"),
  ...within("hvilken hvilket hvilke hvem", "* "),
  "hvorfor",
  ...within(
    "kan må skal får bør vil har er findes finnes tager tar sælger selger holder åbner åpner ved vet gælder gjelder kommer spiller kører kjører",
    "man jeg vi i du dere der det den nogen noen han hun de",
  ),
  "er billetter",
  "er porten",
  "nogen der ved",
  "noen som vet",
  "er det muligt",
  "er det mulig",
  // Swedish
  ...within("var", "är ligger finns kan hittar köper parkerar ska får hämtar någonstans"),
  ...within("när", "är öppnar stänger börjar spelar går slutar kommer får kan ska"),
  ...within("vad", "kostar är händer gör tid gäller"),
  ...within("hur", "kommer kan får lång länge mycket många dags gör"),
  "varför",
  ...within("vilken vilket vilka vem", "* "),
  ...within("kan får måste ska finns har är går säljer öppnar vet tar", "man jag vi ni du det någon där de"),
  "finns *",
  // English
  ...within("where", "is are can do does did was were s should will the my"),
  ...within("when", "is are does do will can did should s"),
  ...within("what", "is are time times does do can happens happened about gate terminal should s"),
  ...within("how", "do does can much many long far late early about should would will soon often is are"),
  ...within("which", "* "),
  ...within("who", "do is can should"),
  "why",
  "whats *",
  "wheres *",
  "whens *",
  "hows *",
  ...within(
    "can could may should shall would will do does did is are am was were has have",
    "i you we they it there anyone someone anybody somebody he she this that the my your u ya",
  ),
  "anyone know",
  "any chance",
  "any idea",
  "any update",
  "any updates",
  "any news",
  "any way to",
];

/** The question words among the first words of `openings`. */
export const askingWords: readonly string[] =
  "hvor hvornår når hvad hva hvordan hvorledes hvilken hvilket hvilke hvem hvorfor var när vad hur vilken vilket vilka vem varför where when what how which who why whats wheres whens hows".split(
    " ",
  );

/** Every word with every other after it. */
function within(firsts: string, seconds: string): string[] {
  return firsts.split(" ").flatMap((first) =>
    seconds
      .trim()
      .split(" ")
      .map((second) => (second === "*" ? first : `${first} ${second}`)),
  );
}

/** What may stand before a question without being part of it. */
export const fillers: readonly string[] =
  "hej hei hejsa hi hello hey hallo heisann halløj god goddag good morning evening aften kveld kväll dag og och and but men so så undskyld unnskyld ursäkta sorry excuse me please question spørgsmål spørsmål fråga quick lige bare ok okay altså btw anyone folkens guys team there also er ps mon tro by the way just".split(
    " ",
  );

/** Without a question mark, what begins so is a cry and no question. */
export const cries: readonly string[] = [
  "hvor er det *",
  ...within("hvor", "er var").flatMap((begun) => within(begun, "det jeg vi du i han hun dejligt fedt vildt")),
  ...within("hva hvad", "er var").flatMap((begun) => within(begun, "det dette")),
  ...within("hur", "kan").map((begun) => `${begun} man`),
  "what a",
  "how about that",
  "why i",
  "why you",
  "why we",
  "what is wrong with",
];

/** What only sounds like a question: nobody waits for an answer to it. */
export const rhetorical: readonly string[] = [
  "are you kidding",
  "you kidding",
  "are you serious",
  "u serious",
  "is this a joke",
  "seriously",
  "who cares",
  "who knew",
  "who knows",
  "wtf",
  "what the fuck",
  "what the hell",
  "how hard can",
  "how hard is it",
  "why bother",
  "why even",
  "how can you",
  "how do you even",
  "how is this possible",
  "how is that possible",
  "how is it possible",
  "isnt it",
  "arent they",
  "right guys",
  "what else is new",
  "hvem gider",
  "hvem bryr",
  "hvem bekymrer",
  "er det en joke",
  "er det en vits",
  "er i seriøse",
  "er dere seriøse",
  "är ni seriösa",
  "er i rigtig kloge",
  "helt seriøst",
  "hvad sker der for",
  "hva skjer med at",
  "hvad fanden",
  "hvad helvede",
  "hva faen",
  "hva i helvete",
  "vad fan",
  "vad i helvete",
  "vem bryr sig",
  "ikke sandt",
  "ikke sant",
  "eller hva",
  "eller hvad",
  "eller hur",
  "skal vi vædde",
];

/** What a sentence with a question mark ends with that asks only for agreement. */
export const tails: readonly string[] = [
  "right",
  "eh",
  "huh",
  "vel",
  "hva",
  "lol",
  "really",
  "yeah",
  "no",
  "va",
  "hvad",
  "what",
  "ja",
];
