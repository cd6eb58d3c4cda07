import type { Theme } from "../../scenario.ts";

/** What people hold against the company, apart from the fault itself. */
export const grievances: readonly Theme[] = [
  {
    id: "no-information",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 10,
    from: 34,
    mood: { during: 1.5 },
    texts: {
      da: [
        "Jeres statusside siger [alt kører|grønt|'ingen kendte fejl']. Hvem har I spurgt?",
        "Tak for sms'en om nedbruddet. [Den kom ikke|Den når nok frem i morgen|Meget optimistisk] {tag}",
        "I har haft tid til at lave en [grafik med en trist bølge|gif|jingle], men ikke til at sige hvad der er galt",
        "En time uden ét ord fra jer. {relative} har sagt mere, og {relative2} siger aldrig noget",
        "Måtte høre det i [radioen|bussen|kirken] i {town}. Kunne I ikke selv have sagt det?",
        "'Nogle kunder kan opleve'. NOGLE. [Hele {town} står på gaden|Alle jeg kender|Selv bageren]",
      ],
      nb: [
        "Statussiden deres sier [alt virker|grønt]. Hvem har dere spurt?",
        "Takk for sms-en om nedetiden. [Den kom ikke|Den kommer vel i morgen]",
        "«Noen kunder kan oppleve». NOEN. [Hele {town} står på gata|Alle jeg kjenner]",
        "Måtte høre det på [radioen|bussen]. Kunne dere ikke sagt det selv?",
      ],
      en: [
        "Your status page is [all green|perfectly happy]. Who did you ask?",
        "'Some customers may experience'. SOME. [The whole of {town}|Everyone I know]",
        "Thanks for texting me about the outage. It did not arrive",
      ],
      sv: [
        "Er statussida säger att [allt fungerar|allt är grönt]. Vem har ni frågat?",
        "'Vissa kunder'. VISSA. [Hela {town}|Alla jag känner]",
      ],
    },
    answers: {
      da: [
        "Du har ret, vi var for langsomme. Nu melder vi ud hver halve time her og på bolge.example/status.",
        "Den tager vi på os. Statussiden er rettet, og 'nogle' er ændret til 'de fleste'.",
      ],
      nb: [
        "Du har rett, vi var for trege. Nå melder vi fra hver halvtime her og på bolge.example/status.",
        "Den tar vi på oss. Statussiden er rettet, og «noen» er endret til «de fleste».",
      ],
      en: [
        "You are right, we were too slow. Updates every half hour now, here and at bolge.example/status.",
        "Fair point. The page is corrected, and 'some' now reads 'most'.",
      ],
      sv: ["Du har rätt, vi var för långsamma. Nu kommer besked varje halvtimme."],
    },
  },
  {
    id: "hotline",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 8,
    from: 30,
    texts: {
      da: [
        "Er nummer [412|88|1.204] i køen hos jeres kundeservice. Musikken er [panfløjte|den samme i ring|faktisk okay]",
        "Jeres robot spurgte om jeg havde prøvet at [ringe|gå ind i appen|gå ud og gå]. Ja, Kurt. Det har jeg",
        "I beder mig ringe til jer fordi jeg ikke kan ringe. [Tænk lige over den|Smukt|Kafka ville smile]",
        "Har ventet {minutes} på chatten. Den skriver at den 'glæder sig til at hjælpe'. [Ikke nok|Bevis det|Det gør jeg også]",
        "chatbotten anbefaler mig et [større abonnement|streamingtilbud|cover til telefonen]. jeg har INTET NET",
      ],
      nb: [
        "Nummer [412|88] i køen hos kundeservice. Musikken er [panfløyte|den samme i ring]",
        "Dere ber meg ringe fordi jeg ikke får ringt. [Tenk litt på den|Vakkert]",
        "Chatboten anbefaler et [større abonnement|deksel]. Jeg har IKKE NETT",
      ],
      en: [
        "Number [412|88] in your phone queue. The music is [pan flute|the same loop]",
        "You ask me to call because I cannot call. [Think about it|Kafka smiles]",
        "The chatbot suggests a [bigger plan|phone case]. I have NO NETWORK",
      ],
      sv: [
        "Nummer [412|88] i er telefonkö. Musiken är [panflöjt|samma slinga]",
        "Ni ber mig ringa för att jag inte kan ringa. Tänk lite på det",
      ],
    },
    answers: {
      da: [
        "Av, den er fortjent. Skriv dit spørgsmål her, så svarer et menneske. Robotten holder pause.",
        "Undskyld ventetiden. Vi har sat flere på, og her i tråden går det hurtigst.",
      ],
      nb: [
        "Au, den var fortjent. Skriv spørsmålet her, så svarer et menneske. Roboten har pause.",
        "Beklager ventetiden. Vi har satt på flere, og her går det raskest.",
      ],
      en: [
        "Ouch, deserved. Ask here and a human answers. The bot is on a break.",
        "Sorry for the wait. We have more people on, and this thread is the quickest way.",
      ],
      sv: ["Aj, det var rättvist. Fråga här så svarar en människa."],
    },
  },
  {
    id: "compensation",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 8,
    from: 75,
    mood: { after: 1.5, over: 2 },
    texts: {
      da: [
        "Får vi kompensation for i dag? [Har betalt for hele måneden|En dag er en dag|Jeg tager også kage]",
        "Hvordan søger man erstatning for [en tabt ordre|en misset flyafgang|fire timers ro]?",
        "Bliver det trukket fra regningen automatisk, eller skal man [ringe (haha)|udfylde 14 sider|møde op]?",
        "Mit firma i {town} har stået stille i {minutes}. Hvem skal jeg skrive til om det? {tag}",
        "er det rigtigt at vi får [gratis data|en gratis måned|en sok] som plaster på såret?",
      ],
      nb: [
        "Får vi kompensasjon for i dag? [Har betalt for hele måneden|Tar gjerne kake også]",
        "Blir det trukket fra regningen automatisk, eller må man ringe (haha)?",
        "Bedriften min i {town} har stått stille i {minutes}. Hvem skriver jeg til?",
      ],
      en: [
        "Do we get compensation for today? [I paid for the whole month|Cake is fine too]",
        "How do I claim for a [lost order|missed flight]?",
      ],
      sv: ["Får vi kompensation för idag? [Har betalat för hela månaden|Tar gärna tårta]"],
    },
    followUps: {
      da: ["Fair. Det er pænt af jer", "Hvornår kan jeg se det på regningen?"],
      nb: ["Greit, det er pent gjort", "Når ser jeg det på regningen?"],
      en: ["Fair enough", "When will I see it on the bill?"],
      sv: ["Helt okej, tack"],
    },
    answers: {
      da: [
        "Ja. Alle privatkunder får tre dage trukket fra næste regning, helt af sig selv.",
        "Har du haft et tab, så skriv det på bolge.example/erstatning. Et menneske læser hver sag.",
      ],
      nb: [
        "Ja. Alle privatkunder får tre dager trukket fra neste regning, helt automatisk.",
        "Har du hatt et tap, så skriv det på bolge.example/erstatning. Et menneske leser hver sak.",
      ],
      en: [
        "Yes. Every private customer gets three days off the next bill, automatically.",
        "For a loss, write at bolge.example/claims. A human reads every case.",
      ],
      sv: ["Ja. Alla privatkunder får tre dagar avdragna på nästa faktura."],
    },
  },
  {
    id: "leaving",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    from: 60,
    texts: {
      da: [
        "Kunde i [12|8|19] år. I morgen er jeg [hos jeres konkurrent|fri|på brevdue]. Hvordan opsiger man?",
        "Hvor hurtigt kan man skifte væk? Min nabo har [fem streger|net i kælderen|selv sin hund på nettet]",
        "Det er [tredje|anden|femte] gang i år i {town}. Jeg opsiger det hele, også {relative}s",
        "Jeg ville opsige, men siden for opsigelser er [også nede|i stykker|forbavsende hurtig]",
      ],
      nb: [
        "Kunde i [12|åtte] år. I morgen er jeg [hos konkurrenten|på brevdue]. Hvordan sier man opp?",
        "Ville si opp, men siden for oppsigelser er [også nede|merkelig rask]",
      ],
      en: ["Customer for [12|eight] years. Tomorrow I am [with your competitor|on pigeons]. How do I cancel?"],
      sv: ["Kund i [12|åtta] år. Imorgon är jag [hos konkurrenten|på brevduva]. Hur säger man upp?"],
    },
    answers: {
      da: [
        "Det forstår vi godt. Send dit nummer i en besked, så hjælper vi, også med at opsige, hvis det er det rigtige.",
        "Tak for alle årene. Giv os lov at ringe i morgen, når vi kan det igen.",
      ],
      nb: [
        "Det skjønner vi godt. Send nummeret i en melding, så hjelper vi, også med å si opp.",
        "Det er lov å være lei. La oss få ringe deg i morgen, når vi kan.",
      ],
      en: ["We understand. Message us your number and we will help, with cancelling too if that is right."],
      sv: ["Det förstår vi. Skicka ditt nummer så hjälper vi dig."],
    },
  },
];
