import type { Theme } from "../../scenario.ts";

/** What viewers ask for, and what does not work on their screens. */
export const broadcast: readonly Theme[] = [
  {
    id: "where-to-watch",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 7,
    texts: {
      da: [
        "Hvor kan man se det [live|gratis|uden at oprette en bruger]? Er {place}",
        "Kan man se jer [på mobilen|i bilen (jeg kører ikke)|i udlandet]? Sidder {place} {tag}",
        "Sender I også i [radioen|podcast|appen]? Jeg er {place} og vil gerne følge med",
        "Er det kun på tv eller [også på nettet|også på YouTube]? Mor spørger. Hun råber faktisk",
        "hvilken side viser resultater for {town}? finder kun [vejret|en opskrift på boller|reklamer]",
      ],
      nb: [
        "Hvor kan jeg se sendingen fra Norge? [Hytta i Trysil|Sofaen i Larvik|Jobb i Oslo] venter spent",
        "Går valgnatten også på [radio|nett|YouTube]? Er {place}",
        "Ser dere fra Norge, men det står «ikke tilgjengelig her». [Triks?|Hva gjør jeg?]",
      ],
      en: [
        "Where can I watch this [live|from abroad|without an account]? I am {place}",
        "Is there an English stream? My Danish ends at [rundstykke|tak for kaffe|undskyld]",
        "Any results page for {town} [in English|that works on a phone]?",
      ],
      sv: [
        "Var kan man se sändningen från [Malmö|Göteborg|Umeå]? Är {place}",
        "Finns det en sida med resultat för {town}?",
      ],
    },
    followUps: {
      da: ["Fundet, tak! Nu er der [chips|te|rødvin] og tal", "Den side virker ikke hos mig?"],
      nb: ["Fant det, takk!", "Den siden virker ikke for meg?"],
      en: ["Got it, thanks!", "That page is blank for me?"],
      sv: ["Hittade den, tack!"],
    },
    answers: {
      da: [
        "Vi sender på tv, i appen og på kanalbaelt.example/valg, også i udlandet og uden login.",
        "Alle resultater ligger på kanalbaelt.example/valg. Skriv kommunens navn i søgefeltet.",
      ],
      nb: [
        "Du finner oss på kanalbaelt.example/valg, også fra Norge og uten innlogging.",
        "Ja! Nett, app og radio hele kvelden: kanalbaelt.example/valg",
      ],
      en: [
        "Watch at kanalbaelt.example/valg, from anywhere, no account needed. Results are there too.",
        "English subtitles can be switched on in the player at kanalbaelt.example/valg.",
      ],
      sv: ["Ni hittar oss på kanalbaelt.example/valg, även från Sverige och utan konto."],
    },
  },
  {
    id: "stream-broken",
    intent: "complaint",
    kinds: ["mention", "comment", "dm"],
    weight: 8,
    mood: { during: 2 },
    texts: {
      da: [
        "Streamen [hakker|fryser|er sort] hver gang der sker noget. Er det med vilje?",
        "{host} er frosset fast midt i [et nys|en armbevægelse|ordet konstituering]. I 4 minutter. {tag}",
        "Appen crasher når jeg trykker på {town}. [iPhone|Android], nyeste version",
        "Billedet er [8 sekunder|et halvt minut|en hel kommune] efter radioen. Naboen jubler før mig",
        "Der er ingen stream?? Kun [en roterende cirkel|reklamer|et billede af et rådhus] 😤",
        "jeres app siger 'noget gik galt'. ja. [spørg lige {party}|det gjorde der i {town}|tak for info]",
      ],
      nb: [
        "Strømmen [hakker|fryser|er svart] hver gang det skjer noe. Er det meningen?",
        "{host} har frosset midt i [et nys|en setning] i fire minutter nå",
        "Appen krasjer når jeg trykker på {town}. Hva gjør jeg? [Android|iPhone]",
      ],
      en: [
        "The stream [freezes|stutters|goes black] every time something happens",
        "{host} has been frozen mid-[sneeze|sentence|blink] for four minutes",
        "Your app crashes when I tap {town}. [Android|iPhone], latest version",
      ],
      sv: ["Strömmen [hackar|fryser|är svart] varje gång det händer något", "Appen kraschar när jag trycker på {town}"],
    },
    followUps: {
      da: [
        "Nu kører det igen 🙏",
        "Genstartet tre gange. Stadig [sort|cirkel|ingenting]",
        "Virker på computeren, ikke på mobilen",
      ],
      nb: ["Nå går det igjen 🙏", "Startet på nytt, fortsatt svart"],
      en: ["Working again, cheers", "Restarted it, still black"],
      sv: ["Nu funkar det igen"],
    },
    answers: {
      da: [
        "Beklager! Teknikken er på sagen. Prøv at genindlæse eller skift til 720p så længe.",
        "Surt, og lige nu. Vi har sendt det videre til app-holdet. Streamen på nettet kører imens.",
      ],
      nb: [
        "Beklager! Teknikerne er på saken. Prøv å laste siden på nytt så lenge.",
        "Kjedelig! Meldt videre til app-folkene. Nettsiden virker imens.",
      ],
      en: [
        "Sorry! Our engineers are on it. Try reloading or switch to 720p meanwhile.",
        "Passed on to the app team. The website is running in the meantime.",
      ],
      sv: ["Vi ber om ursäkt! Tekniken jobbar på det. Prova att ladda om sidan."],
    },
  },
  {
    id: "sound",
    intent: "complaint",
    kinds: ["mention", "comment"],
    weight: 5,
    mood: { during: 2 },
    texts: {
      da: [
        "Der er [ingen lyd|kun lyd i højre side|en summen] fra {stage}. Er det kun hos mig?",
        "Kan I skrue ned for [baggrundsmusikken|trommerne|publikum], man kan ikke høre {host}",
        "Hvem [smasker|raser med papir|trækker vejret] i mikrofonen?? 🎙️",
        "Lyden fra {town} er [under vand|i en tønde|fra 1954]. Charmerende, men hvad siger han?",
        "Jinglen. IGEN. Min hund [hyler|gør|har meldt sig ind i {party}] hver gang",
      ],
      nb: [
        "Det er ikke lyd fra {stage}. Er det [bare her|hos alle]?",
        "Kan dere skru ned [musikken|jingelen]? Hører ikke {host}",
        "Hvem er det som [smatter|puster] i mikrofonen?",
      ],
      en: [
        "No sound from {stage}. Is it [just me|everyone]?",
        "Can you turn down the [music|drums|jingle]? Cannot hear {host}",
      ],
      sv: ["Inget ljud från {stage}, är det [bara jag|alla]?"],
    },
    followUps: {
      da: ["Nu er lyden der. Nu fortryder jeg", "Stadig helt stille"],
      nb: ["Nå er lyden tilbake", "Fortsatt stille her"],
      en: ["Sound is back"],
      sv: ["Nu hörs det"],
    },
    answers: {
      da: [
        "Tak, fordi I siger til! Lydmanden har fået besked, og jinglen er blevet skældt ud.",
        "Det er ikke kun hos dig. Vi skifter mikrofon nu.",
      ],
      nb: ["Takk for at du sier fra! Lydfolkene er på saken.", "Det er ikke bare deg. Vi bytter mikrofon nå."],
      en: ["Thanks for telling us! The sound crew is on it.", "Not just you. We are swapping the microphone."],
      sv: ["Tack! Ljudteknikern har fått veta det."],
    },
  },
  {
    id: "subtitles",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 4,
    texts: {
      da: [
        "Kommer der [undertekster|tegnsprogstolk|tekster til hørehæmmede] på i aften?",
        "Underteksterne skriver '[Fyrtøjet|Vejrtårnet|Fyrretræet]' hver gang nogen siger Fyrtårnet. Fantastisk. Men hvornår bliver de rettet?",
        "Hvor slår man [undertekster|tegnsprog] til i appen? Farfar har glemt høreapparatet",
      ],
      nb: [
        "Finnes det [undertekster|tegnspråktolk] i kveld? Skjønner ikke alt de sier i {town}",
        "Kan dere tekste {candidate}? Spør på vegne av [hele Norge|oss fra Trøndelag]",
      ],
      en: [
        "Are there [English subtitles|subtitles|a sign interpreter] tonight?",
        "How do I turn on subtitles in the app? I speak [no|bakery-level] Danish",
      ],
      sv: ["Finns det [svenska undertexter|textning] ikväll? Vi förstår inte {candidate}"],
    },
    answers: {
      da: [
        "Ja! Tryk på tekstikonet nederst i afspilleren. Tegnsprog er på sin egen kanal i appen.",
        "De laves i farten, så der kommer et par fyrretræer med. Vi retter dem løbende.",
      ],
      nb: ["Ja, trykk på tekstikonet nederst i spilleren. Tegnspråk har egen kanal i appen."],
      en: ["Yes! Tap the subtitle icon in the player and choose English."],
      sv: ["Ja, tryck på textikonen längst ner i spelaren. Svenska finns inte ännu, tyvärr."],
    },
  },
];
