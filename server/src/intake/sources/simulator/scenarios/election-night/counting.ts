import type { Theme } from "../../scenario.ts";

/** What people ask about the count itself. */
export const counting: readonly Theme[] = [
  {
    id: "how-counted",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 6,
    from: 45,
    texts: {
      da: [
        "Hvem tæller egentlig stemmerne i {town}? Er det [frivillige|kommunen|en dame ved navn Grethe]?",
        "Hvordan bliver {percent} procent til [3|4|7] mandater? Forklar det som om jeg er [fem år|min far|træt]",
        "Hvad er forskellen på en [personlig stemme og en listestemme|valgforbund og et venskab]?",
        "Hvor mange mandater skal der til i {town}? {host} siger [15|16|14], min tante siger noget andet",
        "Tæller man brevstemmer [først|sidst|to gange]? har stemt fra {town}",
        "Kan {candidate} komme ind med kun [212|87|1.041] personlige stemmer?",
      ],
      nb: [
        "Hvordan blir {percent} prosent til [fire|sju] mandater? Forklar som om jeg er fem år",
        "Hvem teller stemmene i {town}? Er det [frivillige|kommunen]?",
        "Teller dere forhåndsstemmene [først|sist]?",
      ],
      en: [
        "How do {percent} percent become [four|seven] seats? Explain like I am five",
        "Who actually counts the votes in {town}? [Volunteers?|A lady called Grethe?]",
      ],
      sv: [
        "Hur blir {percent} procent till [fyra|sju] mandat? Förklara som för en femåring",
        "Vem räknar rösterna i {town}?",
      ],
    },
    answers: {
      da: [
        "Valgtilforordnede tæller i aften, alt fintælles i morgen, og mandaterne fordeles efter d'Hondts metode.",
        "Kort: der tælles i hånden, to gange, og partiets stemmer deles med 1, 2, 3 osv. Lang udgave på kanalbaelt.example/valg.",
      ],
      nb: [
        "Valgmedarbeidere teller i kveld, alt telles på nytt i morgen, og mandatene fordeles etter d'Hondts metode.",
      ],
      en: ["Officials count tonight, everything is counted again tomorrow, and seats go by d'Hondt's method."],
      sv: ["Rösterna räknas ikväll och en gång till i morgon, och mandaten fördelas enligt d'Hondts metod."],
    },
  },
  {
    id: "slow-count",
    intent: "complaint",
    kinds: ["mention", "comment"],
    weight: 7,
    from: 95,
    mood: { before: 1.5 },
    texts: {
      da: [
        "Hvad laver de i {slow}?? Der har stået {percent} i [en time|tre kvarter|hele aftenen] 😤",
        "Lille Rugløse er færdig, men {slow} er [gået til kaffe|stadig på A|forsvundet fra kortet]. Kom nu",
        "Jeg skal op [klokken 5|og malke|på tidligt hold]. Kan {slow} ikke tælle lidt hurtigere?",
        "Det er 2020'erne og vi tæller [i hånden|med blyant|stadig efter mavefornemmelse] {tag}",
        "Sverige har talt hurtigere OG haft [flere vælgere|bedre kaffe|en elg i vejen]. Hvad er undskyldningen, {slow}?",
      ],
      nb: [
        "Hva holder de på med i {slow}? Det har stått {percent} i [en time|hele kvelden]",
        "Jeg skal opp klokka [fem|seks]. Kan {slow} telle litt fortere?",
        "Nordmenn teller fortere med votter på. Kom igjen, {slow}",
      ],
      en: [
        "What are they doing in {slow}? It has said {percent} for [an hour|forty minutes]",
        "I have to get up at [five|six]. Could {slow} count a little faster?",
      ],
      sv: ["Vad gör de i {slow}? Det har stått {percent} i [en timme|hela kvällen]"],
    },
    answers: {
      da: [
        "Vi kender følelsen! {slow} tæller to lister om, fordi tallene skal passe på stemmen. Vi holder øje.",
        "De tæller i hånden, og hellere rigtigt end hurtigt. Gå bare i seng, vi vækker dig ikke.",
      ],
      nb: [
        "Vi kjenner følelsen! De teller opp på nytt fordi det skal stemme på hver stemme.",
        "De teller for hånd, og hellere riktig enn raskt. Vi følger med.",
      ],
      en: [
        "We feel you! They are recounting two lists so that every vote adds up.",
        "It is done by hand. Better right than fast. We are watching.",
      ],
      sv: ["Vi känner likadant! De räknar om två listor så att allt stämmer."],
    },
  },
  {
    id: "recount",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 5,
    from: 125,
    texts: {
      da: [
        "Passer det at der er [omtælling|fintælling|vild forvirring] i Klitby? Hvor mange stemmer skiller?",
        "[Tre|Elleve|To] stemmer?? Er det rigtigt at {party} mangler så få i Klitby {tag}",
        "Hvem bestemmer om der skal tælles om? [Borgmesteren|Valgbestyrelsen|Grethe]?",
        "hvad sker der hvis det ender helt lige? [lodtrækning|armlægning|stopdans]??",
      ],
      nb: [
        "Stemmer det at de teller på nytt i Klitby? Hvor mange stemmer skiller?",
        "Hva skjer hvis det ender helt likt? [Loddtrekning|Håndbak]?",
      ],
      en: [
        "Is there a recount in Klitby? How many votes are in it?",
        "What happens in a dead heat? [A coin toss|Arm wrestling|Musical chairs]?",
      ],
      sv: ["Räknar de om i Klitby? Hur många röster skiljer?"],
    },
    answers: {
      da: [
        "Ja, Klitby tæller om: der er 11 stemmer mellem de to. Ved helt lige stemmetal trækkes der lod.",
        "Det er valgbestyrelsen, der beslutter det. Vi har en reporter på stedet og melder ud med det samme.",
      ],
      nb: ["Ja, Klitby teller på nytt: det skiller 11 stemmer. Ved helt likt tall blir det loddtrekning."],
      en: ["Yes, Klitby is recounting: 11 votes apart. A dead heat is decided by drawing lots."],
      sv: ["Ja, Klitby räknar om: 11 röster skiljer. Vid lika antal blir det lottning."],
    },
  },
];
