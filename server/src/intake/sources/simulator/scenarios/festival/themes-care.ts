import type { Theme } from "../../scenario.ts";

/** What people lose, need and worry about. */
export const care: readonly Theme[] = [
  {
    id: "lost-things",
    intent: "question",
    kinds: ["dm", "comment", "mention"],
    weight: 1.6,
    mood: { before: 0.5, during: 0.8, after: 1.6, over: 2.4 },
    texts: {
      da: [
        "Har nogen afleveret {lost}? Tabt ved {spot}",
        "Hvor er hittegods? Jeg har mistet {lost}",
        "Vi har fundet {found} ved {spot}. Hvem afleverer vi til?",
        "tabte {lost} under {act}. ja jeg hoppede.",
        "Er der stadig åbent i hittegods? Det drejer sig om {lost}",
        "Til den søde fremmede der fandt {lost}: jeg skylder dig en øl. Hvor er du??",
      ],
      nb: [
        "Har noen levert inn {lost}? Mistet ved {spot}",
        "Hvor er hittegods? Har mistet {lost}",
        "Fant {found} ved {spot}, hvor leverer jeg?",
        "mistet {lost} under {act}. hoppet for mye.",
      ],
      en: [
        "Has anyone handed in {lost}? Lost near {spot}",
        "Where is lost & found? I've lost {lost}",
        "found {found} by {spot}, where do I take it?",
      ],
      sv: ["Har någon lämnat in {lost}? Tappade vid {spot}", "Var är hittegods?"],
    },
    followUps: {
      da: [
        "DEN ER FUNDET 😭❤️ den lå i min egen taske",
        "Hej igen, er der dukket noget op?",
        "Den er sort med et gult bånd, hvis det hjælper",
      ],
      nb: ["FUNNET! Den lå i bilen. Beklager 😅", "Hei igjen, har den dukket opp?"],
      en: ["FOUND IT, it was in my other pocket, sorry", "any luck?"],
      sv: ["Hittad! Tack ändå"],
    },
    answers: {
      da: [
        "Hej {name}. Hittegods er i det gule telt ved indgang Vest, åbent til kl. 02. Skriv gerne, hvad det var, så kigger vi.",
        "Hej {name}. Intet endnu, men meget kommer ind efter sidste koncert. Kig forbi det gule telt ved Vest eller skriv i morgen.",
      ],
      nb: [
        "Hei {name}. Hittegods er i det gule teltet ved inngang Vest, åpent til kl. 02.",
        "Hei {name}. Ikke ennå, men mye kommer inn etter siste konsert. Kom innom det gule teltet ved Vest.",
      ],
      en: [
        "Hi {name}. Lost & found is the yellow tent at the West gate, open until 2 am.",
        "Hi {name}. Nothing yet, but most things turn up after the last concert. Try the yellow tent at West.",
      ],
      sv: ["Hej {name}. Hittegods finns i det gula tältet vid entré Väst, öppet till 02."],
    },
  },
  {
    id: "access",
    intent: "question",
    kinds: ["dm", "comment"],
    weight: 0.9,
    mood: { before: 1.8, over: 0.2 },
    texts: {
      da: [
        "{kin} sidder i kørestol. Er der en platform ved {nextStage}?",
        "Kan min ledsager komme gratis ind?",
        "Er der teleslynge eller tolk til {next}?",
        "Hvor er der et roligt sted? Min søn er autist og har brug for ti minutter",
        "Hvor kan man sidde ned ved {nextStage}? Vi er tre med nye hofter",
        "Kan man komme rundt med rollator på Skovscenen?",
      ],
      nb: [
        "{kin} sitter i rullestol, er det en plattform ved {nextStage}?",
        "Kommer ledsager gratis inn?",
        "Finnes det et stille sted? Sønnen min trenger en pause",
        "Er det mulig å sitte ved {nextStage}?",
      ],
      en: [
        "Is there a wheelchair platform at {nextStage}?",
        "Is there somewhere quiet? My son needs a break",
        "step-free way to {nextStage}?",
      ],
      sv: ["Finns det rullstolsplats vid {nextStage}?", "Finns det någonstans lugnt att sitta?"],
    },
    answers: {
      da: [
        "Hej {name}. Ja, platformen ved {nextStage} er til højre for lydtårnet, og ledsager er gratis. Ring 55 55 01 27, så møder vi jer.",
        "Hej {name}. Stilletteltet ligger bag førstehjælp ved Vest, med siddepladser og lavt lys. I er velkomne.",
      ],
      nb: [
        "Hei {name}. Ja, plattformen ved {nextStage} er til høyre for lydtårnet, og ledsager er gratis.",
        "Hei {name}. Stilleteltet er bak førstehjelpen ved Vest, med sitteplasser og dempet lys.",
      ],
      en: [
        "Hi {name}. Yes, the platform at {nextStage} is to the right of the sound tower; companions come free.",
        "Hi {name}. There is a quiet tent behind first aid at West, with seats and low light.",
      ],
      sv: ["Hej {name}. Ja, plattformen vid {nextStage} ligger till höger om ljudtornet."],
    },
  },
  {
    id: "kids",
    intent: "question",
    kinds: ["comment", "dm"],
    weight: 0.9,
    mood: { before: 1.5, during: 0.7, after: 0.4, over: 0 },
    texts: {
      da: [
        "Hvor lånes høreværn til børn?",
        "Må børn være der efter kl. 22?",
        "Er der ansigtsmaling endnu? Vi er blevet lovet en tiger",
        "Hvor længe kører pariserhjulet?",
        "Er der aldersgrænse til {next}? Hun er 14 og meget bestemt",
        "Hvor får man et armbånd med telefonnummer til de små?",
      ],
      nb: [
        "Hvor får man låne hørselvern til barn?",
        "Er det aldersgrense på {next}?",
        "Går pariserhjulet hele kvelden?",
        "Er det fortsatt ansiktsmaling? Vi er lovet en tiger",
      ],
      en: [
        "Where can we get ear defenders for the kids?",
        "Is {next} ok for a nine-year-old?",
        "is the Ferris wheel running all night?",
      ],
      sv: ["Var lånar man hörselkåpor till barn?"],
    },
    answers: {
      da: [
        "Hej {name}. Høreværn og armbånd med telefonnummer får I gratis i infoboden ved Øst.",
        "Hej {name}. Børn er velkomne hele aftenen sammen med en voksen. Pariserhjulet kører til kl. 23.",
      ],
      nb: [
        "Hei {name}. Hørselvern og armbånd med telefonnummer får dere gratis i infoboden ved Øst.",
        "Hei {name}. Barn er velkomne hele kvelden sammen med en voksen.",
      ],
      en: [
        "Hi {name}. Ear defenders and phone-number wristbands are free at the info booth by East. Kids are welcome with an adult.",
      ],
      sv: ["Hej {name}. Hörselkåpor får ni gratis i infoboden vid Öst."],
    },
  },
  {
    id: "weather",
    intent: "question",
    kinds: ["comment", "mention"],
    weight: 1,
    mood: { before: 1.4, over: 0.2 },
    texts: {
      da: [
        "Holder vejret til {next}?",
        "er det regn eller er det bare publikum der sveder",
        "skal vi tage regntøj på eller lade skæbnen råde",
        "Der er meget mørke skyer over {town}, kommer de jeres vej?",
        "Bliver der spillet hvis det blæser mere end det her?",
      ],
      nb: [
        "Holder været til {next}?",
        "Trenger vi regntøy?",
        "det mørkner over vannet, er det fare på ferde?",
        "spiller de om det blåser opp?",
      ],
      en: [
        "will the weather hold for {next}?",
        "rain jacket or no rain jacket?",
        "dark clouds over the water, should we worry?",
      ],
      sv: ["Håller vädret till {next}?", "regnjacka eller inte?"],
    },
    answers: {
      da: [
        "Hej {name}. Der kan komme en byge ved 21-tiden, men vinden er svag, og programmet holder. Poncho fås i infoboden.",
        "Hej {name}. Vi følger vejret time for time, og lige nu ser det fint ud.",
      ],
      nb: [
        "Hei {name}. Det kan komme en skur ved 21-tiden, men vinden er svak og programmet går som planlagt.",
        "Hei {name}. Vi følger været time for time, og det ser fint ut nå.",
      ],
      en: ["Hi {name}. A shower may come around nine, but winds are light and the programme stands."],
      sv: ["Hej {name}. Det kan komma en skur vid 21, men programmet gäller."],
    },
  },
  {
    id: "unwell",
    intent: "question",
    kinds: ["dm", "mention"],
    weight: 0.4,
    mood: { during: 1.5, after: 1.4 },
    texts: {
      da: [
        "Min veninde har det dårligt af varmen, hvor er førstehjælp?",
        "Hvor får man et plaster? Det er bare en vabel, men den er stor som {town}",
        "Der ligger en og sover ved {spot}, er der nogen der holder øje?",
        "hvor kan man få noget for allergi, pollen er på vej ind i hjernen",
      ],
      nb: [
        "Hvor er førstehjelpen? Venninna mi er svimmel",
        "Det ligger en og sover ved {spot}, ser noen til ham?",
        "Hvor får man plaster? Gnagsår på størrelse med {town}",
      ],
      en: ["Where is first aid? My friend is feeling faint", "someone's asleep by {spot}, is anyone checking on him?"],
      sv: ["Var är första hjälpen? Min kompis är yr"],
    },
    answers: {
      da: [
        "Hej {name}. Førstehjælp er det hvide telt ved Vest, og vagterne ved {stage} kan hente dem. Ring 112, hvis det er alvorligt.",
        "Tak, fordi du siger det, {name}. Vi har sendt samaritterne derhen nu.",
      ],
      nb: [
        "Hei {name}. Førstehjelpen er det hvite teltet ved Vest, og vaktene ved {stage} kan hente dem. Ring 112 om det er alvorlig.",
        "Takk for at du sier fra, {name}. Vi har sendt hjelp dit nå.",
      ],
      en: [
        "Hi {name}. First aid is the white tent at West; any guard at {stage} can call them. Dial 112 if it is serious.",
        "Thanks for telling us, {name}. Help is on the way there.",
      ],
      sv: ["Hej {name}. Första hjälpen är det vita tältet vid Väst. Ring 112 om det är allvarligt."],
    },
  },
  {
    id: "neighbours",
    intent: "complaint",
    kinds: ["dm", "comment"],
    weight: 0.9,
    mood: { during: 1.6, over: 0.6 },
    texts: {
      da: [
        "Hvornår slutter det? Vi bor 2 km væk og kaffekopperne danser",
        "Kan I skrue ned for bassen, jeg skal op kl. 5 og malke",
        "Der holder en bil i vores indkørsel. Igen. Sort Škoda.",
        "Jeg er ikke sur. Jeg vil bare vide hvornår jeg må sove",
        "hvem har ansvaret for at folk tisser i min hæk?? den er 40 år gammel",
      ],
      nb: ["Når er det slutt? Jeg bor rett over vannet og skal opp klokka fem", "Noen har parkert i innkjørselen vår"],
      en: ["What time does it end? We're at the campsite across the water"],
    },
    answers: {
      da: [
        "Hej {name}. Musikken slutter kl. 22.30 efter fyrværkeriet. Vores nabotelefon er 55 55 01 30, og de kan sende nogen ud med det samme.",
        "Hej {name}, det er vi kede af. Vi sender en trafikvagt. Ring gerne til nabotelefonen 55 55 01 30.",
      ],
      nb: ["Hei {name}. Musikken slutter kl. 22.30 etter fyrverkeriet. Nabotelefonen vår er 55 55 01 30."],
      en: ["Hi {name}. The music ends at 10.30 pm after the fireworks. Sorry for the noise, and thanks for asking."],
    },
  },
  {
    id: "jobs",
    intent: "question",
    kinds: ["dm", "comment"],
    weight: 0.5,
    texts: {
      da: [
        "Kan man nå at melde sig som frivillig?",
        "Hvem skriver man til, hvis ens band gerne vil spille næste år? Vi er tre og har en harmonika",
        "hej søger I bartendere til i morgen?",
      ],
      nb: [
        "Kan man melde seg som frivillig?",
        "Hvem kontakter man om man har et band? Vi er ganske gode (mamma sier det)",
      ],
      en: ["How do I sign up as a volunteer next year?", "who books bands? asking for my very patient band"],
    },
    answers: {
      da: [
        "Hej {name}. Skriv til frivillig@sommerfesten.example, så hører du fra os i næste uge.",
        "Hej {name}. Bands skriver til booking@sommerfesten.example. Harmonika er et plus.",
      ],
      nb: ["Hei {name}. Skriv til frivillig@sommerfesten.example, så hører du fra oss neste uke."],
      en: ["Hi {name}. Write to frivillig@sommerfesten.example and we will get back to you next week."],
    },
  },
  {
    id: "lost-friends",
    intent: "chatter",
    kinds: ["mention", "comment"],
    weight: 1.6,
    mood: { during: 1.6, after: 1.4 },
    texts: {
      da: [
        "Mads vi står ved {spot}. Mads. MADS. vi kan se dig.",
        "Er der nogen der har set en mand med en oppustelig flamingo? Han er vores chauffør",
        "Jette fra Brugsen: din mand leder efter dig ved {spot}",
        "gruppechatten er død og jeg er alene med otte fadøl. kom til {spot}",
      ],
      nb: [
        "Per, vi står ved {spot}. Legg vekk telefonen og se opp",
        "Noen sett en mann med oppblåsbar flamingo? Han er sjåføren vår",
        "gruppechatten er død, møt meg ved {spot}",
      ],
      en: [
        "Dave, we are at {spot}. look up. LOOK UP",
        "if anyone sees a man with an inflatable flamingo, he's our driver",
      ],
      sv: ["Patrik vi står vid {spot}, titta upp", "någon sett en man med uppblåsbar flamingo?"],
    },
  },
  {
    id: "press-requests",
    intent: "question",
    kinds: ["dm"],
    weight: 0.4,
    texts: {
      da: [
        "Hej, jeg skriver for gymnasiebladet i {town}. Må vi få et citat om aftenen?",
        "Har I et pressefoto af {act} vi må bruge med kreditering?",
      ],
      nb: [
        "Hei! Lokalavisa i {town} her. Har dere pressebilder fra i kveld?",
        "Studentradioen i {town}: kan vi få en kjapp kommentar?",
      ],
      en: ["Hi, student radio here, any chance of press photos of {act}?"],
    },
    answers: {
      da: ["Hej {name}. Pressefotos ligger på sommerfesten.dk/presse, og pressevagten tager telefonen på 55 55 01 40."],
      nb: ["Hei {name}. Pressebilder ligger på sommerfesten.dk/presse, og pressevakten svarer på 55 55 01 40."],
      en: ["Hi {name}. Press photos are at sommerfesten.dk/presse; the press desk answers on 55 55 01 40."],
    },
  },
];
