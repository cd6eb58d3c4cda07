import type { Theme } from "../../scenario.ts";

/** What comes up all night long, whoever is ahead. */
export const smallTalk: readonly Theme[] = [
  {
    id: "children",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 7,
    texts: {
      da: [
        "Datteren på [6|7|8] vil vide om man kan stemme på {snack}. Jeg sagde [næste gang|vistnok|kun i Mosedal]",
        "Min søn holder med {party}, fordi de har [den flotteste farve|en båd på plakaten|et sjovt navn]",
        "Ungerne har lavet deres eget valg. [Sengetid klokken 22|Is til morgenmad|Kattens kandidat] vandt stort {tag}",
        "'Far, hvem er den onde?' Prøver at forklare [samarbejde|et kompromis|kommunalpolitik] for en på fem",
        "Babyen sov igennem [exitpollen|alle talerne|det hele]. Klogeste vælger {place}",
        "Teenageren kiggede op fra telefonen, sagde '{party}' og gik igen. [Stolt|Forvirret|Målløs] forælder",
      ],
      nb: [
        "Sønnen min holder med {party} fordi de har [den fineste fargen|en båt på plakaten]",
        "Ungene har laget sitt eget valg. [Leggetid klokka 22|Is til frokost] vant stort",
        "Babyen sov gjennom [målingen|alle talene]. Den klokeste velgeren {place}",
      ],
      en: [
        "My son supports {party} because they have [the best colour|a boat on the poster]",
        "The kids held their own election. [Bedtime at ten|Ice cream for breakfast] by a landslide",
      ],
      sv: [
        "Min dotter håller på {party} för att de har [finast färg|en båt på affischen]",
        "Barnen har haft eget val. [Glass till frukost|Läggdags klockan tio] vann stort",
      ],
    },
    pictures: {
      share: 0.2,
      alt: {
        da: ["En hjemmelavet stemmeurne af en mælkekarton", "Et barn sover på en sofa foran et valgkort"],
        nb: ["En stemmeurne av en melkekartong"],
        en: ["A ballot box made from a milk carton"],
        sv: ["En valurna av en mjölkkartong"],
      },
    },
  },
  {
    id: "party-floor",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 7,
    from: 40,
    mood: { during: 1.4 },
    texts: {
      da: [
        "Er til valgfest hos {party} i {town}. Der er [otte mennesker|en karaokemaskine|mere kage end vælgere] og god stemning",
        "Stemningen hos {party2} er lidt [tynd|høj|fugtig]. Nogen har fundet en [guitar|megafon|tuba]",
        "Garderoben her siger mere end målingen: {party} har [42 jakker|én anorak|tre pelse], {party2} har [syv cykelhjelme|to]",
        "Baren lukker når resultatet kommer, siger de i {town}. Så nu [håber ingen på et hurtigt valg|tæller alle langsomt]",
        "{candidate} krammede mig ved [buffeten|garderoben|et toilet]. Jeg arbejder her bare",
        "Pianisten hos {party} er gået over til [mol|boogie|salmer]. Læg i det hvad I vil {tag}",
        "Har fået et badge hvor der står '{party}'. Jeg er [pizzabud|vikar|kommet den forkerte vej]",
      ],
      nb: [
        "Er på valgvake hos {party} i {town}. Det er [åtte mennesker|en karaokemaskin] og god stemning",
        "Pianisten hos {party} har gått over til [moll|salmer]. Tolk det som dere vil",
        "{candidate} ga meg en klem ved [buffeten|garderoben]. Jeg bare jobber her",
      ],
      en: [
        "At the {party} party in {town}. [Eight people|One karaoke machine|More cake than voters], good mood",
        "The pianist at {party} has moved on to [hymns|a minor key]. Make of that what you will",
        "{candidate} hugged me by the [buffet|cloakroom]. I only work here",
      ],
      sv: [
        "Är på valvaka hos {party} i {town}. [Åtta personer|En karaokemaskin] och god stämning",
        "Pianisten hos {party} har gått över till [moll|psalmer]. Tolka det som ni vill",
      ],
    },
    pictures: {
      share: 0.3,
      alt: {
        da: ["En næsten tom sal med balloner", "En buffet med et partiflag"],
        nb: ["En nesten tom sal med ballonger"],
        en: ["An almost empty hall with balloons"],
        sv: ["En nästan tom sal med ballonger"],
      },
    },
  },
  {
    id: "towns",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 7,
    texts: {
      da: [
        "{town} nævnt på tv. [Mor har ringet|Vi har flaget ude|Byskiltet er poleret]",
        "I {town} stemmer vi på den der [havde bedst sovs til byfesten|vandt i banko|ejer grusgraven]",
        "Folk i {town} siger ikke at de er glade. De siger at det [kunne være værre|går jo nok|ikke er så ringe]",
        "Lige nu er der flere journalister end [får|rundkørsler|vælgere] i {town}",
        "Kortet viser {town} [uden bro|ude i vandet|dobbelt]. Endelig nogen der forstår os",
        "Min by er blevet en 'swing-kommune'. Vi har ikke engang [et værtshus|en legeplads|swing] {tag}",
        "hilsen fra {town}, hvor sidste nyhed var [en løs ko|en ny fryser i brugsen|at Ejner fik cykel]",
      ],
      nb: [
        "{town} nevnt på TV. [Mamma har ringt|Flagget er heist]",
        "Hvor ligger egentlig {town}? Spør for en hytte full av [trøndere|sørlendinger]. Vi heier uansett",
        "Akkurat nå er det flere journalister enn [sauer|rundkjøringer] i {town}",
      ],
      en: [
        "{town} mentioned on TV. [Mum has called|The flag is up]",
        "Right now {town} has more reporters than [sheep|roundabouts]",
        "I cannot pronounce {town} and I live there",
      ],
      sv: [
        "{town} nämnt på tv. [Mamma har ringt|Flaggan är hissad]",
        "Kan någon i Danmark säga {town} långsamt? Vi försöker lära oss",
      ],
    },
  },
  {
    id: "experts",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 7,
    from: 55,
    texts: {
      da: [
        "Eksperten har sagt 'på den ene side' [ni|fire|tolv] gange. Hvor mange sider har hun? {tag}",
        "Analyse {place}: [ingen ved noget, men højt|det var plakaterne|vejret gjorde forskellen]",
        "Svigerfar har været politisk kommentator siden [klokken 19|1981|den tredje øl]",
        "Grafikken med {party} ligner [en smeltet is|min puls|skipistens sorte løjpe]",
        "Kommentator: 'Vælgerne har talt.' Ja, men [de mumlede|hvad sagde de|alle på én gang]",
        "{host} peger på en skærm, skærmen peger tilbage. Hvem [vinder|bestemmer|styrer] hvem",
        "Der er en mand i studiet der kun siger 'interessant'. Ham vil jeg have [til min fødselsdag|i byrådet|på abonnement]",
      ],
      nb: [
        "Eksperten har sagt «på den ene siden» [ni|tolv] ganger. Hvor mange sider har hun?",
        "Svigerfar har vært politisk kommentator siden [klokka 19|1981|den tredje ølen]",
        "Grafikken med {party} ligner [pulsen min|en smeltet is]",
      ],
      en: [
        "The expert has said 'on the one hand' [nine|twelve] times. How many hands are there?",
        "My father-in-law has been a pundit since [7 pm|1981|the third beer]",
        "The chart of {party} looks like [my pulse|melting ice cream]",
      ],
      sv: [
        "Experten har sagt 'å ena sidan' [nio|tolv] gånger. Hur många sidor finns det?",
        "Svärfar har varit politisk kommentator sedan [klockan 19|tredje ölen]",
      ],
    },
  },
  {
    id: "volunteers",
    intent: "thanks",
    kinds: ["mention", "comment"],
    weight: 5,
    texts: {
      da: [
        "Tak til damen ved {station}, der bar min [mormors taske|stok|hund] hele vejen ind ❤️",
        "Stemmetællerne i {town} får [pizza|wienerbrød|tørre boller] og ingen ros. Her er ros {tag}",
        "Ham der holdt døren på {station} i [fire|ni|fjorten] timer: du er demokratiet",
        "Min mand tæller i {town} for [18. gang|første gang|rundstykkerne]. Han kommer hjem og drømmer i bunker à 50",
      ],
      nb: [
        "Takk til damen ved {station} som bar [veska|hunden] til bestemor hele veien inn ❤️",
        "De som teller i {town} får [pizza|tørre boller] og ingen ros. Her er ros",
      ],
      en: [
        "To the man who held the door at {station} for [nine|fourteen] hours: you are democracy",
        "The counters in {town} get [pizza|dry buns] and no praise. Here is some praise ❤️",
      ],
      sv: [
        "Tack till damen vid {station} som bar mormors väska hela vägen in ❤️",
        "Rösträknarna i {town} får [pizza|torra bullar] och inget beröm. Här är beröm",
      ],
    },
  },
  {
    id: "sleepers",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 6,
    from: 130,
    texts: {
      da: [
        "Skal [op klokken 5|føde i morgen|til eksamen]. Ser 'lige ét valgsted til' {tag}",
        "Vågnede {place} til '{party} {percent}'. Hvilket [år|valg|land] er det?",
        "Jeg har lovet mig selv at gå i seng når {town} er færdig. Jeg [bor her nu|ser solen stå op|fortryder]",
        "Kaffe nummer [seks|otte|elleve]. Kan nu høre [farver|Vesterø|mandaterne vokse]",
        "Min kone hviskede noget i søvne. Det var [{party}|{percent}|'for tidligt at sige']",
      ],
      nb: [
        "Skal [opp klokka fem|på eksamen]. Ser «bare ett valglokale til»",
        "Våknet {place} til «{party} {percent}». Hvilket [år|land] er det?",
        "Kaffe nummer [seks|elleve]. Kan nå høre mandatene vokse",
      ],
      en: [
        "I have [an exam|to be up at five]. Just one more polling station",
        "Woke up {place} to '{party} {percent}'. What [year|country] is it?",
      ],
      sv: [
        "Ska [upp klockan fem|på tenta]. Bara en vallokal till",
        "Vaknade {place} till '{party} {percent}'. Vilket [år|land] är det?",
      ],
    },
  },
];
