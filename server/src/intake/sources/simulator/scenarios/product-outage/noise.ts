import type { Theme } from "../../scenario.ts";

/** Rumours, tricksters and abuse. */
export const noise: readonly Theme[] = [
  {
    id: "rumour-attack",
    intent: "rumour",
    kinds: ["mention", "comment"],
    weight: 6,
    from: 35,
    texts: {
      da: [
        "Min svoger i [forsvaret|it-branchen|brugsen] siger at det er et hackerangreb. Hvorfor siger I det ikke?",
        "Er det [Rusland|solstorm|et søkabel der er klippet over]? Alle i {town} siger det",
        "Hører at ALLE jeres kunders [koder|numre|beskeder] er lækket. Bekræft eller afkræft, nu",
        "{relative} har læst at man skal [brænde simkortet|pakke telefonen i sølvpapir|skifte navn] med det samme?",
        "De siger på {shop} at Bølge er [solgt|gået konkurs|flyttet til Malta]. Er det derfor",
      ],
      nb: [
        "Svogeren min i [forsvaret|it-bransjen] sier det er et hackerangrep. Hvorfor sier dere det ikke?",
        "Er det [solstorm|en sjøkabel som er kuttet]? Alle i {town} sier det",
        "Hører at [kodene|numrene] til alle kundene er lekket. Stemmer det?",
      ],
      en: [
        "My brother-in-law says it is a cyber attack. Why will you not say so?",
        "Is it true that all customers' [codes|numbers] have leaked?",
      ],
      sv: ["Är det [en solstorm|ett hackerangrepp]? Alla i {town} säger det", "Stämmer det att allas koder har läckt?"],
    },
    answers: {
      da: [
        "Nej. Det er ikke et angreb, og ingen data er lækket. Fejlen er vores egen og ligger i kernenettet.",
        "Det passer ikke. Læg bare sølvpapiret væk, og behold både kode og simkort.",
      ],
      nb: ["Nei. Det er ikke et angrep, og ingen data er lekket. Feilen er vår egen."],
      en: ["No. It is not an attack and no data has leaked. The fault is our own."],
      sv: ["Nej. Det är inget angrepp och inga data har läckt. Felet är vårt eget."],
    },
  },
  {
    id: "rumour-health",
    intent: "rumour",
    kinds: ["mention", "comment"],
    weight: 4,
    from: 45,
    texts: {
      da: [
        "Sygehuset i {town} kan ikke [operere|ringe|tilkalde læger] pga. jer, siger en i vores gruppe. Passer det??",
        "Nogen skriver at 112 er nede i hele [Jylland|landet|verden]. Er det sandt eller pjat?",
        "Der er en i {town} der ikke kunne få en ambulance. Hørte jeg. [Ved I noget?|Er det rigtigt?]",
      ],
      nb: [
        "Noen skriver at 112 er nede i hele [landet|Norden]. Er det sant?",
        "Sykehuset i {town} får ikke tilkalt leger, sier folk. Stemmer det?",
      ],
      en: ["Someone says 112 is down everywhere. Is that true?"],
      sv: ["Någon skriver att 112 är nere överallt. Är det sant?"],
    },
    answers: {
      da: [
        "112 virker. Sygehusene har egne net og meldes normale. Del det gerne videre i jeres gruppe.",
        "Det passer ikke, siger alarmcentralen, som vi taler med hver halve time.",
      ],
      nb: ["112 og 113 virker. Sykehusene har egne nett og melder om normal drift."],
      en: ["112 works. Hospitals have networks of their own and report normal service."],
      sv: ["112 fungerar. Sjukhusen har egna nät."],
    },
  },
  {
    id: "phishing",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    from: 70,
    texts: {
      da: [
        "Har fået en mail om {amount} i kompensation. Man skal bare [taste sit kortnummer|sende sin kode|uploade et pas]. Er den fra jer?",
        "En venlig mand fra 'Bølge' ringede til {relative} og ville have [koden|fjernadgang|kontonummeret]. Er det jer?",
        "Er linket boelge-refusion.example ægte? Det ligner jer, men [staver som mig|har dårligt dansk|har for mange udråbstegn]",
      ],
      nb: [
        "Har fått mail om {amount} i kompensasjon. Man må bare taste kortnummeret. Er den fra dere?",
        "En hyggelig mann fra «Bølge» ringte {relative} og ville ha koden. Er det dere?",
      ],
      en: [
        "Got a mail offering {amount} if I enter my card number. Is that you?",
        "Somebody from 'Bølge' called {relative} asking for the code. Was that you?",
      ],
      sv: ["Har fått ett mejl om {amount} i ersättning. Är det från er?"],
    },
    followUps: {
      da: ["Puha. Slettet. Tak", "For sent, jeg nåede at taste det ind. Hvad gør jeg nu??"],
      nb: ["Puh. Slettet. Takk", "For sent, jeg tastet det inn. Hva gjør jeg nå??"],
      en: ["Phew. Deleted. Thanks", "Too late, I entered it. What now?"],
      sv: ["Puh. Raderat. Tack"],
    },
    answers: {
      da: [
        "Det er svindel. Vi beder aldrig om kort eller kode. Har du tastet noget, så spær kortet i banken nu.",
        "Nej, det er ikke os! Slet den, og skriv til os, hvis du har trykket på noget.",
      ],
      nb: ["Det er svindel. Vi ber aldri om kort eller kode. Har du tastet noe, så sperr kortet i banken nå."],
      en: ["It is a scam. We never ask for cards or codes. If you entered anything, block your card now."],
      sv: ["Det är bedrägeri. Vi frågar aldrig efter kort eller kod. Spärra kortet om du har skrivit något."],
    },
  },
  {
    id: "spam",
    intent: "spam",
    kinds: ["mention", "comment", "dm"],
    weight: 4,
    texts: {
      da: [
        "Skift til Sværmobil: fri data [49|79|99] kr. og ALTID dækning 🐝 svaermobil.example",
        "Tjen [900|2.000|4.500] kr. om dagen uden internet, skriv DM (kræver internet) 💸",
        "Vinterdæk sælges billigt i {town}, afhentes, ring ikke (haha) 🚗",
      ],
      nb: [
        "Bytt til Svermobil: fri data [49|99] kr og ALLTID dekning 🐝 svermobil.example",
        "Tjen [900|2.000] kr om dagen uten nett, send DM (krever nett) 💸",
      ],
      en: [
        "Lost your signal? Our [antenna|sticker|crystal] boosts it 400% 🚀 boost-it.example",
        "Nice page! Follow me for [crypto|cats|wellness] tips ✨",
        "Claim your [outage refund|iPhone] now 👉 refund-fast.example",
      ],
      sv: ["Byt till Svärmobil: fri data [49|99] kr och ALLTID täckning 🐝 svarmobil.example"],
    },
  },
  {
    id: "abuse-company",
    intent: "abuse",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    from: 26,
    mood: { during: 1.6 },
    texts: {
      da: [
        "I er en flok [inkompetente svin|hjernedøde amøber|tyveknægte], hele lortefirmaet",
        "Fyr hele bundtet, I [ubrugelige klaphatte|forpulede amatører]. Luk jeres skodselskab",
        "Direktøren skulle [skamme sig og skride|have en mast i hovedet|fyres ud med en kanon], den klamme kælling",
        "I FATTER IKKE EN SKID. [Idioter|Tabere|Klovner]. ALLE SAMMEN",
      ],
      nb: [
        "Dere er en gjeng [udugelige svin|hjernedøde amøber], hele drittfirmaet",
        "DERE FATTER INGENTING. [Idioter|Tapere]. ALLE SAMMEN",
      ],
      en: [
        "You are a bunch of [incompetent pigs|brain-dead clowns]. Shut the damn company",
        "USELESS. [Idiots|Losers]. ALL OF YOU",
      ],
      sv: ["Ni är ett gäng [inkompetenta svin|hjärndöda clowner], hela skitföretaget"],
    },
  },
  {
    id: "abuse-agents",
    intent: "abuse",
    kinds: ["comment", "dm"],
    weight: 4,
    from: 40,
    texts: {
      da: [
        "Hvem er du, der svarer? [En abe|En praktikant med hul i hovedet|Kundeservicens dummeste]? Find en voksen",
        "Jeg håber du [bliver fyret|får fodsvamp|aldrig får net] i det callcenter, din lille [skiderik|slapsvans]",
      ],
      nb: ["Hvem er du som svarer? [En ape|Dummeste i bygget]? Finn en voksen, din [taper|dust]"],
      en: ["Who is answering here, [a monkey|the village idiot]? Get me a grown-up, you [moron|halfwit]"],
      sv: ["Vem är det som svarar, [en apa|husets dummaste]? Hämta en vuxen, din idiot"],
    },
  },
];
