import type { Theme } from "../../scenario.ts";

/** What people write when some of it works again, and when it goes once more. */
export const recovery: readonly Theme[] = [
  {
    id: "works-again",
    intent: "thanks",
    kinds: ["mention", "comment"],
    weight: 9,
    from: 114,
    mood: { after: 1.5, over: 2 },
    texts: {
      da: [
        "TO STREGER I {town}!! Jeg [græder|ringer til alle|har kysset routeren] {tag}",
        "Nettet er tilbage! Fik [61|112|47] beskeder på én gang, [44|30|39] af dem fra {relative}",
        "Dut virker igen i {shop}. Hele køen [klappede|duttede i kor|gik stille hjem]",
        "Tak til teknikerne, der [sprang aftensmaden over|klatrer i master i regnvejr|har kæmpet hele dagen] 🙌",
        "Så kører det i {town}. Godt gået, og [gør det aldrig igen|sov godt|giv Preben en øl]",
        "Vi er oppe! [Familien|Stuen|Samtalen] er hermed opløst, alle er gået hver til sit",
      ],
      nb: [
        "TO STREKER I {town}!! Jeg [griner|ringer alle|har kysset ruteren]",
        "Nettet er tilbake! Fikk [61|47] meldinger på én gang, de fleste fra {relative}",
        "Takk til teknikerne som [hoppet over middagen|klatrer i master i regnet] 🙌",
        "Da er vi oppe. Familien er herved oppløst",
      ],
      en: [
        "TWO BARS IN {town}! I am [crying|calling everyone]",
        "We are back! Got [61|47] messages at once, most of them from {relative}",
        "Thank you to the engineers who [skipped dinner|climb masts in the rain] 🙌",
      ],
      sv: [
        "TVÅ STRECK I {town}! Jag [gråter|ringer alla]",
        "Nätet är tillbaka! Tack till teknikerna 🙌",
        "Nu funkar det i {town}. Bra jobbat, och gör aldrig om det",
      ],
    },
    pictures: {
      share: 0.2,
      alt: {
        da: ["En telefon med to streger og et hjerte tegnet om dem", "En mast mod aftenhimlen"],
        nb: ["En telefon med to streker"],
        en: ["A phone showing two bars"],
        sv: ["En telefon med två streck"],
      },
    },
  },
  {
    id: "still-down",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 11,
    from: 116,
    mood: { during: 1.5 },
    texts: {
      da: [
        "I skriver at nettet er tilbage. [Ikke i {town}|Ikke hos {relative}|Hos hvem?]",
        "Alle andre i {town} er oppe, undtagen [mig|os på bakken|vores vej]. Har vi gjort jer noget?",
        "Stadig dødt i {town}. [Har tændt og slukket|Har stået på en stol|Har bedt pænt] {tag}",
        "Har net men ingen Dut. Har Dut men ingen [penge|lyd|forbindelse]. Hvad er næste trin?",
        "4G siger den. Intet loader. Er det [pynt|kunst|et løfte]?",
        "det virkede i {minutes}. nu er det væk igen. [hvad laver i|seriøst|jeg giver op]",
      ],
      nb: [
        "Dere skriver at nettet er tilbake. [Ikke i {town}|Ikke hos oss|Hos hvem?]",
        "Alle andre i {town} er oppe, bare ikke [meg|veien vår]. Har vi gjort dere noe?",
        "4G, sier den. Ingenting laster. Er det pynt?",
        "Det virket i {minutes}. Nå er det borte igjen",
      ],
      en: [
        "You say it is back. [Not in {town}|Not here|For whom?]",
        "It says 4G. Nothing loads. Is it decoration?",
        "It worked for {minutes} and is gone again",
      ],
      sv: [
        "Ni skriver att nätet är tillbaka. [Inte i {town}|Inte hos oss]",
        "Det fungerade i {minutes}. Nu är det borta igen",
      ],
    },
    followUps: {
      da: ["Flytilstand virkede! Tak", "Nej, stadig ingenting", "Prøvet. To gange. Med følelse"],
      nb: ["Flymodus virket! Takk", "Nei, fortsatt ingenting"],
      en: ["Airplane mode did it, thanks!", "No, still nothing"],
      sv: ["Flygplansläge funkade! Tack", "Nej, fortfarande inget"],
    },
    answers: {
      da: [
        "Vi åbner masterne en ad gangen, og nogle mangler. Prøv flytilstand i 10 sekunder, så finder den nettet hurtigere.",
        "Nogle master driller stadig, og det er vi kede af. Det kommer igen i små skridt.",
      ],
      nb: [
        "Vi åpner mastene én for én, og noen mangler. Prøv flymodus i ti sekunder.",
        "Noen master krangler fortsatt, og det beklager vi. Det kommer tilbake i små skritt.",
      ],
      en: [
        "Masts come back one by one, some are missing. Try airplane mode for ten seconds.",
        "Some masts are still misbehaving, sorry. It is coming back step by step.",
      ],
      sv: ["Masterna öppnas en i taget. Prova flygplansläge i tio sekunder."],
    },
  },
  {
    id: "relapse",
    intent: "complaint",
    kinds: ["mention", "comment"],
    weight: 12,
    from: 136,
    until: 192,
    mood: { during: 2 },
    texts: {
      da: [
        "Nej nej nej. Det var lige kommet tilbage i {town} [😭|og jeg havde fortalt det til alle|og så]",
        "I nåede at skrive 'alt kører'. [To minutter|Ét opslag|En kop kaffe] senere: sort. {tag}",
        "Tilbagefald, siger de på [radioen|jobbet|bussen]. Det lyder som noget man [tager piller for|får efter ferien]",
        "Anden gang i dag. [Skuffelsen er større nu|Jeg turde håbe|Første gang var hyggelig]",
        "Jeg nåede at sende '[jeg elsker dig|køb mælk|er det forbi]' og fik ikke svar inden det røg. Tak for det, Bølge",
      ],
      nb: [
        "Nei nei nei. Det hadde nettopp kommet tilbake i {town} [😭|og jeg hadde sagt det til alle]",
        "Dere rakk å skrive «alt virker». [To minutter|En kaffekopp] senere: svart",
        "Rakk å sende «[jeg elsker deg|kjøp melk]» og fikk ikke svar før det røk. Takk for den",
      ],
      en: [
        "No no no. It had just come back in {town}",
        "You posted 'all good'. [Two minutes|One coffee] later: black",
        "I managed to send '[I love you|buy milk]' and got no answer before it died. Thanks",
      ],
      sv: [
        "Nej nej nej. Det hade precis kommit tillbaka i {town}",
        "Ni hann skriva 'allt fungerar'. Två minuter senare: svart",
      ],
    },
    answers: {
      da: [
        "Vi er lige så ærgerlige. Vi åbnede for hurtigt, og det holdt ikke. Nu gør vi det i mindre bidder.",
        "Undskyld. Det er samme fejl, og vi ved, hvad der skal til. Næste melding om 15 minutter.",
      ],
      nb: ["Vi er like lei oss. Vi åpnet for fort, og det holdt ikke. Nå tar vi det i mindre biter."],
      en: ["We are just as gutted. We opened too fast, and it did not hold. Smaller steps now."],
      sv: ["Vi är lika ledsna. Vi öppnade för snabbt. Nu tar vi det i mindre steg."],
    },
  },
  {
    id: "after-restart",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 8,
    from: 118,
    texts: {
      da: [
        "Skal jeg [genstarte|slukke simkortet|vente] for at få nettet tilbage? Bor i {town}",
        "Der kommer gamle sms'er ind fra [klokken tre|i formiddags|{relative}]. Kommer der flere? Det er lidt pinligt",
        "Mine data siger [0 MB|99 GB|-3 GB] brugt. Er det rigtigt?",
        "Telefonen kalder sig nu '[Test 04|Bølge 2|Preben]' i stedet for Bølge. Skal den det?",
        "Dut vil have mig til at [logge ind forfra|scanne mit pas|oprette mig igen]. Er det meningen?",
      ],
      nb: [
        "Må jeg [starte på nytt|vente] for å få nettet tilbake? Bor i {town}",
        "Telefonen kaller seg nå «[Test 04|Preben]» i stedet for Bølge. Skal den det?",
        "Dut vil at jeg skal logge inn på nytt. Er det meningen?",
      ],
      en: [
        "Do I need to [restart|wait] to get back on in {town}?",
        "My phone now calls the network '[Test 04|Preben]'. Is that right?",
      ],
      sv: [
        "Måste jag starta om för att få nätet tillbaka i {town}?",
        "Telefonen kallar nätet 'Test 04' nu. Ska det vara så?",
      ],
    },
    answers: {
      da: [
        "Flytilstand til og fra er nok, resten retter sig selv i aften. Dut spørger kun om din kode, aldrig om pas.",
      ],
      nb: ["Flymodus av og på holder, resten retter seg i kveld. Dut spør bare om koden din, aldri om pass."],
      en: ["Airplane mode on and off is enough, the rest will right itself tonight. Dut only asks for your code."],
      sv: ["Flygplansläge på och av räcker, resten rättar till sig ikväll. Dut frågar bara efter din kod."],
    },
  },
];
