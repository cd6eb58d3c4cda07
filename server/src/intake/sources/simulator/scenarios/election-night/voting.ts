import type { Theme } from "../../scenario.ts";

/** What voters ask before they have found the door. */
export const voting: readonly Theme[] = [
  {
    id: "where-to-vote",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 9,
    until: 62,
    texts: {
      da: [
        "Hvor skal jeg stemme når jeg er flyttet til {town} [i sidste uge|for en måned siden|i lørdags]?",
        "[Hej|Halløj|Godaften] er det {station} eller rådhuset vi skal stemme på?",
        "Mit valgkort siger {station}, men der er [mørkt|helt tomt|låst]. Er jeg gået forkert? 😅",
        "Jeg står ved {station} og kan ikke finde indgangen. [Er det om bagved?|Hvilken dør?|Skal man gå gennem cykelskuret?]",
        "Kan man stemme [på arbejdet|et andet sted end det på kortet|hvor man vil] i {town}? spørger for min mand",
        "hvor er valgstedet i {town}, google sender mig til [en brugs|en minkfarm|en rundkørsel]",
        "Skal jeg stemme der hvor jeg bor eller hvor jeg er [i aften|på kursus|til svigermors fødselsdag]? Jeg er i {town}",
      ],
      nb: [
        "Hei! Jeg bor i {town}, men er norsk. Hvor er valglokalet mitt? [Fant ikke noe på kortet|Skjønner ikke dansk post]",
        "Er {station} riktig sted hvis jeg nettopp har flyttet til {town}? [Takk 🙏|Haster litt!|På vei nå]",
        "Står utenfor {station} og finner ikke inngangen. [Kloke hoder?|Er det på baksiden?|Hjelp en bergenser]",
      ],
      en: [
        "Where do I vote if I moved to {town} [last week|a month ago|on Saturday]?",
        "Is {station} the right place for people in {town}? [My card got wet|My dog ate the card, honestly]",
        "Standing outside {station} and cannot find the [door|entrance|queue]. Is it round the back?",
      ],
      sv: [
        "Hej! Bor i {town} men är svensk, var är min vallokal? [Tack på förhand|Lite bråttom]",
        "Är det {station} som gäller om man bor i {town}? Jag hittar inte [ingången|dörren|någon kö]",
      ],
    },
    followUps: {
      da: [
        "Fandt det! Det var [om bagved|døren med ballonerne|den anden skole]. Tak",
        "Okay, jeg prøver den anden indgang 🏃",
        "Det står der altså ikke på kortet?",
      ],
      nb: ["Fant det! Takk for hjelpen [🙌|😊]", "Ok, prøver den andre døren"],
      en: ["Found it, thank you! [🙌|Phew]", "Ok, trying the other door now"],
      sv: ["Hittade det, tack så mycket!", "Okej, provar andra dörren"],
    },
    answers: {
      da: [
        "Hej! Dit valgsted står på valgkortet, og du finder det også på din kommunes side. Der er åbent til kl. 20.",
        "Du stemmer, hvor du var tilmeldt en uge før valget. Ring til kommunens valgkontor, hvis du er i tvivl.",
      ],
      nb: [
        "Hei! Valglokalet står på valgkortet og på kommunens nettside. Det er åpent til kl. 20.",
        "Du stemmer der du var registrert en uke før valget. Ring valgkontoret om du er i tvil.",
      ],
      en: [
        "Hi! It is on your polling card and on your municipality's website. Doors are open until 8 pm.",
        "You vote where you were registered a week ago. Call the election office if in doubt.",
      ],
      sv: ["Hej! Vallokalen står på röstkortet och på kommunens webbplats. Öppet till klockan 20."],
    },
  },
  {
    id: "lost-card",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 8,
    until: 62,
    texts: {
      da: [
        "Kan jeg stemme uden valgkort? [Hunden|Min toårige|Papircontaineren] har taget det",
        "Har ledt [hele huset|overalt|i to timer] efter valgkortet. Kan jeg bare tage kørekortet med til {station}?",
        "valgkort væk 😬 gælder [sundhedskortet|passet|et billede af det] også?",
        "Mit valgkort kom aldrig med posten. Hvad gør jeg [nu|så|lige]? Bor i {town}",
        "Min datter har tegnet [en hest|en enhjørning|farmor] på valgkortet. Er det stadig gyldigt?",
        "Er det rigtigt at man [bare kan sige sin adresse|kun skal bruge sygesikringen|slet ikke behøver kortet] på {station}?",
      ],
      nb: [
        "Kan jeg stemme uten valgkort? [Katten|Søppelbilen|Treåringen] har tatt det",
        "Har mistet valgkortet, holder det med [pass|førerkort|bankkort] på {station}?",
        "Valgkortet ligger igjen [på hytta|på Danskebåten|i Oslo]. Hva gjør jeg?",
      ],
      en: [
        "Can I vote without the card? Mine is [in the recycling|under a coffee stain|in another country]",
        "Lost my polling card, is [a passport|a driving licence|my yellow card] enough at {station}?",
        "My polling card never arrived in {town}. What do I do [now|tonight]?",
      ],
      sv: [
        "Har tappat röstkortet, räcker det med [pass|körkort] på {station}?",
        "Kan man rösta utan röstkort i {town}? Det ligger [hemma|i tvätten]",
      ],
    },
    followUps: {
      da: [
        "Det gik helt uden problemer. [Tak|Sødeste tilforordnede|I er guld]",
        "Og hvis jeg heller ikke har kørekort med? 😅",
      ],
      nb: ["Det gikk helt fint, takk!", "Og om jeg ikke har med legitimasjon?"],
      en: ["That worked, thanks!", "And if I have no photo ID with me?"],
      sv: ["Det gick jättebra, tack!"],
    },
    answers: {
      da: [
        "Ja! Du kan stemme uden valgkort. Tag billedlegitimation med til dit eget valgsted, så skriver de et nyt.",
        "Bare rolig, valgkortet er ikke et krav. Du skal kunne vise, hvem du er.",
      ],
      nb: [
        "Ja! Du kan stemme uten valgkort. Ta med legitimasjon til ditt eget valglokale.",
        "Helt i orden. Ta med noe som viser hvem du er, så skriver de ut et nytt kort.",
      ],
      en: [
        "Yes, you can. Bring photo ID to your own polling station and they will print a new card.",
        "No worries, the card is not required. You just need to show who you are.",
      ],
      sv: ["Ja, det går bra. Ta med legitimation till din egen vallokal."],
    },
  },
  {
    id: "closing-time",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 8,
    until: 62,
    texts: {
      da: [
        "Hvornår lukker [{station}|valgstedet i {town}|valgstederne] i aften?",
        "Står i kø ved {station}. Får vi lov at stemme, hvis klokken bliver [20|20.01|over 20]?",
        "Er der åbent til 20 eller 21? Min [far|nabo|app] påstår noget andet end jer {tag}",
        "Sidder i et tog [ved {town}|uden for {town}|på en mark] med 40 min forsinkelse. Når jeg at stemme??",
        "kan man nå det hvis man er der [5 i 8|19.58|lige på slaget]? asking for mig selv",
      ],
      nb: [
        "Når stenger {station} i kveld? [Er på vei|Står fast i trafikken|Sitter på ferga]",
        "Står i køen ved {station}. Får vi stemme hvis klokka blir [over åtte|20.01|åtte før vi er inne]?",
      ],
      en: [
        "What time does {station} close? [On my way|Stuck on a train|Running]",
        "We are in the queue at {station}. Do we still get to vote if it turns [8|8:01|past eight]?",
      ],
      sv: [
        "När stänger {station} ikväll? [Sitter på tåget|Är på väg]",
        "Får man rösta om man står i kön när klockan blir [20|åtta]?",
      ],
    },
    followUps: {
      da: ["Nåede det med [4 minutter|12 sekunder|en halv skosål] at gøre godt med 😮‍💨", "Så løber jeg!"],
      nb: ["Rakk det med [to minutter|ett minutt] å spare!", "Da løper jeg!"],
      en: ["Made it with [two minutes|forty seconds] to spare!", "Running!"],
      sv: ["Hann precis, tack!"],
    },
    answers: {
      da: [
        "Alle valgsteder lukker kl. 20. Står du i køen kl. 20, får du lov at stemme.",
        "Kl. 20 præcis, men den, der er kommet i kø inden, får sin stemme afgivet. Skynd dig roligt!",
      ],
      nb: [
        "Alle valglokaler stenger kl. 20. Står du i køen da, får du stemme.",
        "Klokka 20. Er du i køen innen da, får du stemme. Løp forsiktig!",
      ],
      en: [
        "All polling stations close at 8 pm. If you are in the queue by then, you get to vote.",
        "8 pm sharp, but everybody already in the queue may vote.",
      ],
      sv: ["Alla vallokaler stänger klockan 20. Står du i kön då får du rösta."],
    },
  },
];
