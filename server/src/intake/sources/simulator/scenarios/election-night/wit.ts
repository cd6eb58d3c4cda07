import type { Theme } from "../../scenario.ts";

/** Jokes of election night. */
export const wit: readonly Theme[] = [
  {
    id: "pencil-jokes",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 7,
    until: 110,
    texts: {
      da: [
        "Blyanten på {station} sidder i en snor. Så meget stoler staten på os. [Fair|Jeg har tre derhjemme|De kender os]",
        "Jeg gik ind i stemmeboksen som [tvivler|realist|idealist] og kom ud som en der havde glemt sin paraply",
        "Stemmeboksen er det eneste sted jeg får [fred|to minutter alene|lov at bestemme]. Burde være åben hele året",
        "Tilforordnet til mig: 'De skal folde den.' Mig, [42 år|ingeniør|med en ph.d.]: i panik over en seddel",
        "Min kone og jeg har udlignet hinandens stemmer siden [1998|brylluppet|vi fik børn]. Vi kunne have set fjernsyn {tag}",
        "{station} lugter præcis som i [1994|4. klasse|gymnastiktimen]. Jeg gemte mig næsten for boldholderen",
      ],
      nb: [
        "Blyanten på {station} sitter fast i en snor. Så mye stoler staten på oss",
        "Kona og jeg har utlignet hverandres stemmer siden [1998|bryllupet]. Kunne sett på TV {tag}",
        "Avlukket er det eneste stedet jeg får [fred|to minutter alene]",
      ],
      en: [
        "The pencil at {station} is tied down. That is how much the state trusts us",
        "My wife and I have cancelled out each other's votes since [1998|the wedding]. Could have watched TV",
        "The booth is the only place I get [peace|two minutes alone]. Keep it open all year",
      ],
      sv: [
        "Pennan på {station} sitter fast i ett snöre. Så mycket litar staten på oss",
        "Min man och jag har tagit ut varandras röster sedan [1998|bröllopet]",
      ],
    },
  },
  {
    id: "coalition-jokes",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 9,
    from: 60,
    mood: { during: 1.6 },
    texts: {
      da: [
        "{party} og {party2} i samme byråd. Det er som at sætte [to svigermødre|en kat og en støvsuger|mig og et rejsebudget] sammen",
        "Alle har vundet i aften. Selv {party}, der gik [tilbage|hjem|fra fire til nul], taler om 'et solidt afsæt'",
        "{candidate}: 'Vi er ydmyge.' [Konfettikanonen|Brassbandet|Neonskiltet med navnet]: 🎉",
        "Forhandlingerne i {town} foregår på [grillbaren|et ukendt parcelhus|badeanstalten]. Vidner melder om {snack}",
        "Rugbrødslisten har [fået mandat|fået to stemmer|krævet genoptælling]. Endelig nogen der kan smøre en aftale {tag}",
        "'Historisk' er nu sagt [61|74|112] gange. Det er i sig selv historisk",
        "hvis {party} får magten i {town} flytter jeg til [Vesterø|Sverige|kælderen]. og jeg bor i Vesterø",
        "Politisk kommentator: 'Det kan gå begge veje.' Min [vejrudsigt|bus|teenager] siger det samme, og ingen betaler ham",
      ],
      nb: [
        "{party} og {party2} sammen er som [to svigermødre på hytta|katt og støvsuger]",
        "Alle har vunnet i kveld. Selv {party}, som gikk fra [fire til null|tre til én]",
        "«Historisk» er nå sagt [61|74] ganger. Det er i seg selv historisk",
        "Kommentator: «Det kan gå begge veier.» Bussen min sier det samme, gratis",
      ],
      en: [
        "{party} and {party2} together is like [a cat and a vacuum cleaner|two mothers-in-law in one cabin]",
        "Everybody won tonight. Even {party}, who went from [four to zero|three to one]",
        "'Historic' has now been said [61|74] times, which is itself historic",
      ],
      sv: [
        "{party} och {party2} ihop är som [katt och dammsugare|två svärmödrar i en stuga]",
        "Alla har vunnit ikväll. Även {party}, som gick från fyra till noll",
      ],
    },
  },
  {
    id: "food-jokes",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 6,
    texts: {
      da: [
        "Valgflæsk er i aften [i ovnen|udsolgt|fra {party}]. Sprødt udenpå, luft indeni",
        "Stemte på den, der delte [wienerbrød|karameller|bolsjer] ud ved {station}. Jeg er ikke stolt. Jeg er mæt",
        "Vi har lavet en lagkage med mandatfordeling. {party} er [marengsen|jordbærrene|bunden]. Ingen rører {party2}",
        "Valgaftens vinder: {snack}. Absolut flertal {place} {tag}",
        "Der er {snack} til alle {place}, men [koalitionen om dippen er brudt sammen|ingen vil tage den sidste|kun én ske]",
      ],
      nb: [
        "Valgets vinner: [kanelboller|pølse i lompe|potetgull]. Rent flertall {place}",
        "Stemte på hun som delte ut [wienerbrød|drops] ved {station}. Ikke stolt. Mett",
        "Laget kake med mandatfordeling. {party} er [marengsen|krembollen]. Ingen rører {party2}",
      ],
      en: [
        "Voted for whoever handed out [pastries|sweets] at {station}. Not proud. Full",
        "We baked a cake by seat share. {party} is [the icing|the cherry]. Nobody touches {party2}",
      ],
      sv: [
        "Vi bakade en tårta efter mandaten. {party} är [grädden|jordgubbarna]. Ingen rör {party2}",
        "Kvällens vinnare: [kanelbullen|chipsen]. Egen majoritet {place}",
      ],
    },
    pictures: {
      share: 0.3,
      alt: {
        da: ["En lagkage delt efter mandater", "Et fad flæskesvær med partibogstaver"],
        nb: ["En kake delt etter mandater"],
        en: ["A cake cut by share of seats"],
        sv: ["En tårta delad efter mandat"],
      },
    },
  },
  {
    id: "posters",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 5,
    texts: {
      da: [
        "Valgplakaten af {woman} har kigget ind i [min stue|mit soveværelse|mit badekar] i fire uger. Jeg kommer til at savne hende",
        "Nogen har sat [solbriller|hat|overskæg] på alle plakater i {town}. Stemmeprocenten bør tilfalde dem {tag}",
        "Hvem fjerner plakaterne i {town}? Vinden har taget fat på [{party}|de høje|dem ved havnen] 💨",
        "Min søn på [4|5|3] tror at {candidate} bor i alle lygtepæle",
      ],
      nb: [
        "Valgplakaten av {woman} har stirret inn i [stua|badet] mitt i fire uker. Kommer til å savne henne",
        "Noen har satt [solbriller|bart] på alle plakatene i {town}. Årets kampanje",
        "Datteren min på [fire|fem] tror {candidate} eier alle lyktestolpene",
      ],
      en: [
        "A poster of {woman} has looked into my [kitchen|bathroom] for four weeks. I will miss her",
        "Somebody drew [moustaches|sunglasses] on every poster in {town}. Give them a seat",
      ],
      sv: ["Någon har satt [solglasögon|mustasch] på alla affischer i {town}. Ge dem ett mandat"],
    },
    pictures: {
      share: 0.3,
      alt: {
        da: ["En valgplakat med påtegnet overskæg", "En plakat, der hænger på hovedet"],
        nb: ["En valgplakat med bart"],
        en: ["An election poster with a drawn moustache"],
        sv: ["En affisch med mustasch"],
      },
    },
  },
  {
    id: "nordic-teasing",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 6,
    texts: {
      da: [
        "En nordmand på kollegiet spørger hvornår [skirennet|talen fra kongen|vaflerne] kommer. Det er et VALG, Håkon",
        "Svenskerne ved bordet er chokerede over at vi må [drikke øl imens|råbe ad skærmen|være uenige]",
        "Forklarede min svenske kæreste [d'Hondt|valgforbund|flæsk]. Hun har pakket en taske {tag}",
        "Nordmænd i kommentarfeltet: I har olie, fjelde og ski. Lad os have {candidate} i fred",
      ],
      nb: [
        "Forstår tallene bedre enn danskene som leser dem. «[Halvtreds|Halvfems|Tres] komma fem» er ikke et tall",
        "Skrudde på undertekster på dansk valgsending. Det ble [verre|underteksten også dansk|bare halvfems]",
        "{host} sa et tall. Jeg tror det var [52|72|92]. Vi får aldri vite det",
        "Dansker på TV: «halvfjerds». Hele hytta: [lommeregner|stillhet|gråt]",
      ],
      en: [
        "Danish numbers on live TV. Was that [52|72|92] percent? Nobody knows, not even {host}",
        "My Norwegian flatmate needs subtitles for {host}. My Danish flatmate needs them for [the Norwegian|{candidate}]",
      ],
      sv: [
        "{host} sa en siffra. Var det [52|72|92]? Ingen i Malmö vet",
        "Vi i Skåne förstår danska. Vi förstår bara inte [siffrorna|{candidate}|varför]",
      ],
    },
  },
  {
    id: "forecasting-jokes",
    intent: "joke",
    kinds: ["mention", "comment"],
    weight: 5,
    texts: {
      da: [
        "Min bedstefar har lavet en prognose ud fra [gigten|hønsene|barometret]. Han er tættere på end jer {tag}",
        "Exitpoll {place}: [fire for {party}, en for pizza|tre sover, en græder|seks for at skifte kanal]",
        "Naboens papegøje siger '{party}'. [Den fik ret sidst|Den er lejet ind|Den siger det også om natten]",
        "Har spurgt hunden. Et gø for {party}, to for {party2}. Den [slikkede sig|gik ud i køkkenet|stemte blankt]",
      ],
      nb: [
        "Bestefar lager prognose ut fra [gikta|hønene|barometeret]. Han er nærmere enn dere",
        "Spurte hunden. Ett bjeff for {party}, to for {party2}. Den [stemte blankt|gikk på kjøkkenet]",
      ],
      en: [
        "My grandfather forecasts from [his knee|the hens|the barometer]. He is closer than you",
        "Asked the dog. One bark for {party}, two for {party2}. It [abstained|left the room]",
      ],
      sv: [
        "Farfar gör en prognos med [knäet|hönsen]. Han är närmare än ni",
        "Frågade hunden. Den [röstade blankt|gick ut i köket]",
      ],
    },
  },
];
