import type { Theme } from "../../scenario.ts";

/** Rumours, spam and abuse: what is read, weighed, and mostly left. */
export const noise: readonly Theme[] = [
  {
    id: "rumour-ballots",
    intent: "rumour",
    kinds: ["mention", "comment"],
    weight: 4,
    texts: {
      da: [
        "Hører at der er fundet en kasse stemmer bag [idrætshallen|bageren|containeren] i {town}?? Passer det {tag}",
        "En bekendt siger at {station} er løbet tør for stemmesedler. [Nogen der ved noget?|Er det sandt?]",
        "Rygtet i {town}: {candidate} trækker sig [i aften|før midnat|fra det hele]. Kan I bekræfte?",
        "der går en historie om at blyanterne på {station} kan [viskes ud|fordampe|slettes med en hårtørrer]. tjek lige det",
      ],
      nb: [
        "Hører at det er funnet en kasse med stemmer bak [idrettshallen|bakeriet] i {town}? Stemmer det?",
        "Noen sier at {candidate} trekker seg [i kveld|før midnatt]. Kan dere bekrefte?",
      ],
      en: [
        "Hearing a box of votes was found behind the [bakery|sports hall] in {town}. True?",
        "People say {station} ran out of ballots. Can you confirm?",
      ],
      sv: ["Hör att {station} har slut på valsedlar. Stämmer det?"],
    },
    answers: {
      da: [
        "Vi har spurgt kommunen: det passer ikke. Del det gerne, så rygtet stopper her.",
        "Det kan vi ikke bekræfte, og det kan valgkontoret heller ikke. Vi melder ud, hvis det ændrer sig.",
      ],
      nb: ["Vi har spurt kommunen: det stemmer ikke. Del gjerne, så stopper ryktet her."],
      en: ["We asked the municipality: it is not true. Feel free to pass that on."],
      sv: ["Vi har frågat kommunen: det stämmer inte."],
    },
  },
  {
    id: "rumour-result",
    intent: "rumour",
    kinds: ["mention", "comment"],
    weight: 4,
    until: 200,
    texts: {
      da: [
        "Min fætters kollega tæller i {town} og siger at {party} [vinder stort|er ude|får {percent}]. Det må I gerne citere",
        "Der cirkulerer et 'resultat' på {percent} til {party}. Er det fra jer eller [en eller anden|fri fantasi|en nisse]?",
        "Set {candidate} græde på parkeringspladsen ved {stage}. [Glæde?|Sorg?|Løg?] Gæt selv",
        "de siger på [bussen|grillen|jobbet] at det hele er aftalt i forvejen i {town}",
      ],
      nb: [
        "Fetteren til kollegaen min teller i {town} og sier {party} [vinner stort|er ute]",
        "Det går rundt et «resultat» på {percent} til {party}. Er det fra dere?",
      ],
      en: [
        "A screenshot says {percent} for {party}. Is that really yours?",
        "My cousin counts in {town} and says {party} is [out|winning big]",
      ],
      sv: ["Det cirkulerar ett resultat på {percent} för {party}. Är det från er?"],
    },
    answers: {
      da: [
        "Det er ikke fra os. Kun tal på kanalbaelt.example/valg er vores.",
        "Vi kender billedet, og det er falsk. Send det ikke videre, så er du sød.",
      ],
      nb: ["Det er ikke fra oss. Bare tallene på kanalbaelt.example/valg er våre."],
      en: ["That is not ours. Only figures at kanalbaelt.example/valg are."],
      sv: ["Det är inte från oss. Våra siffror står på kanalbaelt.example/valg."],
    },
  },
  {
    id: "spam-prizes",
    intent: "spam",
    kinds: ["mention", "comment", "dm"],
    weight: 3,
    texts: {
      da: [
        "DU ER UDTRUKKET! Gavekort på [5.000|2.500|10.000] kr. til alle der stemte i {town} 👉 gratis-gavekort.example",
        "Sælger brugte valgplakater, {candidate} i alle størrelser, skriv privat [🔥|💰|😎]",
        "Tjente [14.000|9.500|22.000] kr. på sofaen under valget, spørg mig hvordan 💸 klik-her.example",
      ],
      nb: ["DU ER TRUKKET UT! Gavekort på [5.000|10.000] kr til alle som stemte 👉 gratis-gavekort.example"],
      en: [
        "Congratulations voter of {town}! Claim your [iPhone|drone|voucher] now 👉 prize-desk.example",
        "I doubled my money betting on {party}, ask me how [💸|🚀|🔥] easy-odds.example",
        "Crypto follows elections. {party}coin is up {percent} [percent today|today alone] 🚀 moon.example",
      ],
      sv: ["DU HAR VUNNIT! Presentkort på [5.000|10.000] kr till alla som röstade 👉 gratis-kort.example"],
    },
  },
  {
    id: "spam-services",
    intent: "spam",
    kinds: ["comment", "dm"],
    weight: 3,
    texts: {
      da: [
        "Billige [tagrender|vinduer|terrasser] i {town}, gratis tilbud i aften, ring nu ☎️",
        "Følg min side for [daglige horoskoper|katte|opskrifter], jeg følger tilbage 🙏 {tag}",
      ],
      nb: ["Billige [terrasser|vinduer] i hele Norden, gratis tilbud i kveld ☎️"],
      en: [
        "Nice post! Check my page for daily [horoscopes|crypto tips|cat videos] ✨",
        "Want [5,000|10,000] followers before the results? followers-fast.example",
      ],
    },
  },
  {
    id: "abuse-desk",
    intent: "abuse",
    kinds: ["mention", "comment", "dm"],
    weight: 4,
    mood: { during: 1.5 },
    texts: {
      da: [
        "I er en flok [uduelige klaphatte|hjernedøde kaffedrikkere|betalte nikkedukker], hele bundtet",
        "Luk den latterlige kanal, I kan ikke engang [tælle til ti|stave {town}|finde jeres egen bagdel]",
        "{host} er en klam lille [slesker|løgnhals|spytslikker] og burde fyres i aften",
        "Håber jeres [stue|studie|serverrum] oversvømmes, I idioter",
      ],
      nb: [
        "Dere er en gjeng [udugelige klovner|betalte nikkedukker], alle sammen",
        "{host} er en ekkel liten [løgnhals|spyttslikker]. Få ham vekk",
      ],
      en: [
        "You are a bunch of [useless clowns|paid puppets], the lot of you",
        "{host} is a slimy little [liar|bootlicker]. Get off my screen",
      ],
      sv: ["Ni är ett gäng [värdelösa clowner|köpta dockor], allihop"],
    },
  },
  {
    id: "abuse-candidates",
    intent: "abuse",
    kinds: ["mention", "comment"],
    weight: 4,
    mood: { during: 1.8 },
    texts: {
      da: [
        "{woman} er en [grim gammel heks|svinebasse|hjernelam idiot] og skal holde sin kæft",
        "Alle der stemte på {party} er [dumme som brædder|hjernedøde får|afskum]",
        "Skrid ud af {town}, {candidate}, ingen gider [dit klamme fjæs|se på dig|lugten af dig]",
      ],
      nb: [
        "{woman} er en [stygg gammel heks|hjernedød idiot] og bør holde kjeft",
        "Alle som stemte på {party} er [dumme som brød|hjernedøde sauer]",
      ],
      en: [
        "{woman} is a [brain-dead idiot|lying old hag] and should shut up",
        "Everyone who voted {party} is [thick as a plank|a brainless sheep]",
      ],
      sv: ["{candidate} är en [hjärndöd idiot|lögnare] och borde hålla käften"],
    },
  },
];
