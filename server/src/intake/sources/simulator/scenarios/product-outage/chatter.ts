import type { Theme } from "../../scenario.ts";

/** What people tell each other and us without asking anything. */
export const chatter: readonly Theme[] = [
  {
    id: "before",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 22,
    until: 30,
    texts: {
      da: [
        "Den nye Dut-app er [pæn|lilla|hurtigere end mig]. Men hvor er knappen til [historik|fortryd|konfetti]?",
        "Ser jeres reklame med [hunden|kajakken|bedstefaren] for ottende gang i dag. Han er sød {tag}",
        "Fredag! {shop}, [kage|øl|pizza] og fem streger i {town}. Hvad kan gå galt",
        "Har lige duttet {relative} {amount} for [gulerødder|et kys|tabt væddemål]. Dansk romantik",
        "nogen der har skiftet til Bølge i {town}? er det [godt|noget|bare en reklame]?",
      ],
      nb: [
        "Den nye Dut-appen er [fin|lilla|raskere enn meg]. Hvor er knappen til [historikk|angre]?",
        "Ser reklamen med [hunden|kajakken] for åttende gang i dag. Hunden er søt",
        "Fredag! [Taco|Pizza] og fem streker i {town}. Hva kan gå galt",
      ],
      en: [
        "The new Dut app is [pretty|purple]. Where is the undo button?",
        "Friday, [cake|pizza] and five bars in {town}. What could go wrong",
      ],
      sv: [
        "Nya Dut-appen är [fin|lila]. Var är ångra-knappen?",
        "Fredag, [tacos|pizza] och fem streck i {town}. Vad kan gå fel",
      ],
    },
  },
  {
    id: "scenes",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 22,
    from: 26,
    mood: { during: 1.5 },
    texts: {
      da: [
        "{shop} i {town} tager kun kontanter. Folk [vender jakkelommer|bytter varer|låner af fremmede]. Smukt syn",
        "Hele toget fra {town} kigger [ud ad vinduet|på hinanden|op]. Jeg så et rådyr {tag}",
        "På {shop} har de skrevet 'vi stoler på jer' på et stykke pap. [Jeg blev rørt|Alle betaler|Prøv det, Bølge]",
        "Der er fri leg på torvet i {town}. [En mand spiller harmonika|Folk taler sammen|Ingen filmer]",
        "Bussen har ingen skærm, så chaufføren råber [stoppestederne|vejret|sine meninger]. Femstjernet tur",
        "Sidder {place} og ser mennesker holde telefonen op mod [loftet|himlen|en mast]. Ligner en ny religion",
        "Nabolaget i {town} samles om den ene med et andet selskab. Han er [konge|borgmester|træt] nu",
      ],
      nb: [
        "{shop} i {town} tar bare kontanter. Folk [bytter varer|låner av fremmede]. Vakkert syn",
        "Hele toget fra {town} ser [ut av vinduet|på hverandre]. Jeg så en elg",
        "Sitter {place} og ser folk holde telefonen opp mot [taket|himmelen]. Ligner en ny religion",
        "Naboene i {town} samles rundt den ene med et annet selskap. Han er [konge|ordfører|sliten] nå",
      ],
      en: [
        "{shop} in {town} is cash only. People are [swapping goods|lending to strangers]. Lovely sight",
        "The whole train from {town} is looking [out of the window|at each other]. I saw a deer",
        "People {place} hold their phones up to the [ceiling|sky]. It looks like a new religion",
      ],
      sv: [
        "{shop} i {town} tar bara kontanter. Folk lånar av främlingar. Fint att se",
        "Hela tåget från {town} tittar [ut genom fönstret|på varandra]. Jag såg en älg",
      ],
    },
    pictures: {
      share: 0.3,
      alt: {
        da: [
          "Et papskilt: vi stoler på jer",
          "Folk med telefoner løftet mod himlen",
          "Et torv fyldt af mennesker uden telefoner",
        ],
        nb: ["Et pappskilt: bare kontanter"],
        en: ["A cardboard sign: cash only"],
        sv: ["En skylt: bara kontanter"],
      },
    },
  },
  {
    id: "status-reports",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 15,
    from: 26,
    until: 205,
    texts: {
      da: [
        "Status {town}: [nul streger|én streg ved rundkørslen|dækning på kirkegården]. Over {tag}",
        "{town} her. [Alt dødt|Kun 2G, og knap nok det|Nettet blinker som en julekæde]",
        "Til jer der spørger: i {town} virker det ved [fodboldbanen|grillbaren|rensningsanlægget], hvis man står på ét ben",
        "Rapport fra {shop}: Dut nede, [kaffe oppe|humør oppe|kassedame på randen]",
        "kan bekræfte at {town} er [sort|stille|i 1987]",
      ],
      nb: [
        "Status {town}: [null streker|én strek ved rundkjøringa|dekning på kirkegården]. Over",
        "{town} her. [Alt dødt|Nettet blinker som et juletre]",
        "Kan bekrefte at {town} er [svart|stille|i 1987]",
      ],
      en: ["Status {town}: [zero bars|one bar by the roundabout]. Over", "Can confirm {town} is [dark|silent|in 1987]"],
      sv: [
        "Status {town}: [noll streck|ett streck vid rondellen]. Över",
        "Kan bekräfta att {town} är [svart|tyst|i 1987]",
      ],
    },
  },
  {
    id: "sympathy",
    intent: "thanks",
    kinds: ["mention", "comment", "dm"],
    weight: 11,
    from: 36,
    texts: {
      da: [
        "Til jer der sidder og svarer i dag: [Drik noget vand|I gør det fint|Husk at spise] ❤️",
        "Tak for et svar fra et rigtigt menneske. Det var [ventetiden værd|hurtigt|rart]",
        "Har selv arbejdet i kundeservice. [Kram til jer|Respekt|Jeg går ikke i seng med vreden]. Hold ud {tag}",
        "Flot at I siger det lige ud: 'det var os'. Mere af det",
        "I svarede {relative} så pænt at hun nu [vil adoptere jer|strikker til jer|er rolig igen]",
      ],
      nb: [
        "Til dere som sitter og svarer i dag: [drikk litt vann|dere gjør det fint] ❤️",
        "Takk for svar fra et ekte menneske",
        "Har selv jobbet i kundeservice. [Klem til dere|Respekt]. Hold ut",
      ],
      en: [
        "To whoever is answering today: [drink some water|you are doing fine] ❤️",
        "Thank you for saying 'it was us'. More of that please",
      ],
      sv: ["Till er som svarar idag: [drick lite vatten|ni gör det bra] ❤️", "Tack för svar från en riktig människa"],
    },
  },
  {
    id: "briefing-talk",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 14,
    from: 96,
    texts: {
      da: [
        "Jeres tekniske direktør ser ud som én der har [sovet i et serverrum|løbet fra Randers|spist en tegning]. Giv hende en kage",
        "Hun sagde 'kernenet' 14 gange og 'undskyld' [to|tre|én] gang. Jeg talte med {tag}",
        "Faktisk en god undskyldning. [Kort|Uden 'men'|Med rigtige ord]. Jeg er stadig sur, men pænere",
        "Hvorfor står direktøren foran [en plakat med en surfer|ordet STABIL|en slukket skærm]? Nogen har humor",
        "Drikkeleg: en slurk hver gang Bølge siger [robust|proces|vi tager det meget alvorligt]. Godnat",
      ],
      nb: [
        "Teknisk direktør ser ut som hun har [sovet i et serverrom|løpt fra Lillehammer]. Gi henne kake",
        "Faktisk en god unnskyldning. [Kort|Uten «men»]. Fortsatt sur, men snillere",
        "Hvorfor står direktøren foran [en surfer|ordet STABIL]? Noen har humor",
      ],
      en: [
        "Your CTO looks like she slept in a [server room|stairwell]. Give her a cake",
        "A good apology, actually. [Short|No 'but']. Still cross, but nicer",
      ],
      sv: [
        "En bra ursäkt faktiskt. [Kort|Utan 'men']. Fortfarande sur, men snällare",
        "Varför står direktören framför ordet STABIL?",
      ],
    },
  },
];
