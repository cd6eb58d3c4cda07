import type { Theme } from "../../scenario.ts";

/** What everybody asks once the network is gone. */
export const network: readonly Theme[] = [
  {
    id: "no-signal",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 13,
    from: 22,
    until: 200,
    mood: { during: 2 },
    texts: {
      da: [
        "Er der [driftsforstyrrelser|problemer|nedbrud] i {town}? Har ingen dækning på hverken [min eller konens|min eller {relative}s] telefon",
        "Min telefon siger '[ingen tjeneste|kun nødopkald|søger]'. Er det mig eller jer?",
        "Halvdelen af huset har net, den anden halvdel har Bølge. [Hvad sker der?|Er det normalt?|Kommer I snart?]",
        "Har genstartet [tre gange|telefonen, routeren og mig selv|alt med stik i]. Stadig nul streger i {town} {tag}",
        "0 streger. I {town}. [Midt i byen|Oven på masten|Jeg kan SE jeres mast]. Er der noget jeg skal gøre?",
        "skriver fra [naboens|cafeens|bibliotekets] wifi. er i nede eller er mit abonnement røget?",
        "Hvad er der galt med nettet i {town}? {relative} ringede lige, eller prøvede i hvert fald",
        "Er det kun {town} eller hele landet? Spørger fra [en parkeringsplads|et omklædningsrum|toppen af haven] med én streg",
      ],
      nb: [
        "Er det [nedetid|problemer|driftsfeil] i {town}? Har ingen dekning på noen av telefonene",
        "Telefonen sier «[ingen tjeneste|bare nødsamtaler|søker]». Er det meg eller dere?",
        "Har startet [telefonen på nytt tre ganger|telefonen, ruteren og meg selv på nytt]. Fortsatt null streker i {town} {tag}",
        "Skriver fra [naboens|kaféens|bibliotekets] wifi. Er dere nede?",
        "Null streker i {town}. [Jeg kan SE masten deres|Midt i sentrum|På toppen av en stubbe]. Noe jeg bør gjøre?",
      ],
      en: [
        "Are you [down|having issues] in {town}? No signal on any of our phones",
        "My phone says '[no service|emergency calls only|searching]'. Is it me or you?",
        "Restarted [three times|the phone, the router and myself]. Still zero bars in {town}",
      ],
      sv: [
        "Har ni [driftstörningar|problem] i {town}? Ingen täckning på någon av våra telefoner",
        "Telefonen säger '[ingen tjänst|endast nödsamtal]'. Är det jag eller ni?",
        "Har startat om [tre gånger|allt med sladd]. Fortfarande noll streck i {town}",
      ],
    },
    followUps: {
      da: [
        "Nu kom der én streg. [Den gik igen|Jeg tør ikke røre mig|Hun er sød]",
        "Stadig intet her, [bare så I ved det|trods håb]",
        "Okay, tak. Så [læser jeg en bog|taler vi sammen herhjemme]",
      ],
      nb: ["Nå kom det én strek. [Der forsvant den|Tør ikke røre meg]", "Fortsatt ingenting her"],
      en: ["One bar now. [Gone again|I dare not move]", "Still nothing here"],
      sv: ["Nu kom ett streck. Nu försvann det", "Fortfarande ingenting här"],
    },
    answers: {
      da: [
        "Det er os, desværre. Vi har et stort udfald, og teknikerne er på. Følg med på bolge.example/status.",
        "Ja, vi er ramt i det meste af landet. Du skal ikke gøre noget, telefonen finder selv nettet igen.",
      ],
      nb: [
        "Det er oss, dessverre. Vi har et stort utfall, og teknikerne jobber. Følg med på bolge.example/status.",
        "Ja, vi er rammet. Du trenger ikke gjøre noe, telefonen finner nettet selv.",
      ],
      en: [
        "It is us, sorry. We have a major outage and engineers are on it: bolge.example/status.",
        "Yes, we are affected. Nothing to do on your side, your phone will reconnect by itself.",
      ],
      sv: ["Det är vi, tyvärr. Vi har ett stort avbrott och teknikerna jobbar: bolge.example/status."],
    },
  },
  {
    id: "when-fixed",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 11,
    from: 32,
    until: 192,
    mood: { during: 1.5 },
    texts: {
      da: [
        "Hvornår er I oppe igen? Skal [hente børn|på arbejde|ringe til en kunde] om [en halv time|lidt]",
        "Kan I give et bud? [En time?|I aften?|Dette årti?] {tag}",
        "I skriver 'hurtigst muligt'. Er det [minutter|timer|håndværkertid]?",
        "Når jeg at få net inden [kampen|min mor ringer|mit møde] kl. {clock}?",
        "Er det værd at vente, eller skal jeg [købe et taletidskort|finde min gamle fastnettelefon|lære at vise med hånden]?",
        "hvornår virker det i {town}? bare sig det ærligt, vi kan [godt tåle det|tage det]",
      ],
      nb: [
        "Når er dere oppe igjen? Skal [hente unger|på jobb|ringe en kunde] om en halvtime",
        "Dere skriver «så raskt som mulig». Er det [minutter|timer|håndverkertid]?",
        "Rekker jeg å få nett før [kampen|møtet mitt|mamma ringer] kl. {clock}?",
        "Når virker det i {town}? Bare si det ærlig, vi [tåler det|har termos]",
      ],
      en: [
        "When will you be back? I need to [pick up the kids|call a client]",
        "'As soon as possible'. Is that [minutes|hours|plumber time]?",
        "Will it be fixed in {town} before {clock}?",
      ],
      sv: [
        "När är ni igång igen? Ska [hämta barn|ringa en kund] om en halvtimme",
        "'Så snart som möjligt'. Är det [minuter|timmar]?",
      ],
    },
    followUps: {
      da: ["Det sagde I også for en time siden", "Fint, tak for et ærligt svar"],
      nb: ["Det sa dere for en time siden også", "Takk for et ærlig svar"],
      en: ["You said that an hour ago", "Thanks for being honest"],
      sv: ["Det sa ni för en timme sedan också"],
    },
    answers: {
      da: [
        "Vi har ikke et sikkert tidspunkt endnu, og vi vil ikke gætte. Næste melding kommer inden for 30 minutter.",
        "Ærligt: vi ved det ikke endnu. Fejlen er fundet, og vi skriver her, så snart de første master er oppe.",
      ],
      nb: [
        "Vi har ikke et sikkert tidspunkt ennå, og vil ikke gjette. Neste melding kommer innen 30 minutter.",
        "Ærlig talt: vi vet ikke ennå. Feilen er funnet, og vi skriver her med en gang noe skjer.",
      ],
      en: [
        "No firm time yet, and we will not guess. Next update within 30 minutes.",
        "Honestly, we do not know yet. The fault is found; we post here when masts are back.",
      ],
      sv: ["Vi har ingen säker tid ännu och vill inte gissa. Nästa besked kommer inom 30 minuter."],
    },
  },
  {
    id: "calls",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 8,
    from: 24,
    until: 195,
    texts: {
      da: [
        "Jeg kan [ringe ud men ikke modtage|sende sms men ikke ringe|kun høre mig selv]. Hvad er det for en fejl?",
        "Virker wifi-opkald stadig? Hvor slår man det til på en [Android|iPhone|ældre telefon]?",
        "Kommer sms'erne frem senere eller er de [væk|tabt|sendt til en anden]? Har skrevet noget jeg [fortryder|mente] til {relative}",
        "Kan jeg låne et andet selskabs net? Naboen har [tre streger|fuld plade] og viser dem til mig",
        "ringede til {relative} og kom igennem til en [tandlæge|frisør|kro] i {town}. vi snakkede lidt. Er det jer??",
      ],
      nb: [
        "Kan [ringe ut, men ikke ta imot|sende sms, men ikke ringe]. Hva slags feil er det?",
        "Virker wifi-samtaler fortsatt? Hvor slår man det på?",
        "Ringte {relative} og havnet hos en [tannlege|frisør] i {town}. Vi hadde det hyggelig. Er det dere?",
      ],
      en: [
        "I can [call out but not receive|text but not call]. What is that about?",
        "Does wifi calling still work? How do I turn it on [on Android|on an iPhone]?",
      ],
      sv: [
        "Kan [ringa ut men inte ta emot|skicka sms men inte ringa]. Vad är det för fel?",
        "Fungerar wifi-samtal fortfarande?",
      ],
    },
    answers: {
      da: [
        "Både opkald og sms er ramt lige nu. Wifi-opkald virker: Indstillinger > Mobil. Sms'er kommer frem, når nettet er oppe.",
      ],
      nb: ["Både samtaler og sms er rammet nå. Wifi-samtaler virker: Innstillinger > Mobil. Sms kommer fram senere."],
      en: ["Calls and texts are both hit. Wi-Fi calling works: Settings > Mobile. Texts arrive once we are back."],
      sv: ["Både samtal och sms är drabbade. Wifi-samtal fungerar: Inställningar > Mobil. Sms kommer fram senare."],
    },
  },
  {
    id: "emergency-number",
    intent: "question",
    kinds: ["mention", "comment", "dm"],
    weight: 6,
    from: 28,
    until: 195,
    texts: {
      da: [
        "Kan man ringe 112 under nedbruddet? [Bor langt ude|Min mand har dårligt hjerte|Er alene med tre børn] i {town}",
        "Virker nødopkald på en Bølge-telefon nu, eller skal man [låne naboens|finde en fastnet|løbe]?",
        "Hvad gør man hvis der sker noget og telefonen siger ingen tjeneste? {relative} er [nervøs|86|alene hjemme]",
        "er 112 også nede?? der går en historie om det her i {town}",
      ],
      nb: [
        "Kan man ringe 112 eller 113 nå? Bor [langt inni skogen|alene på en gård] ved {town}",
        "Virker nødnummer på en Bølge-telefon nå, eller må man låne naboens?",
      ],
      en: [
        "Can we still call 112 during this? We live [far out|alone] near {town}",
        "Do emergency calls work with no service? Asking for [my mum|an elderly neighbour]",
      ],
      sv: ["Går det att ringa 112 nu? Bor [långt ut|ensam] vid {town}"],
    },
    answers: {
      da: [
        "Ja, 112 virker: telefonen går over på et andet selskabs net, også når der står 'kun nødopkald'.",
        "112 er oppe. Kommer du ikke igennem, så tag simkortet ud og ring igen, eller lån en anden telefon.",
      ],
      nb: [
        "Ja, nødnumrene virker: telefonen bruker et annet selskaps nett, også når det står «bare nødsamtaler».",
        "112 og 113 er oppe. Kommer du ikke gjennom, ta ut simkortet og ring igjen.",
      ],
      en: [
        "Yes, 112 works: your phone uses another operator's network, even with 'no service'.",
        "112 is up. If it fails, take the SIM out and call again, or borrow a phone.",
      ],
      sv: ["Ja, 112 fungerar via ett annat nät, även när det står 'endast nödsamtal'."],
    },
  },
];
