import type { Incident } from "../../scenario.ts";

/** The same from many, and what turns out not to be so. */
export const waves: readonly Incident[] = [
  {
    id: "is-dut-down",
    at: 35,
    lines: [
      {
        after: 0,
        platform: "facebook",
        kind: "comment",
        intent: "question",
        voice: "da",
        text: "Er Dut nede?",
        answer:
          "Ja, Dut er nede sammen med nettet. Dut-kortet af plast virker de fleste steder. Mere på bolge.example/status.",
        crowd: {
          people: 70,
          minutes: 12,
          answers: {
            nb: "Ja, Dut er nede sammen med nettet. Dut-kortet av plast virker de fleste steder. Mer på bolge.example/status.",
            en: "Yes, Dut is down along with the network. The plastic Dut card works in most places: bolge.example/status",
            sv: "Ja, Dut är nere tillsammans med nätet. Det fysiska Dut-kortet fungerar på de flesta ställen.",
          },
          variants: {
            da: [
              "Er Dut [nede|død|gået i stykker]?",
              "Kan [ingen|vi ikke|man ikke] dutte lige nu?",
              "Hvorfor virker Dut ikke i {shop}?",
              "dut dur ik. [er det mig?|andre?|hvad nu?]",
              "Hvornår kan man [betale|dutte] igen?",
              "Dut siger '[fejl 7|prøv igen|ingen forbindelse]'. Hvad betyder det?",
              "Er der problemer med betalinger i {town}?",
              "Kan ikke sende penge til {relative}, er I nede?",
              "Står ved kassen i {shop}. Er Dut helt væk?",
            ],
            nb: [
              "Er Dut [nede|død]?",
              "Hvorfor virker ikke Dut på {shop}?",
              "Får ikke [duttet|betalt]. Er det meg eller dere?",
              "Når kan man dutte igjen?",
            ],
            en: ["Is Dut [down|dead]?", "Why is Dut not working at {shop}?", "Cannot pay with Dut, is it [me|you]?"],
            sv: ["Är Dut [nere|död]?", "Varför fungerar inte Dut på {shop}?"],
          },
        },
      },
      {
        after: 25,
        platform: "x",
        kind: "mention",
        intent: "question",
        voice: "da",
        text: "er mobilnettet nede? #bølgestatus",
        answer:
          "Ja, vi har et stort udfald på tale og data. 112 virker via andre net. Vi melder ud igen inden for 30 minutter.",
        crowd: {
          people: 50,
          minutes: 12,
          answers: {
            nb: "Ja, vi har et stort utfall på tale og data. 112 virker via andre nett. Vi melder fra igjen innen 30 minutter.",
            en: "Yes, a major outage on calls and data. 112 works via other networks. Next update within 30 minutes.",
            sv: "Ja, vi har ett stort avbrott. 112 fungerar via andra nät. Nytt besked inom 30 minuter.",
          },
          variants: {
            da: [
              "er [mobilnettet|nettet|jeres net] nede? {tag}",
              "Er der nedbrud hos Bølge i {town}?",
              "ingen dækning i {town}, er I [nede|ramt|vågne]?",
              "Hvad sker der med Bølge? [Ingen streger|Kun nødopkald|Alt er dødt] {tag}",
              "hallo Bølge, [er I der?|er der hul igennem?|bank på hvis I hører os]",
            ],
            nb: [
              "er nettet nede i {town}? {tag}",
              "Ingen dekning i {town}, er dere [nede|våkne]?",
              "Hva skjer med Bølge? [Null streker|Alt er dødt]",
            ],
            en: ["is Bølge down in {town}?", "No signal in {town}, what is going on? {tag}"],
            sv: ["är nätet nere i {town}?", "Ingen täckning i {town}, vad händer?"],
          },
        },
      },
    ],
  },
  {
    id: "hacked",
    at: 60,
    lines: [
      {
        after: 0,
        who: "it_carsten",
        platform: "x",
        kind: "mention",
        intent: "rumour",
        voice: "da",
        followers: 5_300,
        text: "@bolgehjaelp har kilder på at Bølge er HACKET og at alle Dut-koder ligger frit. Skift kode NU, del vildt #bølgestatus",
        answer:
          "Det passer ikke. Det er en ændring i vores kernenet, ingen data er lækket, og du behøver ikke skifte kode.",
        deletedAfter: 1_500,
      },
      {
        after: 45,
        platform: "facebook",
        kind: "comment",
        intent: "rumour",
        voice: "da",
        text: "Passer det at I er hacket?",
        answer: "Nej, vi er ikke hacket, og ingen koder er lækket. Det er vores egen fejl. Del det gerne.",
        crowd: {
          people: 22,
          minutes: 8,
          answers: {
            nb: "Nei, vi er ikke hacket, og ingen koder er lekket. Feilen er vår egen. Del det gjerne.",
            en: "No, we have not been hacked and no codes have leaked. The fault is our own.",
            sv: "Nej, vi är inte hackade och inga koder har läckt. Felet är vårt eget.",
          },
          variants: {
            da: [
              "Passer det at I er [hacket|blevet hacket]?",
              "Skal vi skifte [kode|koder|alt]? Læste at I er hacket",
              "En på X siger at alle Dut-koder ligger frit?? [Svar|Er det sandt?]",
              "hackerangreb eller hvad? {relative2} siger ja",
            ],
            nb: ["Stemmer det at dere er hacket?", "Må vi bytte kode? Leste at dere er hacket"],
            en: ["Have you been hacked? Should I change my code?"],
            sv: ["Stämmer det att ni är hackade?"],
          },
        },
      },
    ],
  },
  {
    id: "second-thoughts",
    at: 118,
    lines: [
      {
        after: 0,
        who: "Knud Erik Lauge",
        platform: "facebook",
        kind: "comment",
        intent: "complaint",
        voice: "da",
        text: "STADIG INTET NET I RIBE!!! I ER EN SKANDALE",
        answer: "Vi kan se din mast, og den er oppe. Prøv flytilstand til og fra, så burde den hoppe på.",
        editedTo: { after: 130, text: "Stadig intet net i Ribe. EDIT: den stod på flytilstand. God weekend til jer" },
      },
      {
        after: 90,
        who: "sanne_s",
        platform: "instagram",
        kind: "comment",
        intent: "abuse",
        voice: "da",
        text: "Håber hele jeres kundeservice bliver fyret, uduelige får",
        deletedAfter: 60,
      },
      {
        after: 200,
        who: "gunnhild.vik",
        platform: "threads",
        kind: "mention",
        intent: "thanks",
        voice: "nb",
        text: "Nettet er tilbake i Bergen! Takk! #bølgehjelp",
        editedTo: { after: 1_140, text: "Nettet VAR tilbake i Bergen. Trekker takken midlertidig. #bølgehjelp" },
      },
      {
        after: 260,
        who: "hr.larsen",
        platform: "x",
        kind: "mention",
        intent: "question",
        voice: "da",
        text: "@bolgehjaelp hvad er mit kodeord? det er Sommer1, men det virker ikke",
        answer: "Slet lige opslaget og skift koden! Skriv til os privat, så hjælper vi dig ind.",
        deletedAfter: 110,
      },
    ],
  },
];
