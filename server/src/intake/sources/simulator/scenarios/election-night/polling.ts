import type { Theme } from "../../scenario.ts";

/** What voters ask and complain of at the polling station. */
export const polling: readonly Theme[] = [
  {
    id: "queue",
    intent: "complaint",
    kinds: ["mention", "comment"],
    weight: 9,
    until: 66,
    texts: {
      da: [
        "[45 minutter|En time|Halvanden time] i kø ved {station}. Er der kun to blyanter eller hvad?",
        "Køen ved {station} går [rundt om hele skolen|ned til brugsen|forbi spejderhytten]. Hvem har planlagt det her?",
        "Én stemmeboks. ÉN. Til hele {town}. [Flot planlagt|Tak for kaffe|Hvad sker der?]",
        "Folk går hjem uden at stemme ved {station}, fordi køen er så lang. Det kan I [ikke være bekendt|godt fortælle om]",
        "Vi har stået her så længe at [min søn er blevet stemmeberettiget|jeg har skiftet parti|de spiller julemusik]. {station} 🐌",
        "Ingen stole til de ældre i køen ved {station}. [Det er for dårligt|Pinligt|Kom nu]",
      ],
      nb: [
        "[45 minutter|En time] i kø ved {station}. Har de bare to blyanter?",
        "Køen ved {station} går [rundt hele skolen|helt ned til butikken]. Hvem har planlagt dette?",
        "Folk går hjem uten å stemme ved {station}. Det er [ikke greit|veldig synd]",
      ],
      en: [
        "[45 minutes|An hour] in the queue at {station}. Do they have one pencil?",
        "The queue at {station} goes [around the school|all the way to the shop]. Who planned this?",
        "People are giving up and going home at {station}. This is [not ok|sad to see]",
      ],
      sv: ["[En timme|45 minuter] i kön vid {station}. Har de bara en penna?"],
    },
    followUps: {
      da: ["Nu er der kommet [en stol|kaffe|en dame med småkager]. Stemningen er reddet", "Stadig ingen bevægelse her"],
      nb: ["Nå har det kommet kaffe. Alt tilgitt", "Fortsatt ingen bevegelse"],
      en: ["Somebody brought coffee. All is forgiven", "Still not moving"],
      sv: ["Nu rör den på sig i alla fall"],
    },
    answers: {
      da: [
        "Det er for lang tid, det kan vi godt se. Vi har givet kommunens valgkontor besked. Bliv endelig i køen.",
        "Tak, fordi du skriver. Vi spørger valgkontoret, hvad der sker. Alle i køen kl. 20 får lov at stemme.",
      ],
      nb: [
        "Det er for lenge. Vi har gitt beskjed til valgkontoret. Bli i køen, alle får stemme.",
        "Takk for at du sier fra. Vi spør valgkontoret hva som skjer.",
      ],
      en: [
        "That is too long. We have told the election office. Please stay, everyone in line gets to vote.",
        "Thanks for telling us, we are asking the election office what is going on.",
      ],
      sv: ["Tack för att du säger till. Vi har pratat med kommunen. Stå kvar, alla får rösta."],
    },
  },
  {
    id: "access",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 5,
    until: 62,
    texts: {
      da: [
        "Kan man komme ind med [kørestol|rollator|barnevogn] på {station}? Min mor skal stemme om lidt",
        "Må jeg tage min [mor|mormor|nabo] med i stemmeboksen? Hun ser dårligt",
        "Min far er på [sygehuset|plejehjemmet|genoptræning] i {town}, er det for sent at få hans stemme med?",
        "Er der [handicapparkering|elevator|trinfri adgang] ved {station}?",
        "Findes stemmesedlen i en udgave for svagtseende? Den er [en meter lang|på størrelse med et spisebord] og skriften mini",
      ],
      nb: [
        "Er det mulig å komme inn med [rullestol|rullator|barnevogn] på {station}?",
        "Kan jeg hjelpe [moren min|bestemor|naboen] i avlukket? Hun ser veldig dårlig",
      ],
      en: [
        "Can you get in with a [wheelchair|pram|walking frame] at {station}?",
        "May I help my [mother|neighbour|grandad] in the booth? Their eyesight is poor",
      ],
      sv: ["Går det att komma in med [rullstol|barnvagn|rullator] på {station}?"],
    },
    followUps: {
      da: ["Super, så kører vi nu", "Hun fik stemt ❤️ tak"],
      nb: ["Så bra, da drar vi nå"],
      en: ["Great, heading over now"],
      sv: ["Toppen, tack!"],
    },
    answers: {
      da: ["Ja, alle valgsteder er trinfri, og en valgtilforordnet hjælper gerne i boksen. Sig til ved døren."],
      nb: ["Ja, alle valglokaler har trinnfri adkomst, og en valgmedarbeider hjelper gjerne. Si fra ved døra."],
      en: ["Yes, all stations are step-free, and an official will gladly help in the booth. Tell them at the door."],
      sv: ["Ja, alla vallokaler är tillgängliga och någon hjälper gärna till. Säg till vid dörren."],
    },
  },
  {
    id: "ballot",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 6,
    until: 64,
    texts: {
      da: [
        "Satte mit kryds [lidt uden for feltet|ved den forkerte Jensen|med min egen kuglepen]. Tæller det?",
        "Kom til at stemme på {party} i stedet for {party2}. Kan man få [en ny seddel|den retur|medhold]?",
        "Må man skrive en [smiley|hilsen|klage over cykelstien] på stemmesedlen?",
        "Hvorfor er stemmesedlen så lang? Jeg [væltede naboens boks|måtte folde den som et landkort|fandt min tandlæge på den]",
        "Kan jeg stemme blankt uden at det går til {party}?",
        "tæller et [hjerte|flueben|meget flot kryds] som et kryds? spørger for en veninde i {town}",
      ],
      nb: [
        "Satte krysset litt utenfor ruta. [Teller det?|Er den ugyldig nå?]",
        "Hvorfor er den danske stemmeseddelen så lang? Jeg [måtte brette den som et kart|mistet den på gulvet to ganger]",
        "Går en blank stemme til {party}? [Kollegaen|Svogeren] min påstår det",
      ],
      en: [
        "I crossed the wrong name. Can I have a [new ballot|second chance]?",
        "Does a [heart|tick|very neat smiley] count as a cross?",
        "Why is the ballot [a metre long|bigger than my desk]? I found my dentist on it",
      ],
      sv: [
        "Räknas det om krysset hamnade lite utanför [rutan|fältet]?",
        "Varför är valsedeln [en meter lång|större än mitt köksbord]?",
      ],
    },
    answers: {
      da: [
        "Kun et kryds ved ét navn gælder, og blanke stemmer går ikke til nogen. Fortryder du, så bed om en ny seddel.",
      ],
      nb: ["Bare et kryss ved ett navn teller, og blanke stemmer går ikke til noen. Angrer du, så be om en ny seddel."],
      en: ["Only a cross by one name counts. Until it is in the box, you may ask for a new ballot."],
      sv: ["Bara ett kryss vid ett namn räknas. Ångrar du dig får du en ny valsedel."],
    },
  },
  {
    id: "who-may-vote",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 5,
    until: 62,
    texts: {
      da: [
        "Må min [norske|svenske|polske] kæreste stemme her? Hun har boet i {town} i [fire|seks] år",
        "Fylder 18 i [morgen|overmorgen|næste uge]. Er der virkelig ikke noget at gøre?? 😭",
        "Kan jeg stemme for min [kone|datter|kollega], hun er syg og har givet mig sit kort?",
        "Har man stemmeret hvis man studerer i {town} men har adresse hos [sine forældre|sin mor]?",
      ],
      nb: [
        "Får nordmenn stemme ved valget i {town}? Har bodd her i [tre|fem|åtte] år",
        "Flyttet fra Norge til {town} [i fjor|i vår]. Har jeg stemmerett?",
        "Blir 18 [i morgen|på fredag]. Er det virkelig ingenting å gjøre? 😭",
      ],
      en: [
        "I am [Irish|Polish|British] and have lived in {town} for [five|six] years. Can I vote?",
        "Can I vote on behalf of my [wife|flatmate|boss]? She is ill and gave me her card",
        "I turn 18 [tomorrow|on Friday]. Is there truly nothing to be done?",
      ],
      sv: [
        "Får svenskar rösta i {town}? Har bott här i [två|fyra|sju] år",
        "Flyttade till {town} i somras, har jag rösträtt?",
      ],
    },
    answers: {
      da: [
        "Nordiske og EU-borgere over 18 med bopæl her må stemme, og man skal selv møde op. Har man et valgkort, er man med.",
      ],
      nb: ["Nordiske borgere over 18 som bor her, kan stemme, men man må møte selv. Har du et valgkort, er du med."],
      en: ["EU and Nordic citizens over 18 living here can vote, in person. If you got a polling card, you are in."],
      sv: ["Nordiska medborgare över 18 som bor här får rösta. Har du fått röstkort är du med."],
    },
  },
];
