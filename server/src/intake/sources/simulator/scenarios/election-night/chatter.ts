import type { Theme } from "../../scenario.ts";

/** What people tell each other in the course of the night. */
export const chatter: readonly Theme[] = [
  {
    id: "candidates",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 9,
    mood: { before: 1.3, during: 2 },
    texts: {
      da: [
        "{candidate} svarer ikke på spørgsmålet, men [nikker|smiler|peger] meget overbevisende",
        "Har {woman} lige sagt at hun vil [bygge en bro til Egelund|gøre bussen gratis|forbyde rundkørsler]? Hun får min stemme",
        "Jeg er dybt uenig med {candidate}, men [den cykelhjelm|det slips|den latter] {tag}",
        "{candidate} kom i [kajak|regntøj|hestevogn] til {stage}. Spindoktoren har fået fri",
        "Bemærk at {party} siger 'vi lytter' for [niende|fjerde|hundrede] gang. Vi tæller",
        "{party} lover flere [cykelstier|bænke|pædagoger|ænder]. Endelig nogen med et program",
        "jeg savner dengang {candidate} bare var [træner for U10|mit postbud|hvem som helst]",
      ],
      nb: [
        "{candidate} svarer ikke, men [nikker|smiler|peker] veldig overbevisende",
        "{candidate} kom i [kajakk|regntøy] til {stage}. Rådgiveren har fri i kveld",
        "Uenig i alt {candidate} sier, men for en [latter|genser]!",
      ],
      en: [
        "{candidate} is not answering, but [nods|smiles|points] very convincingly",
        "Did {candidate} just promise to [ban roundabouts|make the bus free]? Take my vote",
        "{candidate} arrived at {stage} by [kayak|horse cart]. This country",
      ],
      sv: [
        "{candidate} svarar inte på frågan men [nickar|ler|pekar] väldigt övertygande",
        "Kom {candidate} precis i [kajak|regnkläder] till {stage}?",
      ],
    },
  },
  {
    id: "night-mood",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 10,
    mood: { after: 1.3, over: 2 },
    texts: {
      da: [
        "Følger med {place}. [Kaffen er stærk|Katten er ligeglad|Ungerne burde sove] {tag}",
        "Valgaften er [fodbold for folk med overblik|min jul|det eneste tidspunkt jeg ved hvor Vesterø ligger]",
        "{snack} og {host}. Mere behøver et menneske ikke {tag}",
        "Min mand er faldet i søvn ved {percent}. [Svage sjæl|Jeg holder fortet|Mere {snack} til mig]",
        "Vi er [tre kolleger|otte naboer|hele kollegiet] samlet {place}, og vi er fire uenige partier. Der er stadig god stemning",
        "Har fulgt valg siden [1973|VHS|min ungdom], og det er stadig lige sjovt når et parti ingen kender vinder {town}",
        "Chaufføren på bus [14|3A|900X] læser resultater højt for os. Elsker det her land",
      ],
      nb: [
        "Følger med {place}. [Kaffen er sterk|Katten bryr seg ikke]",
        "Dansk valgkveld er [håndball for voksne|som Melodi Grand Prix med mandater]. Elsker det",
        "Mannen min sovnet på {percent}. [Svakt|Mer sjokolade til meg]",
      ],
      en: [
        "Following along {place}. [The coffee is strong|The cat does not care]",
        "Danish election night is [slow TV with percentages|Eurovision for grown-ups]. Love it",
        "My husband fell asleep at {percent}. [Weak|More crisps for me]",
      ],
      sv: [
        "Följer med {place}. [Kaffet är starkt|Katten bryr sig inte]",
        "Danskt val är som [Melodifestivalen med mandat|hockey för vuxna]. Älskar det",
      ],
    },
    pictures: {
      share: 0.2,
      alt: {
        da: ["En kat sover på en fjernbetjening", "Kaffe, kage og et fjernsyn med søjler"],
        nb: ["En katt som sover på en fjernkontroll"],
        en: ["A cat asleep on a remote control"],
        sv: ["En katt på en fjärrkontroll"],
      },
    },
  },
  {
    id: "thanks-desk",
    intent: "thanks",
    kinds: ["mention", "comment", "dm"],
    weight: 5,
    texts: {
      da: [
        "Tak for hurtigt svar! I er [bedre end kommunens hotline|guld værd|hurtigere end {town}] 🙏",
        "Hvem der end sidder bag tasterne i aften: [giv jer selv en kage|I gør det flot|højeste respekt]",
        "Tak fordi I gad svare på mit [dumme|tredje|meget lange] spørgsmål {tag}",
        "Stor tak til alle valgtilforordnede i {town} ❤️ [Der er dømt fodbad|I har fortjent en fridag]",
      ],
      nb: [
        "Takk for raskt svar! Dere er [gull|raskere enn {town}] 🙏",
        "Til dere som sitter og svarer i kveld: [ta dere en kake|dere er flinke]",
      ],
      en: [
        "Thank you for the quick answer! [Gold|Faster than {town}] 🙏",
        "Whoever is typing tonight: [have a cake|you are doing great]",
      ],
      sv: ["Tack för snabbt svar! [Guld värda|Ni är bäst] 🙏"],
    },
  },
];
