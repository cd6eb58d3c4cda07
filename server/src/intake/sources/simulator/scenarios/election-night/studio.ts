import type { Theme } from "../../scenario.ts";

/** What viewers say of the studio and what it shows. */
export const studio: readonly Theme[] = [
  {
    id: "graphics",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 6,
    from: 60,
    mood: { during: 2 },
    texts: {
      da: [
        "Hvorfor er {party} [grå|lyserød|usynlig] på kortet? Har de fået en ny farve?",
        "Søjlerne på skærmen giver [103|98,7|112] procent tilsammen?? {tag}",
        "Er {town} talt op? Kortet siger ja, [jeres app|tallene|{host}] siger nej",
        "Hvad betyder den lille [pil|trekant|ugle] ved siden af {party}?",
        "Kan I lade tallene stå mere end [to sekunder|et blink], vi er nogle der skal finde brillerne",
      ],
      nb: [
        "Hvorfor er {party} [grå|rosa] på kartet?",
        "Søylene på skjermen blir [103|98,7] prosent til sammen?",
        "Kan dere la tallene stå mer enn [to sekunder|et blunk]? Noen av oss leter etter brillene",
      ],
      en: [
        "Why is {party} [grey|pink] on the map?",
        "The bars add up to [103|98.7] percent. Is that a Danish thing?",
        "What does the little [arrow|owl|triangle] next to {party} mean?",
      ],
      sv: ["Varför är {party} [grå|rosa] på kartan?"],
    },
    followUps: {
      da: ["Aha! Det giver [mening|næsten mening]. Tak", "Jeg foretrak [uglen|farven] fra før"],
      nb: ["Aha! Takk"],
      en: ["Aha, thanks"],
    },
    answers: {
      da: ["Tak for øjnene! Gråt er ikke talt færdigt, tallene er afrundede, og resten retter vi nu."],
      nb: ["Godt observert! Grått er ikke ferdig talt, tallene er avrundet, og resten retter vi nå."],
      en: ["Good eyes! Grey is not fully counted, figures are rounded, and we are fixing the rest."],
      sv: ["Bra sett! Grått betyder att rösterna inte är färdigräknade."],
    },
  },
  {
    id: "studio-love",
    intent: "thanks",
    kinds: ["mention", "comment"],
    weight: 7,
    texts: {
      da: [
        "{host} er [landets bedste|en national skat|min nye reservefar]. Giv det menneske en fridag",
        "Tak for en sending hvor folk får lov at [tale ud|tænke sig om|grine] {tag}",
        "Elsker at I viser [rengøringsdamen|stemmetællerne|pedellen] i {town}. Det er dem, der bærer det her ❤️",
        "Bedste valgdækning i aften. Og [kaffekanden|pegepinden|gummitræet] i {stage} fortjener en pris",
        "Sidder {place} og hygger med jer. [Tak|Tusind tak|I gør det godt] 🙌",
        "Mine unger har leget valgsted hele aftenen på grund af jer. Der er [kø ud på badeværelset|indført valgkort til køleskabet]",
      ],
      nb: [
        "{host} er en [nasjonalskatt|legende]. Kan vi få låne til norsk valgkveld?",
        "Takk for god sending! Følger med {place} [😊|🇳🇴]",
        "Danskene lager den [koseligste|roligste|rareste] valgsendingen. Elsker det {tag}",
      ],
      en: [
        "I understand [nothing|four words] and I love this broadcast. {host} for president",
        "Watching {place}. The [coffee pot|pointing stick|rubber plant] deserves an award",
        "Thank you for showing the people who [count|clean|make the coffee] ❤️",
      ],
      sv: [
        "{host} är en [pärla|legend]. Tack för en fin sändning!",
        "Så mysigt att följa danskt val {place}. Tack! [❤️|🇸🇪]",
      ],
    },
    pictures: {
      share: 0.2,
      alt: {
        da: ["En sofa, et fjernsyn og en skål chips", "En hund foran et fjernsyn"],
        nb: ["En sofa, en TV og en skål potetgull"],
        en: ["A sofa, a television and a bowl of crisps"],
        sv: ["En soffa och en tv"],
      },
    },
  },
  {
    id: "studio-talk",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 8,
    mood: { during: 1.5 },
    texts: {
      da: [
        "{host} har [skiftet slips|fået nye briller|drukket fem kopper kaffe] siden klokken 19. Vi lægger mærke til alt",
        "Nogen i {stage} har lige [tabt en kage|væltet en søjle|gabt på landsdækkende tv]. Mere af det {tag}",
        "Drikkeleg: en tår hver gang nogen siger [tendens|historisk|det er for tidligt at sige]. Jeg er {place}, og det går ikke godt",
        "Reporteren i {town} står i [regn|mørke|en rundkørsel] og fortæller at der intet sker. Poesi",
        "Ham bag {host} der spiser [en banan|en hel lagkage|pølsehorn] er aftenens vinder",
        "Det vigtigste spørgsmål er stadig hvem der har valgt [gardinerne|det sofabord|den lampe] i {stage}",
        "4. time. Ingen ved noget. Alle [taler|nikker|peger]. Jeg elsker valgaften",
      ],
      nb: [
        "{host} har [byttet slips|drukket fem kopper kaffe] siden klokka 19. Vi ser alt",
        "Reporteren i {town} står i [regn|mørket|en rundkjøring] og sier at ingenting skjer. Poesi",
        "Drikkelek: en slurk hver gang noen sier [tendens|historisk]. Det går ikke bra {place}",
      ],
      en: [
        "A reporter in {town} is standing in [rain|the dark|a roundabout] telling us nothing has happened. Poetry",
        "Drink every time someone says [tendens|historisk]. It is not going well {place}",
        "The man behind {host} eating [a banana|an entire cake] is my winner",
      ],
      sv: [
        "Reportern i {town} står i [regnet|en rondell] och säger att ingenting händer. Poesi",
        "Mannen bakom {host} som äter [en banan|en hel tårta] är kvällens vinnare",
      ],
    },
  },
  {
    id: "bias",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    mood: { during: 1.5 },
    texts: {
      da: [
        "{party} har fået [11|14|9] minutters taletid, {party2} har fået [2|3|ét]. Jeg har taget tid. {tag}",
        "Hvorfor afbryder {host} altid {candidate} og aldrig [de andre|de store|vejrmanden]?",
        "Kan I nævne {party} ÉN gang uden at [grine|sukke|løfte øjenbrynene]?",
        "Er der slet ingen fra {town} i studiet? Det er [det rene hovedstad|altid det samme|snart for meget]",
      ],
      nb: [
        "{party} har fått [11|14] minutter, {party2} har fått [to|tre]. Jeg har tatt tiden",
        "Hvorfor avbryter {host} alltid {candidate}?",
      ],
      en: [
        "{party} got [eleven|fourteen] minutes, {party2} got two. I timed it",
        "Why does {host} always interrupt {candidate}?",
      ],
      sv: ["Varför avbryter {host} alltid {candidate}? Det är inte okej"],
    },
    answers: {
      da: [
        "Tak, vi tæller også minutter, og fordelingen gøres op efter aftenen. Jeg giver det videre til redaktionen.",
        "Den tager vi med til værten. Du kan klage formelt på kanalbaelt.example/klage.",
      ],
      nb: ["Takk, vi teller også minutter og gir dette videre til redaksjonen."],
      en: ["Thank you, we count minutes too. I am passing this on to the editor."],
      sv: ["Tack, vi skickar det vidare till redaktionen."],
    },
  },
  {
    id: "numbers-differ",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 5,
    from: 75,
    texts: {
      da: [
        "I skriver {percent} i appen og noget andet på skærmen for {party}. Hvad er [rigtigt|sandt|op og ned]?",
        "{woman} står som valgt OG ikke valgt på jeres side. [Schrödingers byrådsmedlem|Vælg lige|Hun er ret spændt]",
        "I har stavet {town} forkert. Igen. Vi er [få|stolte|mange], men vi kan læse",
        "Hvorfor var {party} på {percent} for fem minutter siden og noget helt andet nu? {tag}",
      ],
      nb: [
        "Dere skriver {percent} i appen og noe annet på skjermen for {party}. Hva er riktig?",
        "{candidate} står som både valgt og ikke valgt. [Schrödingers politiker|Bestem dere]",
      ],
      en: [
        "The app says {percent} for {party}, the screen says something else. Which is it?",
        "{candidate} is listed as both elected and not. [Schrödinger's mayor|Pick one]",
      ],
      sv: ["Appen säger {percent} för {party}, skärmen något annat. Vad stämmer?"],
    },
    answers: {
      da: [
        "Skarpt set, tak! Appen er nogle minutter efter, og fejlen på siden er rettet nu.",
        "Undskyld! Vi har rettet det. Tallene flytter sig, hver gang et valgsted er talt op.",
      ],
      nb: ["Godt observert, takk! Appen ligger noen minutter etter, og feilen er rettet nå."],
      en: ["Well spotted, thank you. The app lags a few minutes; the page is fixed now."],
      sv: ["Bra sett, tack! Det är rättat nu."],
    },
  },
];
