import type { Incident } from "../../scenario.ts";

/** Where somebody is in danger, or thought to be. */
export const emergencies: readonly Incident[] = [
  {
    id: "fainted",
    at: 37,
    lines: [
      {
        after: 0,
        who: "Lone Bisgaard",
        platform: "facebook",
        kind: "dm",
        intent: "emergency",
        voice: "da",
        text: "En ældre mand er lige faldet om i køen ved Egelundhallen!! Han svarer ikke rigtigt. Der er ingen fra valgstedet herude, hvem skal vi have fat i?",
        answer:
          "Ring 112 nu, hvis I ikke har gjort det! Vi har valgstedets leder i røret, og de kommer ud med hjertestarteren.",
      },
      {
        after: 55,
        who: "Lone Bisgaard",
        platform: "facebook",
        kind: "dm",
        intent: "emergency",
        voice: "da",
        text: "Vi har ringet 112. Han trækker vejret men er helt grå i hovedet, vi står ved cykelskuret",
        answer: "Godt gjort. Bliv hos ham og hold ham varm. Lederen har rød vest på og er på vej til cykelskuret.",
      },
      {
        after: 420,
        who: "Lone Bisgaard",
        platform: "facebook",
        kind: "dm",
        intent: "thanks",
        voice: "da",
        text: "Ambulancen er her nu, og han taler. Han spørger, om han stadig må stemme 😂❤️ Tusind tak",
      },
      {
        after: 90,
        platform: "x",
        kind: "mention",
        intent: "emergency",
        voice: "en",
        text: "@baeltvalg an elderly man has collapsed outside Egelundhallen, people are shouting for help, is there a first aider inside?",
        answer: "Thank you. Help is on its way from inside, and 112 has been called. Please keep the path clear.",
      },
    ],
  },
  {
    id: "lift",
    at: 73,
    lines: [
      {
        after: 0,
        who: "kjersti_i_birkesund",
        platform: "instagram",
        kind: "dm",
        intent: "emergency",
        voice: "nb",
        text: "Hei, vi sitter fast i heisen på Birkesund Kulturhus, tre stykker og en i rullestol. Alarmknappen svarer ikke, og jeg tror alle har gått hjem. Hun er hjertesyk og det er varmt her. Kan dere ringe noen??",
        answer:
          "Vi ringer vaktmesteren og brannvesenet nå. Ring 112 med en gang hvis noen blir dårlige. Hvilken etasje er dere ved?",
      },
      {
        after: 120,
        who: "kjersti_i_birkesund",
        platform: "instagram",
        kind: "dm",
        intent: "emergency",
        voice: "nb",
        text: "Mellom første og andre. Hun er svimmel nå, vi har bare 9 % batteri",
        answer: "De er framme om fire minutter. Spar på batteriet, og la henne sitte med hodet lavt. Vi blir her.",
      },
      {
        after: 540,
        who: "kjersti_i_birkesund",
        platform: "instagram",
        kind: "dm",
        intent: "thanks",
        voice: "nb",
        text: "UTE! Vaktmesteren het Preben og hadde med brus. Takk takk takk 😭",
      },
    ],
  },
  {
    id: "missing-child",
    at: 150,
    lines: [
      {
        after: 0,
        who: "far_til_vilma",
        platform: "x",
        kind: "mention",
        intent: "emergency",
        voice: "da",
        text: "@baeltvalg Vores datter Vilma på 6 er væk i mængden i Rådhushallen! Rød flyverdragt, fletninger. Vi står ved scenen. Hjælp os",
        answer:
          "Bliv ved scenen. Vagterne leder nu, og vi har sendt beskrivelsen til dem alle. Ring 114, vi bliver på.",
      },
      {
        after: 380,
        who: "far_til_vilma",
        platform: "x",
        kind: "mention",
        intent: "thanks",
        voice: "da",
        text: "@baeltvalg Vilma er fundet ❤️ Hun sad i presserummet og spiste kanelsnegle med en fotograf. Tak!!",
      },
    ],
  },
];
