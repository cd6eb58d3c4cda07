import type { Theme } from "../../scenario.ts";

/** What people write to the election desk alone. */
export const inbox: readonly Theme[] = [
  {
    id: "personal-messages",
    intent: "question",
    kinds: ["dm"],
    weight: 8,
    texts: {
      da: [
        "Hej Kanal Bælt. Jeg har [nogle gode billeder|en video] fra optællingen i {town}, er det noget I kan bruge? Mvh [Lone|Carsten|Malene]",
        "Godaften. Jeg vil gerne have mit navn fjernet fra jeres liste over kandidater i {town}, jeg trak mig i [august|september]. Hvem skal jeg tale med?",
        "Hej, min datter på [9|11|12] vil vide, om børn også kan sende spørgsmål ind til {host}? Hun har skrevet tre ned.",
        "Kære redaktion, I skrev at {woman} er [62|57|48]. Hun er min søster, og hun er [61|56|47]. Det er hun meget optaget af.",
        "Hej! Vi er en [skoleklasse|klub|beboerforening] {place}, som gerne vil besøge {stage} i aften. Kan man det?",
        "Jeg er valgtilforordnet på {station} og har en historie om [en hund og en stemmeseddel|to tvillinger og ét valgkort]. Hvem skal jeg skrive til?",
      ],
      nb: [
        "Hei! Jeg jobber på opptellingen i {town} og har [noen fine bilder|en video]. Er det noe dere kan bruke? Hilsen [Ingvild|Trond|Solveig]",
        "Hei, vi er en gruppe norske studenter {place}. Kan noen av dere forklare valget for oss på [fem minutter|sendingen]? Vi har kake.",
      ],
      en: [
        "Hello, I am an exchange student writing about tonight. Could somebody at the desk answer [two|three] quick questions about {town}?",
        "Hi! I have good [pictures|footage] from the count in {town}. Who can I send it to?",
      ],
      sv: ["Hej! Vi är en svensk klass {place} som gärna vill besöka {stage} ikväll. Går det?"],
    },
    followUps: {
      da: ["Tak for svar! Jeg sender det nu.", "Fik I min besked? Jeg kan ikke se, om den er læst."],
      nb: ["Takk for svar! Sender nå."],
      en: ["Thank you! Sending it now.", "Did you get my message?"],
      sv: ["Tack för svaret!"],
    },
    answers: {
      da: [
        "Hej, og tak! Jeg har givet det videre til redaktøren, som vender tilbage i aften. Haster det, så skriv til valg@kanalbaelt.example.",
        "Tak, fordi du skriver. Det lyder godt, og jeg har lagt det på redaktørens bord. Du hører fra os i aften.",
      ],
      nb: [
        "Hei, og takk! Jeg har gitt det videre til redaktøren, som svarer i kveld. Haster det, så skriv til valg@kanalbaelt.example.",
      ],
      en: ["Thank you for writing. I have passed it to the editor, who will reply tonight."],
      sv: ["Tack för att du skriver! Jag har skickat det vidare till redaktören, som svarar ikväll."],
    },
  },
];
