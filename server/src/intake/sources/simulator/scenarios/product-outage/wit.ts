import type { Theme } from "../../scenario.ts";

/** Jokes about a day without a network. */
export const wit: readonly Theme[] = [
  {
    id: "wave-puns",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 14,
    from: 24,
    texts: {
      da: [
        "Bølge er [gået i ebbe|skyllet i land|faldet til ro]. Vi ser på vandet og venter {tag}",
        "Mere et [vadehav|soppebassin|plask] end en bølge i dag, hvad?",
        "Jeg har fanget en bølge. Den havde [nul streger|ingen data|dårlig samvittighed]",
        "Ring på land. [Hallo?|Nå nej|Åh]",
        "Når man køber net hos noget der hedder Bølge, må man også tage [bølgedalen|søsygen|tidevandet]",
        "I dag er vi alle [stille vand med den dybe grund|på tørt land|strandet i {town}] 🌊",
      ],
      nb: [
        "Bølge har [gått i fjære|skylt i land|roet seg]. Vi ser på vannet og venter",
        "Mer en [plaskedam|krusning] enn en bølge i dag, hva?",
        "Når man kjøper nett av noe som heter Bølge, får man også [bølgedalen|sjøsyken]",
      ],
      en: [
        "More of a [puddle|ripple] than a wave today, are we?",
        "The wave has [broken|gone out with the tide]. We stand on the beach of {town} and wait 🌊",
      ],
      sv: [
        "Mer av en [vattenpöl|krusning] än en våg idag, va?",
        "Bølge har gått i ebb. Vi tittar på vattnet och väntar",
      ],
    },
  },
  {
    id: "family-talk",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 18,
    from: 34,
    mood: { during: 1.3 },
    texts: {
      da: [
        "Min [teenager|mand|datter] er kommet ud af værelset. Den er [høj|venlig|blevet voksen]. Vi har givet den mad",
        "Har talt med min kone i en time. Hun virker [rar|klog|bekendt]. Hun arbejder åbenbart i {town} {tag}",
        "Vi spiller brætspil herhjemme nu. Jeg savner [nettet|freden|min kone, før hun købte havnen]. Skynd jer, Bølge",
        "Familien har set hinanden i øjnene. [Aldrig igen|To af dem er blå|Det var mig der blinkede]",
        "Ungerne spørger hvad man gjorde før telefonen. [Kedede sig|Ringede på|Røg], svarede {relative}",
        "Vi har fundet {relative}s gamle [kortspil|transistorradio|fotoalbum]. Ingen tænder nettet, tak. Bare lidt endnu",
        "så nu kender jeg min nabo. han hedder [Finn|Bent|Jørn] og har {minutes} historier om sin hæk",
      ],
      nb: [
        "[Tenåringen|Mannen min] har kommet ut av rommet. Den er [høy|vennlig]. Vi har gitt den mat",
        "Har snakket med kona i en time. Hun virker [hyggelig|klok]. Jobber visst i {town}",
        "Vi spiller Ludo nå. Jeg savner [nettet|freden]. Skynd dere, Bølge",
        "Så nå kjenner jeg naboen. Han heter [Odd|Arne] og har mange historier om hekken sin",
      ],
      en: [
        "My teenager has come out of the room. It is [tall|friendly]. We fed it",
        "Talked to my wife for an hour. She seems [nice|clever]. Works in {town}, apparently",
        "We are playing board games. Please hurry, somebody is about to [flip the table|win]",
      ],
      sv: [
        "[Tonåringen|Min man] har kommit ut ur rummet. Den är [lång|snäll]. Vi gav den mat",
        "Pratade med min fru i en timme. Hon verkar trevlig. Jobbar tydligen i {town}",
      ],
    },
    pictures: {
      share: 0.2,
      alt: {
        da: ["Et brætspil på et spisebord", "To mennesker, der ser på hinanden over en død telefon"],
        nb: ["Et Ludo-spill på et kjøkkenbord"],
        en: ["A board game on a kitchen table"],
        sv: ["Ett sällskapsspel på ett köksbord"],
      },
    },
  },
  {
    id: "old-ways",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 16,
    from: 40,
    texts: {
      da: [
        "Har sendt en [brevdue|flaskepost|røgsky] til jeres kundeservice. Duen er stadig nummer 88 i køen",
        "Fandt vej i {town} ved at spørge [et menneske|en mand med kort|solen]. Kan anbefales {tag}",
        "Betalte med [mønter|en halvtredser|en spegepølse] i {shop}. De unge bag disken ville se den",
        "Jeg står på [et bord|en stol|taget] i {town} med armen i vejret som Frihedsgudinden. Én streg",
        "Telefonboksen i {town} er nu [et bibliotek|en plantekasse|væk]. Dårlig timing",
        "Printede en kørselsvejledning. {relative} nikkede [anerkendende|og fandt karklude frem|med tårer i øjnene]",
        "kassetten er tilbage. hilsen en [47-årig|far|taber af fjernbetjeninger] på E45",
      ],
      nb: [
        "Har sendt [brevdue|flaskepost] til kundeservice. Dua er fortsatt nummer 88 i køen",
        "Betalte med [mynter|en femtilapp] på {shop}. De unge bak disken ville se den",
        "Står på [et bord|taket] i {town} med armen i været. Én strek",
        "Fant fram i {town} ved å spørre et menneske. Kan anbefales",
      ],
      en: [
        "Sent a [pigeon|message in a bottle] to your care team. The pigeon is number 88 in the queue",
        "Paid with [coins|a crumpled note] at {shop}. The young ones wanted to see it",
        "Standing on a [table|roof] in {town}, arm in the air like the Statue of Liberty. One bar",
      ],
      sv: [
        "Skickade en [brevduva|flaskpost] till kundtjänst. Duvan är nummer 88 i kön",
        "Betalade med mynt på {shop}. De unga bakom disken ville titta",
      ],
    },
    pictures: {
      share: 0.2,
      alt: {
        da: ["En due på en vindueskarm", "En håndfuld mønter på en disk"],
        nb: ["En due på en vinduskarm"],
        en: ["A pigeon on a window sill"],
        sv: ["En duva på en fönsterbräda"],
      },
    },
  },
  {
    id: "nordic-teasing",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 10,
    from: 40,
    texts: {
      da: [
        "Nordmændene skriver at de [går på tur i stedet|har dækning på fjeldet|tager det roligt]. Vi har bare [en bænk|en rundkørsel|Himmelbjerget]",
        "Svensk kollega: 'Vi har fiber i skoven.' Tillykke, [Gunilla|Sverige|elg] {tag}",
        "I Norge er der dækning på en gletsjer. I {town} er der ikke dækning på [torvet|toilettet|masten]",
      ],
      nb: [
        "Har bedre dekning på [Glittertind|en hytte uten strøm|havet utenfor Andøya] enn i {town} i dag",
        "Danskene klager over nettet. Vi i {town} har [gått tur|fyrt i ovnen|smurt ski] og merket det nå",
        "Kundeservice sa noe på dansk om [halvfems|tres|halvfjerds] minutter. Vi går ut fra torsdag",
        "Nettet er borte. Kaffen er drukket, [termosen tømt|skiene smurt|sauene talt]. Hva nå?",
      ],
      en: [
        "The Danes panic, the Norwegians [went for a walk|waxed their skis], the Swedes formed a queue. One outage, three countries",
        "Support told me it takes [halvtreds|halvfems] minutes. I do not know if that is long",
      ],
      sv: [
        "Kundtjänst sa något på danska om [halvtreds|halvfems] minuter. Vi gissar på torsdag",
        "Norrmännen är på tur, danskarna gråter. Vi i {town} har ställt oss i kö",
      ],
    },
  },
  {
    id: "relationship-jokes",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 11,
    from: 30,
    texts: {
      da: [
        "Skrev 'vi skal tale sammen' til kæresten, og så røg nettet. [Hun er pakket|Han sveder|Jeg mente om tapet]",
        "Første date på {shop}. Ingen Dut. Han [vaskede op|gik|betalte med en sang]. Vi skal giftes",
        "Har været ghostet i {minutes}. Det var [Bølge|heldigvis Bølge|vist ikke Bølge alligevel]",
        "Min eks kan ikke få fat i mig. Lad det [vare|bare ligge|stå på], drenge {tag}",
      ],
      nb: [
        "Skrev «vi må snakke» til kjæresten, og så røk nettet. [Han svetter|Jeg mente om tapetet]",
        "Har blitt ghostet i {minutes}. Det var [Bølge|heldigvis Bølge]",
        "Eksen får ikke tak i meg. Ta den tiden dere trenger",
      ],
      en: [
        "Texted 'we need to talk' and the network died. [She is packing|I meant about wallpaper]",
        "First date at {shop}. No Dut. He [sang|did the dishes]. We are getting married",
      ],
      sv: [
        "Skrev 'vi måste prata' till sambon, och så dog nätet. Jag menade om tapeten",
        "Mitt ex får inte tag på mig. Ta den tid ni behöver",
      ],
    },
  },
];
