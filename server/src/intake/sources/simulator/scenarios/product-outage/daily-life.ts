import type { Theme } from "../../scenario.ts";

/** What else of the day hangs on the network. */
export const dailyLife: readonly Theme[] = [
  {
    id: "alarm-devices",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    from: 35,
    until: 200,
    texts: {
      da: [
        "Virker [tyverialarmen|varmepumpen|rottefælden] på jeres simkort, mens I er nede? Den blinker rødt",
        "Vores {device} er offline. Skal jeg gøre noget, eller finder den selv tilbage?",
        "Vi har en {device} i [sommerhuset|stalden|båden] ved {town}, og nu får vi ingen signaler. Er det jer?",
        "Køerne har 4G i [halsbåndene|malkerobotten] her ved {town}. Hvornår kan de komme på igen? De [brokker sig|kigger på mig]",
      ],
      nb: [
        "Har en {device} som er offline. Må jeg gjøre noe, eller finner den tilbage selv?",
        "Vi har en {device} på hytta ved {town}, og nå får vi ingen signaler. Er det dere?",
        "Sauene har GPS på nettet deres ved {town}. Nå er de [fri|borte|filosofer]. Når kommer de på igjen?",
      ],
      en: [
        "My {device} is offline. Do I need to do anything?",
        "We have a {device} in a cabin near {town} and it went silent. Is that you?",
      ],
      sv: [
        "Vår {device} är offline. Måste jag göra något?",
        "Vi har en {device} i stugan vid {town}, nu är den tyst. Är det ni?",
      ],
    },
    answers: {
      da: [
        "Den finder selv tilbage, når masten er oppe. Gælder det et menneskes sikkerhed, så skriv til os straks.",
        "Ja, det er os. Udstyr på vores simkort er ramt. Lad det være tændt.",
      ],
      nb: ["Den finner tilbake selv når masten er oppe. Gjelder det noens sikkerhet, så skriv til oss med en gang."],
      en: ["It will reconnect by itself. If anyone's safety depends on it, tell us at once."],
      sv: ["Den hittar tillbaka själv. Gäller det någons säkerhet, skriv till oss direkt."],
    },
  },
  {
    id: "work-and-codes",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 7,
    from: 30,
    until: 200,
    texts: {
      da: [
        "Får ingen koder på sms. Kan ikke logge på [banken|lægen|skolens app]. Er der en anden vej?",
        "Arbejder hjemme i {town} på jeres hotspot. [Gjorde|Arbejdede, mener jeg]. Chefen tror jeg pjækker, kan I skrive en seddel?",
        "Møde kl. {clock} med [Oslo|tyskerne|direktionen] og intet net. Hvor i {town} er der dækning?",
        "Jeg er [hjemmehjælper|buschauffør|vicevært] og min vagtplan ligger i telefonen. Er der nogen der ved hvor længe endnu?",
      ],
      nb: [
        "Får ingen koder på sms. Kommer ikke inn i [banken|hos legen]. Finnes det en annen vei?",
        "Jobber hjemme i {town} på hotspot. Jobbet, mener jeg. Kan dere skrive en lapp til sjefen?",
        "Møte kl. {clock} og ikke nett. Hvor i {town} er det dekning?",
      ],
      en: [
        "Not getting any codes by text. How do I log in to my [bank|doctor]?",
        "Meeting at {clock} and no network. Where in {town} is there coverage?",
      ],
      sv: [
        "Får inga koder på sms. Hur loggar jag in på banken?",
        "Möte kl. {clock} och inget nät. Var i {town} finns det täckning?",
      ],
    },
    followUps: {
      da: ["Chefen godtog sedlen 😂", "Sidder nu i [bibliotekets børneafdeling|en sauna med wifi]. Det virker"],
      nb: ["Sjefen godtok lappen 😂", "Sitter nå på biblioteket. Det virker"],
      en: ["My boss accepted the note 😂", "Working from the library now"],
      sv: ["Sitter på biblioteket nu, det funkar"],
    },
    answers: {
      da: [
        "Sms er forsinkede, så brug apps på wifi; biblioteket har åbent. Og kære chef: det er os, ikke dem. Hilsen Bølge",
      ],
      nb: [
        "Sms er forsinket, så bruk apper på wifi; biblioteket er åpent. Og kjære sjef: det er vår feil. Hilsen Bølge",
      ],
      en: ["Texts are delayed, so use apps on Wi-Fi; the library has some. And dear boss: it is our fault. Bølge"],
      sv: ["Sms är försenade, så använd appar på wifi. Och kära chefen: det är vårt fel. Hälsningar Bølge"],
    },
  },
  {
    id: "family",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    from: 30,
    until: 200,
    texts: {
      da: [
        "Kan ikke få fat i {relative}. Går beskeder over [wifi|nettet hjemme] igennem, eller er alt væk?",
        "Min datter på [9|10|11] er på vej hjem fra skole i {town} med en Bølge-telefon. Kan jeg se hvor hun er på en anden måde?",
        "Skal hente {relative} ved [færgen|stationen|lægen] kl. {clock} og kan ikke ringe. Hvad gjorde man i gamle dage?",
        "Virker telefonerne på [plejehjemmet|sygehuset] i {town}? {relative} tager den ikke",
      ],
      nb: [
        "Får ikke tak i {relative}. Går meldinger over wifi gjennom, eller er alt borte?",
        "Skal hente {relative} på [ferga|stasjonen] kl. {clock} og får ikke ringt. Hva gjorde man før i tida?",
      ],
      en: [
        "I cannot reach {relative}. Do messages over Wi-Fi work, or is everything gone?",
        "Picking up {relative} at {clock} and cannot call. What did people do in the old days?",
      ],
      sv: ["Får inte tag på {relative}. Går meddelanden över wifi fram?"],
    },
    followUps: {
      da: [
        "Fundet! Stod og snakkede med [bageren|en hest|naboen]",
        "Vi brugte [et mødested|en seddel på døren]. Vildt system",
      ],
      nb: ["Funnet! Sto og pratet med naboen", "Vi brukte en lapp på døra. Rått system"],
      en: ["Found! Talking to the neighbour, of course", "We left a note on the door. What a system"],
      sv: ["Hittad! Stod och pratade med grannen"],
    },
    answers: {
      da: [
        "Beskeder over wifi går fint igennem, så prøv det. Er du urolig for nogens sikkerhed, så ring 114.",
        "Beskedapps på wifi virker. I gamle dage aftalte man et ur og et springvand, og det virker endnu.",
      ],
      nb: ["Meldinger over wifi går fint. Er du bekymret for noens sikkerhet, så ring politiet."],
      en: ["Messages over Wi-Fi do get through. If you fear for somebody's safety, call the police."],
      sv: ["Meddelanden över wifi går fram. Är du orolig för någons säkerhet, ring polisen."],
    },
  },
  {
    id: "cause",
    intent: "question",
    kinds: ["mention", "comment"],
    weight: 7,
    from: 50,
    texts: {
      da: [
        "Hvad er der egentlig sket? [Gravko?|Opdatering en fredag?|Nogen der snublede over stikket?] {tag}",
        "Kan I forklare fejlen så {relative} forstår det? Og så [mig|jeg] bagefter",
        "Hvem opdaterer noget [fredag eftermiddag|kl. 16|lige før weekenden]?? Spørger som it-mand",
        "Hvorfor ryger Dut, fordi mobilnettet ryger? Er det [samme ledning|én fælles router|Preben med begge nøgler]?",
        "passer det at det var [en gravemaskine|en and|en praktikant]? vi har væddet en kasse sodavand",
      ],
      nb: [
        "Hva har egentlig skjedd? [Gravemaskin?|Oppdatering på en fredag?] {tag}",
        "Hvem oppdaterer noe fredag ettermiddag?? Spør som [it-mann|gift med en it-mann]",
        "Kan dere forklare feilen så {relative} skjønner det?",
      ],
      en: [
        "What actually happened? [A digger?|A Friday update?|Somebody tripped on the plug?]",
        "Who deploys on a Friday afternoon? Asking as [an engineer|somebody married to one]",
      ],
      sv: [
        "Vad har egentligen hänt? [Grävmaskin?|Uppdatering på en fredag?]",
        "Vem uppdaterar något en fredag? Frågar som [it-kille|gift med en]",
      ],
    },
    answers: {
      da: [
        "Ingen gravko: en ændring i vores kernenet gik galt, og den trak Dut med ned. Hele forklaringen kommer skriftligt.",
        "Det var os selv, ikke et angreb og ikke praktikanten. Vi lægger det hele frem på mandag.",
      ],
      nb: ["Ingen gravemaskin: en endring i kjernenettet gikk galt og tok med seg Dut. Vi legger alt fram på mandag."],
      en: ["No digger: a change in our core network went wrong and took Dut with it. Full report on Monday."],
      sv: ["Ingen grävmaskin: en ändring i vårt kärnnät gick fel. Vi berättar allt på måndag."],
    },
  },
];
