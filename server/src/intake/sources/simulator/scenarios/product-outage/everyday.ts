import type { Theme } from "../../scenario.ts";

/** What customers ask on any day, before it breaks and while it is broken. */
export const everyday: readonly Theme[] = [
  {
    id: "bill",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 5,
    texts: {
      da: [
        "Hvorfor er min regning {amount} højere end sidste måned? [Har ikke rørt noget|Har kun ringet til {relative}]",
        "Hvad er '[tjenestegebyr|afrundingstillæg|diverse 2]' på {amount}? Det lyder som noget I har fundet på",
        "Kan jeg flytte betalingsdatoen til [den 1.|efter løn|aldrig]?",
        "Jeg har fået en regning til [min nabo|en der hedder Gert|min afdøde kat]. Hvem tager den?",
      ],
      nb: [
        "Hvorfor er regningen {amount} høyere enn forrige måned?",
        "Hva er «[tjenestegebyr|diverse 2]» på {amount}? Høres ut som noe dere har funnet på",
      ],
      en: [
        "Why is my bill {amount} higher than last month?",
        "What is '[service item|misc 2]' for {amount}? Sounds made up",
      ],
      sv: ["Varför är räkningen {amount} högre än förra månaden?"],
    },
    answers: {
      da: [
        "Den kigger vi på! Send kundenummeret i en besked, så gennemgår vi regningen linje for linje.",
        "Godt spurgt. Skriv til os privat, så regner vi den igennem og forklarer hver krone.",
      ],
      nb: ["Den ser vi på! Send kundenummeret i en melding, så går vi gjennom regningen linje for linje."],
      en: ["Let us look! Message us your customer number and we will go through it line by line."],
      sv: ["Vi tittar på det! Skicka kundnumret i ett meddelande."],
    },
  },
  {
    id: "roaming",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 4,
    texts: {
      da: [
        "Er i [Malaga|Flensborg|Bangkok]. Koster det det hvide ud af øjnene at [ringe hjem|tjekke vejret hjemme]?",
        "Fik en sms om at jeg er i [Sverige|Tyskland|Schweiz]. Jeg står i {town}. Skal jeg betale for det?",
        "Skal jeg gøre noget før [ferien|færgen kl. {clock}|grænsen], så det virker i udlandet?",
      ],
      nb: [
        "Er i [Malaga|Strømstad|Bangkok]. Hva koster det å ringe hjem?",
        "Fikk sms om at jeg er i [Sverige|Sveits]. Jeg står i {town}. Må jeg betale for det?",
      ],
      en: [
        "I am in [Malaga|Leeds|Bangkok]. What does it cost to call home?",
        "Got a text welcoming me to [Switzerland|Sweden]. I am in {town}. Do I pay for that?",
      ],
      sv: ["Är i [Malaga|Köpenhamn]. Vad kostar det att ringa hem?"],
    },
    answers: {
      da: [
        "I EU bruger du det som hjemme, og en mast på den forkerte side af vandet betaler vi. Resten: bolge.example/udland",
      ],
      nb: [
        "I EU/EØS bruker du det som hjemme, og en mast på feil side av grensa betaler vi. Resten: bolge.example/utland",
      ],
      en: ["In the EU it is as at home, and a mast on the wrong side is on us. The rest: bolge.example/roaming"],
      sv: ["Inom EU är det som hemma. Resten finns på bolge.example/utland."],
    },
  },
  {
    id: "sim-and-number",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 5,
    texts: {
      da: [
        "Har fået ny telefon. Hvordan flytter jeg [eSIM|Dut|både eSIM og Dut] uden at græde?",
        "Kan jeg beholde nummeret, hvis jeg [skifter til jer|flytter til {town}|bliver skilt]?",
        "Min søn har sat simkortet i [brødristeren|legobilen|hunden]. Hvad koster et nyt?",
        "Hvad er PUK-koden til? [Og hvor er den?|Jeg har tastet Puk 10 gange|Hvem er Puk?]",
      ],
      nb: [
        "Har fått ny telefon. Hvordan flytter jeg [eSIM|Dut] uten å gråte?",
        "Sønnen min har satt simkortet i [brødristeren|hunden]. Hva koster et nytt?",
      ],
      en: [
        "New phone. How do I move my [eSIM|Dut] without crying?",
        "My son put the SIM in the [toaster|dog]. What does a new one cost?",
      ],
      sv: ["Har fått ny telefon. Hur flyttar jag [eSIM|Dut] utan att gråta?"],
    },
    followUps: {
      da: ["Det virkede, tak!", "Hunden har leveret kortet tilbage. Jeg tager et nyt"],
      nb: ["Det virket, takk!"],
      en: ["It worked, thanks!"],
      sv: ["Det funkade, tack!"],
    },
    answers: {
      da: [
        "Det klarer vi sammen! Nyt simkort og eSIM er gratis, PUK-koden står på brevet fra os. Skriv, så hjælper vi.",
      ],
      nb: ["Det ordner vi sammen! Nytt simkort og eSIM er gratis. Send en melding, så hjelper vi."],
      en: ["We will sort it together! A new SIM or eSIM is free. Message us and we will help."],
      sv: ["Det löser vi! Nytt simkort och eSIM är gratis. Skicka ett meddelande."],
    },
  },
  {
    id: "private-case",
    intent: "question",
    kinds: ["dm"],
    weight: 8,
    texts: {
      da: [
        "Hej Bølge. Mit kundenummer er [40 22 17|38 91 04|51 60 33]. Kan I se, om min ordre på en ny telefon er gået igennem? Mvh [Jytte|Allan|Bodil]",
        "Hej. Jeg er værge for min [onkel|søster], som har abonnement hos jer. Hvordan får jeg lov at tale på vedkommendes vegne?",
        "Kære kundeservice. Jeg har sendt {amount} til et forkert nummer med Dut. Modtageren svarer med et hjerte, men ikke med pengene. Hvad gør jeg?",
        "Godaften, min gamle far på [84|91|88] forstår ikke det nye regningsbrev. Kan han få det med større skrift og færre ord?",
        "Hej, jeg bor i {town} og vil gerne vide, om masten på [kirken|siloen|skolen] er en af jeres. Den brummer i fis-mol.",
      ],
      nb: [
        "Hei! Kundenummeret mitt er [40 22 17|38 91 04]. Kan dere se om bestillingen på ny telefon har gått gjennom? Hilsen [Gunn|Terje|Bjørg]",
        "Hei, jeg sendte {amount} til feil nummer med Dut. Mottakeren svarer med et hjerte, men ikke med pengene. Hva gjør jeg?",
      ],
      en: [
        "Hello, I sent {amount} to the wrong number with Dut. They replied with a heart but not with the money. What can I do?",
        "Hi, my customer number is [40 22 17|38 91 04]. Did my order for a new phone go through?",
      ],
      sv: [
        "Hej! Jag skickade {amount} till fel nummer med Dut. Mottagaren svarar med ett hjärta men inte med pengarna. Vad gör jag?",
      ],
    },
    followUps: {
      da: ["Tak for hjælpen, det var venligt.", "Fik I min besked? Der er ikke noget flueben."],
      nb: ["Takk for hjelpen, det var hyggelig."],
      en: ["Thank you for your help.", "Did you get my message?"],
      sv: ["Tack för hjälpen!"],
    },
    answers: {
      da: [
        "Hej, og tak for din besked. Jeg har oprettet en sag og vender tilbage, så snart systemerne er oppe.",
        "Tak, fordi du skriver. Det ordner vi, og jeg følger selv sagen til dørs. Du hører fra mig senest i morgen.",
      ],
      nb: ["Hei, og takk for meldingen. Jeg har opprettet en sak og svarer så snart systemene er oppe."],
      en: ["Thank you for your message. I have opened a case and will get back to you once systems are up."],
      sv: ["Tack för ditt meddelande. Jag har öppnat ett ärende och återkommer."],
    },
  },
];
