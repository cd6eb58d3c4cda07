import type { Theme } from "../../scenario.ts";

/** What customers write while everything still works, and some of it afterwards. */
export const customers: readonly Theme[] = [
  {
    id: "plans",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    until: 120,
    texts: {
      da: [
        "Hvilket abonnement passer til en på [12|79|16] år, der kun [ringer til mormor|ser katte|sender talebeskeder]?",
        "Kan [min søn|min kæreste|hunden] og jeg dele data, eller skal vi hver have vores?",
        "Hvad er forskellen på Bølge Lille og Bølge Mellem, ud over [prisen|farven|{amount}]?",
        "Jeg har brugt 2 GB på [et opkald|at lede efter wifi|én video af en and]. Kan det passe?",
        "Får man stadig [en højttaler|en badebold|ro i sindet] med, når man skifter til jer i {town}?",
        "Har I noget til en [efterskoleelev|lastbilchauffør|gartner], der bruger hele sin løn på data?",
      ],
      nb: [
        "Hvilket abonnement passer for en på [12|79] år som bare [ringer bestemor|ser på katter]?",
        "Hva er forskjellen på Bølge Liten og Bølge Mellom, bortsett fra [prisen|fargen]?",
        "Jeg har brukt 2 GB på [én samtale|én video av en and]. Kan det stemme?",
        "Kan [sønnen min|samboeren min] og jeg dele data, eller må vi ha hver vår?",
      ],
      en: [
        "Which plan suits a [12|79] year old who only [calls grandma|watches cats]?",
        "I used 2 GB on [one call|a single video of a duck]. Is that possible?",
        "What is the difference between Small and Medium, apart from [the price|{amount}]?",
      ],
      sv: [
        "Vilket abonnemang passar en [12|79]-åring som bara [ringer mormor|tittar på katter]?",
        "Vad är skillnaden mellan Bølge Liten och Mellan, förutom {amount}?",
      ],
    },
    followUps: {
      da: ["Så tager jeg den midterste, tak", "Hun siger hun vil have den lyserøde. Findes den?"],
      nb: ["Da tar jeg den i midten, takk"],
      en: ["I will take the middle one, thanks"],
      sv: ["Då tar jag den i mitten, tack"],
    },
    answers: {
      da: [
        "Det finder vi ud af! Skriv til os privat, så ser vi på forbruget. Man kan skifte gratis fra dag til dag.",
        "Godt spørgsmål! De fleste kan nøjes med Bølge Lille, og familien kan dele op til fem. Hunde er gratis.",
      ],
      nb: ["Det finner vi ut av! Skriv til oss privat, så ser vi på forbruket. Du kan bytte gratis fra dag til dag."],
      en: ["Let us find out! Message us and we will look at your usage. You can switch for free any day."],
      sv: ["Det reder vi ut! Skriv till oss privat så tittar vi. Du kan byta gratis när du vill."],
    },
  },
  {
    id: "coverage-at-home",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    until: 100,
    texts: {
      da: [
        "Jeg har kun dækning [i carporten|på øverste trin af trappen|når jeg læner mig mod ovnen]. Bor i {town}",
        "Jeres dækningskort viser mørkegrønt hos os ved {town}. Der er [en bakke|en silo|ingenting] i vejen",
        "5G i {town}? Jeg har set [flere ulve|et æsel|et ufo], men aldrig 5G",
        "Opkald falder ud i rundkørslen ved {town}. Altid midt i [vittigheden|en undskyldning|pointen]",
        "Nettet er langsomt hver [aften kl. 20|søndag|gang min nabo streamer]. Kan I se det fra jeres side?",
      ],
      nb: [
        "Jeg har bare dekning [i garasjen|på øverste trappetrinn|når jeg lener meg mot ovnen]. Bor i {town}",
        "5G i {town}? Jeg har sett [flere ulver|en gaupe|nordlys], men aldri 5G",
        "Samtalen faller alltid ut i tunnelen ved {town}, midt i [poenget|unnskyldningen]",
      ],
      en: [
        "I only have coverage [in the carport|on the top stair] in {town}. Any plans for a mast?",
        "5G in {town}? I have seen [more wolves|a donkey], but never 5G",
      ],
      sv: [
        "Jag har bara täckning [i garaget|på översta trappsteget]. Bor i {town}",
        "5G i {town}? Har sett [fler älgar|en varg], men aldrig 5G",
      ],
    },
    followUps: {
      da: ["Adressen er sendt i en besked", "Ovnen er varm nu. Det er ikke optimalt"],
      nb: ["Adressen er sendt i en melding"],
      en: ["I have sent you the address"],
      sv: ["Adressen är skickad"],
    },
    answers: {
      da: [
        "Send adressen i en besked, så måler vi efter. Wifi-opkald kan hjælpe indendørs imens.",
        "Der er planlagt en ny mast i området til foråret. Jeg skriver dig op, så du hører fra os.",
      ],
      nb: [
        "Send adressen i en melding, så måler vi etter. Wifi-samtaler kan hjelpe innendørs så lenge.",
        "Det er planlagt en ny mast i området til våren. Jeg setter deg på lista.",
      ],
      en: ["Send us the address and we will measure. Wi-Fi calling can help indoors meanwhile."],
      sv: ["Skicka adressen så mäter vi. Wifi-samtal kan hjälpa inomhus så länge."],
    },
  },
  {
    id: "app-tips",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    until: 60,
    texts: {
      da: [
        "Hvor finder jeg min [pinkode|kvittering|skyldnerliste] i den nye Dut?",
        "Kan man sende {amount} til en, der [er 9 år|bor i Norge|ikke vil have dem]?",
        "Hvordan deler man en regning i fem, når [den ene kun fik vand|to er gået|ingen vil indrømme desserten]?",
        "Kan jeg slå lyden 'dut' fra? Den siger det [midt i møder|i kirken|når vi sover]",
        "Jeg har duttet {amount} til min eks ved en fejl. Findes der [en fortrydknap|en tidsmaskine|nåde]?",
      ],
      nb: [
        "Hvor finner jeg [kvitteringen|pinkoden] i den nye Dut-appen?",
        "Kan jeg slå av lyden «dut»? Den kommer [midt i møter|i kirka|når vi sover]",
        "Duttet {amount} til eksen ved en feil. Finnes det [en angreknapp|en tidsmaskin]?",
      ],
      en: [
        "How do we split a bill in five when [one only had water|two have left]?",
        "Can I turn off the 'dut' sound? It goes off in [meetings|church]",
      ],
      sv: [
        "Kan jag stänga av ljudet 'dut'? Det kommer [mitt i möten|i kyrkan]",
        "Var hittar jag [kvittot|pinkoden] i nya Dut?",
      ],
    },
    answers: {
      da: ["Det ligger alt sammen under de tre prikker øverst til højre. Driller det, så skriv til os privat."],
      nb: ["Alt ligger under de tre prikkene øverst til høyre. Krangler den, så skriv til oss privat."],
      en: ["It is all under the three dots, top right. If it will not behave, send us a message."],
      sv: ["Allt ligger under de tre prickarna uppe till höger. Krånglar det, skriv till oss."],
    },
  },
  {
    id: "shop-praise",
    intent: "thanks",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    until: 70,
    texts: {
      da: [
        "Stor ros til [Samira|Jesper|ham med skægget] i jeres butik i {town}. {relative} kan nu sende billeder. Mange billeder",
        "Tak for hjælpen i dag! [Nummeret kom med|eSIM'et virker|Kaffen var god]. Bedste kundeservice i {town} {tag}",
        "Ringede for at brokke mig og lagde på i [godt humør|en ny pakke|en halv times snak om hunde]. Hvordan gør I?",
        "I sendte et håndskrevet kort til {relative} på fødselsdagen. Det [hænger på køleskabet|er læst op to gange]",
      ],
      nb: [
        "Stor ros til [Samira|Jesper] i butikken i {town}. {relative} kan nå sende bilder. Mange bilder",
        "Ringte for å klage og la på i [godt humør|en halvtimes prat om hunder]. Hvordan gjør dere det?",
      ],
      en: [
        "Big thanks to [Samira|Jesper] in your {town} shop. My dad can now send pictures. So many pictures",
        "I called to complain and hung up in a good mood. How do you do that?",
      ],
      sv: [
        "Stort tack till [Samira|Jesper] i butiken i {town}. {relative} kan skicka bilder nu. Många bilder",
        "Ringde för att klaga och la på på gott humör. Hur gör ni?",
      ],
    },
  },
  {
    id: "phone-jokes",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 8,
    until: 70,
    texts: {
      da: [
        "{relative} ringer fra [køkkenet|haven|det andet værelse]. Fri tale har gjort os dovne",
        "Min telefon er [3 år|blevet voksen|ældre end min bil]. Den sover mest nu, men den er glad når vi går tur",
        "Har fået nyt nummer. Nu ringer [en pizzakunde|Bentes frisør|en der hedder Kaj] hver fredag. Vi er blevet venner {tag}",
        "Teenageren har ubegrænset data og [tomt batteri|ingen svar til sin mor]. Sådan holdes naturen i balance",
        "Skærmen gik i stykker. Nu ser alle ud som [Picasso|om de græder|min svoger]",
        "Jeg har 11 adgangskoder og [ét ord|en hund, der hedder det samme|dårlig hukommelse]",
      ],
      nb: [
        "{relative} ringer fra [kjøkkenet|hagen]. Fri tale har gjort oss late",
        "Tenåringen har ubegrenset data og [tomt batteri|ingen svar til moren sin]",
        "Fikk nytt nummer. Nå ringer [en pizzakunde|frisøren til Bente] hver fredag. Vi har blitt venner",
      ],
      en: [
        "{relative} calls me from [the kitchen|the garden]. Free minutes made us lazy",
        "My teenager has unlimited data and [no battery|no reply for his mother]",
        "New number. Now [a pizza customer|somebody called Kaj] rings every Friday. We are friends",
      ],
      sv: [
        "{relative} ringer från [köket|trädgården]. Fria samtal har gjort oss lata",
        "Tonåringen har obegränsad data och [tomt batteri|inget svar till sin mamma]",
      ],
    },
    pictures: {
      share: 0.2,
      alt: {
        da: ["En telefon med revnet skærm", "En gammel telefon ved siden af en sovende hund"],
        nb: ["En telefon med knust skjerm"],
        en: ["A phone with a cracked screen"],
        sv: ["En telefon med sprucken skärm"],
      },
    },
  },
];
