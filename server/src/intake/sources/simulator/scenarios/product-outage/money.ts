import type { Theme } from "../../scenario.ts";

/** What people ask and say when the payment app is gone. */
export const money: readonly Theme[] = [
  {
    id: "dut-down",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 12,
    from: 26,
    until: 200,
    mood: { during: 2 },
    texts: {
      da: [
        "Er Dut nede? Står i {shop} med [en fuld kurv|to is og et barn|en våd agurk] og kan ikke betale",
        "Dut siger '[vent venligst|prøv igen|noget gik galt]' på tiende minut. Kassedamen og jeg er nu [dus|på fornavn|venner]",
        "Kan ikke dutte. Køen bag mig i {shop} [sukker i kor|har delt sig i to lejre|kender mit navn]. Hvad gør jeg?",
        "Hvordan betaler jeg hvis jeg kun har Dut? Er på [tankstationen|havnen|loppemarkedet] i {town}",
        "dut virker ik hos [frisøren|bageren|tandlægen], har lige fået lavet [hår|tænder|en kage] for {amount}. hvad nu",
        "Virker Dut-kortet selvom appen er død? [Haster|Svar hurtigt|Har holdt plads i køen]",
        "{relative} har lige duttet mig {amount} men jeg kan ikke se dem. Er de [væk|på vej|hos en i Svendborg]?",
      ],
      nb: [
        "Er Dut nede? Står på {shop} med [full kurv|to is og et barn] og får ikke betalt",
        "Dut sier «[vent litt|prøv igjen|noe gikk galt]» på tiende minutt. Kassadama og jeg er på fornavn nå",
        "Får ikke duttet. Køen bak meg på {shop} [sukker i kor|kjenner navnet mitt]. Hva gjør jeg?",
        "Virker Dut-kortet selv om appen er død? [Haster|Er på ferga]",
      ],
      en: [
        "Is Dut down? I am at {shop} with [a full basket|two ice creams and a child]",
        "Dut has said '[please wait|try again]' for ten minutes. The cashier and I are friends now",
        "Does the Dut card work if the app is dead? [Urgent|Queue is growling]",
      ],
      sv: [
        "Är Dut nere? Står på {shop} med [full korg|två glassar och ett barn]",
        "Det går inte att dutta. Hur betalar jag? Kön suckar",
      ],
    },
    followUps: {
      da: [
        "Bageren skrev det på [en serviet|kridttavlen|min hånd]. Jeg kommer tilbage i morgen",
        "Fandt [en tyver i jakken|min gamle tegnebog|en venlig dame]. Betalt",
      ],
      nb: ["Bakeren skrev det på en serviett. Kommer tilbake i morgen", "Fant en hundrelapp i jakka!"],
      en: ["The baker wrote it on a napkin. I will be back tomorrow", "Found cash in my coat. Saved"],
      sv: ["Hittade en hundralapp i jackan!"],
    },
    answers: {
      da: [
        "Ja, Dut er ramt af udfaldet. Det fysiske Dut-kort virker de fleste steder, og ellers kort eller kontanter.",
        "Undskyld! Appen er nede. Prøv ikke igen og igen, så undgår du at betale to gange.",
      ],
      nb: [
        "Ja, Dut er rammet. Det fysiske Dut-kortet virker de fleste steder, ellers kort eller kontanter.",
        "Beklager! Appen er nede. Ikke prøv igjen og igjen, så unngår du å betale to ganger.",
      ],
      en: [
        "Yes, Dut is hit too. The plastic Dut card works in most places, or use another card or cash.",
        "Sorry! The app is down. Please do not retry, so that you are not charged twice.",
      ],
      sv: ["Ja, Dut är drabbat. Det fysiska kortet fungerar på de flesta ställen."],
    },
  },
  {
    id: "charged-twice",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 8,
    from: 40,
    texts: {
      da: [
        "I har trukket {amount} [to|tre|fire] gange for den samme kaffe. Jeg er ikke SÅ vågen",
        "Betalte {amount} i {shop}, appen sagde fejl, banken siger [betalt|to gange|tak]. Hvor er mine penge?",
        "Dut har trukket {amount} og butikken har intet fået. Nu [står jeg her|har de mit kørekort som pant|vasker jeg op]",
        "min konto er i minus pga jeres app. [flot|tak for det|hvem betaler gebyret?] {tag}",
        "Hvordan får jeg {amount} retur? Det står [ingen steder|kun på engelsk|under 'Din rejse']",
      ],
      nb: [
        "Dere har trukket {amount} [to|tre] ganger for samme kaffe. Jeg er ikke SÅ våken",
        "Betalte {amount} på {shop}, appen sa feil, banken sier betalt. Hvor er pengene?",
        "Kontoen er i minus på grunn av appen deres. Hvem betaler gebyret?",
      ],
      en: [
        "You charged me {amount} [twice|three times] for one coffee. I am not that awake",
        "Paid {amount} at {shop}, app said error, bank says paid. Where is my money?",
      ],
      sv: [
        "Ni har dragit {amount} [två|tre] gånger för samma kaffe",
        "Betalade {amount} på {shop}, appen sa fel. Var är pengarna?",
      ],
    },
    followUps: {
      da: ["De er kommet retur! Tak", "Stadig trukket. Hvor længe er 'snart'?"],
      nb: ["De kom tilbake! Takk", "Fortsatt trukket her"],
      en: ["They came back. Thanks!", "Still charged"],
      sv: ["De kom tillbaka, tack!"],
    },
    answers: {
      da: [
        "Det er for galt. Dobbelte betalinger går automatisk retur, senest i morgen kl. 12. Du skal ikke gøre noget.",
        "Beklager! Send beløb og tidspunkt i en privat besked, så følger vi pengene hjem.",
      ],
      nb: [
        "Det er ikke bra. Doble betalinger går automatisk tilbake, senest i morgen kl. 12.",
        "Beklager! Send beløp og tidspunkt i en melding, så følger vi pengene hjem.",
      ],
      en: [
        "Not good enough. Double charges are returned automatically by noon tomorrow.",
        "Sorry! Send us amount and time in a private message and we will trace it.",
      ],
      sv: ["Vi beklagar. Dubbla dragningar betalas tillbaka automatiskt senast i morgon klockan 12."],
    },
  },
  {
    id: "shop-owner",
    intent: "complaint",
    kinds: ["comment", "dm"],
    weight: 7,
    from: 45,
    until: 215,
    texts: {
      da: [
        "Jeg har [en isbod|et gartneri|en lille cafe] i {town} og har sendt 30 kunder hjem. Hvem dækker det?",
        "Vi tager imod [kontanter|gældsbeviser|æg] i {shop} nu. Men I skylder os et opkald. Har ringet fire gange",
        "Vores kortterminal kører på jeres net. Den er nu [en brevpresser|pynt|dørstopper]. Hvornår kan vi åbne?",
        "Fredag er vores bedste dag, og kassen er [død|gået i sort|lukket pga. jer]. Erstatning?",
        "Hele torvet i {town} er på klods. [Fiskemanden|Ostedamen|Blomsterhandleren] græder. Gør noget",
      ],
      nb: [
        "Jeg driver [en iskiosk|et gartneri] i {town} og har sendt 30 kunder hjem. Hvem dekker det?",
        "Betalingsterminalen går på nettet deres. Nå er den [brevpresse|pynt]. Når kan vi åpne igjen?",
      ],
      en: ["I run a [café|flower stall] in {town} and have turned away thirty customers. Who pays for that?"],
      sv: ["Jag driver [en glasskiosk|ett kafé] i {town} och har skickat hem 30 kunder. Vem betalar?"],
    },
    answers: {
      da: [
        "Det er vi virkelig kede af. Skriv firmanavn og nummer i en besked, så ringer erhvervsafdelingen i dag.",
        "Erhvervskunder kan søge om dækning på bolge.example/erhverv. Gem jeres kassetal fra i dag.",
      ],
      nb: [
        "Det beklager vi virkelig. Send firmanavn og nummer i en melding, så ringer bedriftsavdelingen i dag.",
        "Bedrifter kan søke dekning på bolge.example/bedrift. Ta vare på kassatallene.",
      ],
      en: ["We are truly sorry. Message us your company and number and business care will call today."],
      sv: ["Vi beklagar verkligen. Skicka företagsnamn och nummer så ringer vi idag."],
    },
  },
  {
    id: "tickets",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    from: 30,
    until: 195,
    texts: {
      da: [
        "Min [togbillet|busbillet|færgebillet] ligger i appen og appen ligger ned. Hvad siger jeg til kontrolløren?",
        "Kan ikke stoppe parkeringen i {town}, den tæller videre. Betaler I? [Er oppe på {amount}|Uret går]",
        "Har billetter til [håndbold|koncert|badeland] i telefonen og ingen net. Kan man få dem frem uden?",
        "Ladestanderen vil kun tale med min telefon, og min telefon taler ikke med [nogen|den|mig]. Står ved {shop}",
      ],
      nb: [
        "[Togbilletten|Ferjebilletten] ligger i appen, og appen ligger nede. Hva sier jeg til konduktøren?",
        "Får ikke stoppet parkeringen i {town}. Betaler dere?",
        "Ladestasjonen vil bare snakke med telefonen, og telefonen snakker ikke med noen",
      ],
      en: [
        "My [train|ferry] ticket is in the app and the app is down. What do I tell the inspector?",
        "I cannot stop the parking in {town}. Are you paying?",
      ],
      sv: ["[Tågbiljetten|Färjebiljetten] ligger i appen och appen ligger nere. Vad säger jag till konduktören?"],
    },
    answers: {
      da: [
        "Vis gerne denne besked, hvis nogen spørger: det er os, ikke dig. Parkering og ladning, der ikke kan stoppes, betaler vi.",
      ],
      nb: [
        "Vis gjerne denne meldingen om noen spør: det er oss, ikke deg. Parkering og lading som ikke kan stoppes, betaler vi.",
      ],
      en: ["Feel free to show this message: it is us, not you. We pay for parking that cannot be stopped."],
      sv: ["Visa gärna det här meddelandet: det är vi, inte du. Parkering som inte går att stoppa betalar vi."],
    },
  },
];
