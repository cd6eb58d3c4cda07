import type { Theme } from "../../scenario.ts";

/** Joy, disappointment and pride, none of which wants an answer. */
export const reactions: readonly Theme[] = [
  {
    id: "voted",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 12,
    until: 75,
    texts: {
      da: [
        "Så er der stemt på {station}! [Nu pølse|Nu kage|Nu sofa] 🗳️ {tag}",
        "Stemte sammen med min [mormor på 94|søn på 18|hund (hun ventede udenfor)] i dag. Klump i halsen {tag}",
        "Kryds sat. [Blyanten knækkede|Hånden rystede|Bordet gyngede]. Demokratiet består {tag}",
        "Valgtilforordnet på {station} siger tak for en [god|lang|kold] dag. {snack} holder os i live",
        "Mødte [min ekskone|min gamle matematiklærer|hele fodboldholdet] i køen ved {station}. Ren folkefest",
        "Første gang jeg stemmer! Det tog [elleve sekunder|to minutter|længere tid at finde en cykel]. Følte mig voksen",
        "husk at stemme venner. ellers bestemmer [onkel Kaj|min nabo|de andre]. lukker kl 20 {tag}",
      ],
      nb: [
        "Stemte i {town} som innflyttet nordmann. Blyanten satt fast i [en snor|en kjetting] 🗳️ {tag}",
        "Har stemt på {station}! Nå venter [pølse|kake|sofaen]",
        "Møtte [eksen|mattelæreren min] i køen på {station}. Ekte folkefest",
      ],
      en: [
        "Voted at {station}! Took [eleven seconds|two minutes]. Now [cake|sausage|sofa] 🗳️ {tag}",
        "First time voting in Denmark. The pencil is on a [string|chain]. I trust this country",
        "Met my [ex|old maths teacher|entire football team] in the queue at {station}",
      ],
      sv: [
        "Har röstat på {station}! Nu blir det [korv|kaka|soffan] 🗳️",
        "Röstade för första gången i Danmark. Pennan satt fast i ett snöre. Jag känner mig trygg",
      ],
    },
    pictures: {
      share: 0.3,
      alt: {
        da: [
          "En blyant i en snor foran en stemmeboks",
          "Et valgkort og en pølse i hver sin hånd",
          "Et barn på skuldrene af sin far ved et valgsted",
        ],
        nb: ["En blyant i en snor", "Et valgkort og en pølse"],
        en: ["A pencil on a string in a polling booth"],
        sv: ["En penna i ett snöre"],
      },
    },
  },
  {
    id: "joy",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 11,
    from: 62,
    mood: { during: 2.5, after: 1.5 },
    texts: {
      da: [
        "JAAAAA {party}!!! [Naboen banker i væggen|Jeg har tabt min {snack}|Hunden er gået] 🎉 {tag}",
        "{percent} procent! Jeg [græder|danser|krammer en fremmed] {place}",
        "{candidate} for [evigt|alt|borgmester i hele verden] 💚 {tag}",
        "Sikke en aften i {town}! Vi [synger|skråler|spiser {snack}] og ingen kan stoppe os",
        "Et lille parti, en stor aften. Tillykke {party} 👏 [sagt af en der stemte på noget andet|fra os alle i {town}]",
        "Folk står op og synger {place}. Jeg kender ikke engang [teksten|dem|melodien]. Synger alligevel",
        "mormor lige nu: '{party}?? nå for [søren|pokker|den da]'. det er hendes jubelscene",
      ],
      nb: [
        "JAAA {party}!! [Naboen banker i veggen|Mistet popcornet] 🎉",
        "{percent} prosent! Jeg [griner|danser|klemmer en fremmed] {place}",
        "Gratulerer til {candidate}, sier en nordmann som [ikke skjønner systemet|er der for kakene]",
      ],
      en: [
        "YESSS {party}!!! [My neighbour is knocking|I dropped my snacks] 🎉",
        "{percent} percent! I am [crying|dancing|hugging a stranger] {place}",
        "Congratulations {candidate}, from someone who [came for the cake|understands none of this]",
      ],
      sv: [
        "JAAA {party}! [Grannen bankar i väggen|Tappade min macka] 🎉",
        "{percent} procent! Jag [gråter|dansar] {place}",
      ],
    },
    pictures: {
      share: 0.15,
      alt: {
        da: ["Jublende mennesker med balloner", "En tabt skål chips på et gulvtæppe"],
        nb: ["Folk som jubler med ballonger"],
        en: ["A crowd cheering under balloons"],
        sv: ["Jublande människor"],
      },
    },
  },
  {
    id: "sorrow",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 9,
    from: 62,
    mood: { during: 2, after: 1.5 },
    texts: {
      da: [
        "Nå. {percent}. [Jeg går i seng|Jeg flytter i skoven|Godnat og tak] {tag}",
        "Hvad SKER der i {town}? Kender jeg [overhovedet ikke|slet ikke|kun tre af] mine naboer?",
        "Stakkels {candidate}. [Fire år med foldere i regnvejr|Så mange gule roser|Så meget lunken kaffe] for ingenting",
        "Har slukket for {host}. Tændt igen. Slukket. [Tændt|Hvad blev det til|Jeg er svag]",
        "Tab med [stil|værdighed|{snack}], venner af {party}. Det har vi øvet os på",
        "der er stille {place}. meget stille. en siger '{percent}' og [en anden sukker|nogen åbner en øl|en stol knirker]",
      ],
      nb: [
        "Nei vel. {percent}. [Jeg legger meg|Flytter til skogs|God natt]",
        "Stakkars {candidate}. [Så mange løpesedler i regnet|Så mye lunken kaffe]",
        "Hva skjer i {town}? Kjenner jeg ikke naboene mine i det hele tatt?",
      ],
      en: [
        "Well. {percent}. [I am going to bed|I am moving to the woods]",
        "Poor {candidate}. [All those flyers in the rain|So much lukewarm coffee] for nothing",
        "What is happening in {town}? Do I even know my neighbours?",
      ],
      sv: [
        "Jaha. {percent}. [Jag går och lägger mig|Jag flyttar till skogen]",
        "Stackars {candidate}. Så mycket ljummet kaffe för ingenting",
      ],
    },
  },
];
