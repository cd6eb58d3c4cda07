import type { Theme } from "../../scenario.ts";

/** What people ask about figures: when they come, and for whom. */
export const results: readonly Theme[] = [
  {
    id: "exit-poll",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 8,
    until: 63,
    texts: {
      da: [
        "Hvornår kommer [exitpollen|den første exitpoll|jeres måling]? Jeg har [chips|feber|en svigerfar] klar {tag}",
        "Hvor mange er spurgt i [exitpollen|jeres exitpoll]? Ingen har spurgt [mig|os i {town}|mig nogensinde]",
        "Hvor tit rammer sådan en exitpoll ved siden af? [Spørger nervøst|Spørger for {party}|Sidst græd jeg for tidligt]",
        "Må I overhovedet sige tallene før {station} lukker?",
        "er exitpoll noget man [bliver spurgt om|kan melde sig til|smitter med]? hilsen en førstegangsvælger",
      ],
      nb: [
        "Når kommer valgdagsmålingen? Har [potetgull|feber|svigerfar] klar",
        "Hvor ofte bommer en slik måling? [Spør nervøst|Spør for {party}]",
        "Hvor mange har dere spurt? Ingen spurte [meg|oss i {town}]",
      ],
      en: [
        "When is the exit poll out? I have [snacks|a fever|my father-in-law] ready",
        "How often are exit polls wrong here? [Asking nervously|Last time I cried too early]",
      ],
      sv: [
        "När kommer vallokalsundersökningen? Har [chips|svärfar] redo",
        "Hur ofta har den fel? [Frågar nervöst|Frågar för {party}]",
      ],
    },
    answers: {
      da: [
        "Kl. 20 på slaget, når dørene er lukket. 4.100 vælgere er spurgt, og usikkerheden er op til 3 procentpoint.",
        "Den kommer kl. 20 og ikke et sekund før. En exitpoll er et skøn, så gem champagnen lidt.",
      ],
      nb: ["Klokka 20 presis, når dørene er stengt. Usikkerheten er på inntil 3 prosentpoeng."],
      en: ["At 8 pm sharp, once the doors are shut. The margin is up to 3 points either way."],
      sv: ["Klockan 20 prick. Felmarginalen är upp till 3 procentenheter."],
    },
  },
  {
    id: "my-town",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 9,
    from: 70,
    texts: {
      da: [
        "Hvornår er der tal fra {town}? Vi sidder [fire|ni|tolv] mennesker og venter {place}",
        "Er {station} talt op endnu? [Min mor stiller op|Min nabo tæller dernede|Jeg har en kasse øl på spil]",
        "Hvorfor viser I aldrig {town}? Vi findes altså [også|på vestsiden|og vi har en havn]",
        "Hvor mange procent fik {party} i {town}? [Kan ikke finde det|Appen driller|Nåede ikke at se det]",
        "hvordan gik det {candidate} i {town}? vi gik i [parallelklasse|til håndbold sammen|børnehave sammen]",
        "Kan I sige om {party} er inde i {town}? [Farmor kan ikke sove|Vi holder vejret|Der er vædet en bil]",
      ],
      nb: [
        "Når kommer det tall fra {town}? Broren min stiller til valg der [😬|for {party}]",
        "Hvor mange prosent fikk {party} i {town}? [Rakk ikke å se det|Finner det ikke]",
        "Hvordan gikk det med {candidate}? Vi [spilte håndball|gikk i klasse] sammen",
      ],
      en: [
        "Any numbers from {town} yet? Nine of us are waiting {place}",
        "How did {candidate} do? We [went to school|played handball] together",
        "Is {station} counted? I have a [crate of beer|haircut] riding on this",
      ],
      sv: [
        "När kommer det siffror från {town}? Vi sitter fem stycken {place}",
        "Hur gick det för {candidate} i {town}?",
      ],
    },
    followUps: {
      da: ["YES! Tak", "Nå. Så er der kagespisning [alligevel|i stilhed]", "Og de personlige stemmer, hvornår?"],
      nb: ["YES! Takk", "Nei, nå må jeg ta en tur ut"],
      en: ["YES. Thank you", "Oh. Well, there is cake"],
      sv: ["Ja! Tack"],
    },
    answers: {
      da: [
        "Vi venter også! Tallene kommer på kanalbaelt.example/valg, i samme sekund kommunen sender dem.",
        "Der tælles stadig. Erfaringen siger mellem kl. 21.30 og 22.30. Hold fast i ungerne og chipsene.",
      ],
      nb: [
        "Vi venter også! Tallene kommer på kanalbaelt.example/valg med en gang kommunen sender dem.",
        "De teller fortsatt. Trolig mellom 21.30 og 22.30.",
      ],
      en: [
        "Still counting. You will see it at kanalbaelt.example/valg the second we do.",
        "Most likely between 9:30 and 10:30 pm. Hold on to your snacks.",
      ],
      sv: ["De räknar fortfarande. Siffrorna kommer på kanalbaelt.example/valg."],
    },
  },
  {
    id: "turnout",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 5,
    texts: {
      da: [
        "Hvad er valgdeltagelsen i {town}? [Vi vil slå Egelund|Håber på over 70|Her stod vi i kø til cykelskuret]",
        "Er det rekord i aften? {station} føltes som [black friday|en festival uden telte|lillejuleaften i et storcenter]",
        "Hvor mange førstegangsvælgere har stemt? Min [søn|lillesøster|nevø] er stolt som en hane",
        "hvor mange stemmer blankt i {town}? [spørger af nysgerrighed|spørger på vegne af min far]",
      ],
      nb: [
        "Hva er valgdeltakelsen i {town}? Her var det [folksomt|kø hele dagen]",
        "Er det rekord i kveld? {station} var som [17. mai|møbelvarehuset på en lørdag]",
      ],
      en: [
        "What is the turnout in {town}? {station} felt like [Black Friday|a rock concert]",
        "Is it a record tonight? My [son|sister] voted for the first time, so proud",
      ],
      sv: ["Vad är valdeltagandet i {town}? {station} kändes som [midsommar|möbelvaruhuset en lördag]"],
    },
    answers: {
      da: [
        "Foreløbig ser det ud til 71,8 procent på landsplan. Din kommune står på kanalbaelt.example/valg.",
        "Det nærmer sig rekord! Tallet bliver opdateret hvert kvarter. Og tillykke til førstegangsvælgeren!",
      ],
      nb: ["Foreløpig ligger det an til 71,8 prosent i hele landet. Tallene oppdateres hvert kvarter."],
      en: ["It looks like 71.8 percent nationwide so far, updated every fifteen minutes."],
      sv: ["Det ser ut som 71,8 procent i hela landet hittills."],
    },
  },
  {
    id: "final-when",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 6,
    from: 110,
    until: 205,
    texts: {
      da: [
        "Hvornår er det endelige resultat klar? [Skal på arbejde i morgen|Babyen er vågen|Cafeen her vil lukke]",
        "Kan man gå i seng nu, eller kan {party} stadig [vinde|tabe det hele|overraske]?",
        "Hvornår kommer {candidate} på scenen? [Vi står klar|Jeg har optaget noget andet|Farmor har lavet kaffe] {tag}",
        "Er der nogen der ved hvornår vi får en borgmester i {town}?",
      ],
      nb: [
        "Når er det endelige resultatet klart? [Skal på jobb i morgen|Babyen er våken]",
        "Kan jeg legge meg nå, eller kan {party} fortsatt [vinne|tape alt]?",
      ],
      en: [
        "When will the final result be in? [I have work tomorrow|The baby is awake]",
        "Can I go to bed, or can {party} still [win|lose it all]?",
      ],
      sv: ["När är slutresultatet klart? [Ska upp tidigt|Bebisen är vaken]"],
    },
    answers: {
      da: [
        "Vi regner med resultatet lidt over kl. 22. Talerne følger lige efter. Hold ud, der er kaffe.",
        "Tidligst kl. 22.15. Det kan stadig gå begge veje, så vi tør ikke sende dig i seng.",
      ],
      nb: ["Vi venter resultatet litt over klokka 22. Talene kommer rett etterpå."],
      en: ["We expect the result just after 10 pm, with the speeches right after."],
      sv: ["Vi räknar med resultatet strax efter klockan 22. Sedan kommer talen."],
    },
  },
];
