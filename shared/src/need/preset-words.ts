/** What befalls children, before whose they are and what they are called; what is lost so is hardly a thing. */
const befallen: ReadonlyArray<readonly [verbs: string, whose: string, called: string]> = [
  ["mistet|tabt|finde|leder efter", "min|vores", "søn|datter|dreng|pige|lillebror|lillesøster"],
  ["mistet|tabt|finde|leder efter", "mit|vores|mine", "barn|børn|barnebarn"],
  ["mistet|mista|finner ikke|leter etter", "min|vår|mitt|vårt", "sønn|datter|barn|gutt|jente"],
  ["tappat|hitta|hittar|letar efter", "min|mitt|vår|vårt", "son|dotter|barn|pojke|flicka"],
  ["lost|find|missing", "my|our", "son|daughter|child|kid|kids|boy|girl|children|toddler|brother|sister"],
];

/** `mistet vores .. datter`, `lost my .. son`. */
function lostChildren(): readonly string[] {
  return befallen.flatMap(([verbs, whose, called]) =>
    verbs
      .split("|")
      .flatMap((verb) =>
        whose.split("|").flatMap((mine) => called.split("|").map((child) => `${verb} ${mine} .. ${child}`)),
      ),
  );
}

/** The words of the ready-made rules, Danish, Norwegian, Swedish and English together, a list for each subject. */
export const presetWords = {
  lostPerson: [
    ...lostChildren(),
    ...list(`
    lost child; lost kid; lost boy; lost girl; lost children; missing child; missing kid; missing boy; missing girl
    lost my son; lost my daughter; lost my kid*; lost my child; lost my little; lost our son; lost our daughter
    lost sight of my; lost track of my son; lost track of my daughter; lost track of our; separated from my .. son
    separated from my .. daughter; separated from my .. child; cant find my son; cant find my daughter
    cant find my child; cant find my kid*; cant find our .. son; cant find our .. daughter; cant find my little
    cannot find my .. son; cannot find my .. daughter; cannot find my child; my son is missing; my daughter is missing
    son is lost; daughter is lost; child is lost; found a child; found a little; found a kid; found a boy; found a girl
    found child; child alone; kid alone; boy alone; girl alone; crying child; child crying; kid crying; little .. crying
    looking for his mum; looking for her mum; looking for his mom; looking for her mom; looking for his parents
    looking for her parents; looking for my son; looking for my daughter; without his parents; without her parents
    mistet min søn; mistet min datter; mistet mit barn; mistet vores barn; mistet vores søn; mistet vores datter
    mistet min dreng; mistet min pige; mistet mit .. barn; mistet min .. søn; mistet min .. datter; mistet sønnen
    mistet datteren; mistet barnet; bortkommet; bortkommen; bortkomne; bortkommet barn; forsvundet barn; forsvunden dreng; forsvunden pige
    savnet barn; savnet dreng; savnet pige; min søn er væk; min datter er væk; mit barn er væk; barn er blevet væk
    søn .. blevet væk; datter .. blevet væk; børn .. blevet væk; søn .. er væk; datter .. er væk; søn .. forsvundet; datter .. forsvundet; sønnen .. borte; datteren .. borte; datra .. borte; son .. is missing; daughter .. is missing; kid .. is missing; child .. is missing; son .. borta; dotter .. borta; søn er blevet væk; datter er blevet væk; dreng er blevet væk; pige er blevet væk; barn er væk; barn væk
    søn er forsvundet; datter er forsvundet; barn er forsvundet; barn forsvundet; finde min søn; finde min datter
    finde mit barn; finde vores søn; finde vores datter; finde min .. søn; finde min .. datter; finde mine børn; finde min dreng
    finde min pige; leder efter min søn; leder efter min datter; leder efter mit barn; leder efter min .. søn
    leder efter min .. datter; leder efter sin mor; leder efter sin far; leder efter sine forældre; kan ikke finde sin mor
    kan ikke finde sin far; kan ikke finde sine forældre; uden sine forældre; fundet et barn; fundet en dreng
    fundet en pige; fundet en lille; fundet et lille; lille dreng .. alene; lille pige .. alene; barn .. alene
    dreng .. græder; pige .. græder; barn .. græder; grædende barn; grædende dreng; grædende pige
    mista sønnen; mista datteren; mista barnet; mistet sønnen min; mistet datteren min; mista sønnen min; mista datra
    finner ikke sønnen; finner ikke datteren; finner ikke barnet; finner ikke datra; finner ikke guten; finner ikke gutten
    finner ikke jenta; sønnen min er borte; datteren min er borte; datra mi; barnet mitt er borte; barn er borte
    leter etter sønnen; leter etter datteren; leter etter barnet; leter etter mammaen; leter etter pappaen
    leter etter mamma; leter etter foreldrene; savnet gutt; savnet jente; funnet et barn; funnet en gutt; funnet ei jente
    funnet en jente; funnet en liten; funnet ei lita; gutt .. gråter; jente .. gråter; barn .. gråter; gråtende barn; gutt .. alene; jente .. alene
    tappat bort min son; tappat bort min dotter; tappat bort mitt barn; tappat bort vår; hittar inte min son
    hittar inte min dotter; hittar inte mitt barn; hittar inte vår; min son är borta; min dotter är borta; barn är borta
    barn borta; försvunnet barn; försvunnen pojke; försvunnen flicka; letar efter min son; letar efter min dotter
    letar efter sin mamma; letar efter sin pappa; hittat ett barn; hittat en pojke; hittat en flicka; hittat en liten
    gråtande barn; pojke .. ensam; flicka .. ensam; barn .. ensamt; unaccompanied child`),
  ],
  injury: list(`
    first aid; firstaid; ambulance; ambulances; paramedic*; need a medic; need medic; medics; medical emergency; need a doctor; call a doctor
    get a doctor; is there a doctor; doctor needed; unconscious; not breathing; cant breathe; cannot breathe; isnt breathing
    passed out; has fainted; just fainted; collapsed; having a seizure; seizure; heart attack; allergic reaction; anaphyla*; bleeding; little insulin
    out of insulin; no insulin; overdos*; head injury; broken leg; broken arm; badly hurt; someone is hurt; somebody is hurt
    someone got hurt; been stabbed; was stabbed; stabbing; drowning
    førstehjælp*; samarit*; ambulancen; falck; lægevagt*; brug for en læge; brug for læge; brug for lægehjælp; hent en læge
    bevidstløs*; trækker ikke vejret; kan ikke få vejret; besvimet; besvimede; er faldet om; faldt om; falder om; kollapset; bløder; blødte kraftigt
    hjertestop; hjertestarter*; hjerteanfald; krampeanfald; kramper; overdosis; allergisk; allergichok; insulin; brækket benet; brækket armen
    kommet til skade; kommer til skade; kom til skade; slået hovedet; stukket ned; knivstukket; drukner; ligger og ryster; livløs
    førstehjelp*; sanitet; sanitets*; sykebil; ambulansen; ambulans*; lege på stedet; trenger lege; trenger en lege; trenger hjelp fra lege; bevisstløs*; puster ikke
    får ikke puste; besvimt; besvimte; falt om; har falt sammen; blør; hjertestans; skadet seg; skada seg; brukket beinet; brukket armen; slått hodet
    första hjälpen; sjukvårdare; sjukvårdstält; ambulansen; behöver läkare; behöver en läkare; medvetslös*; andas inte; svimmat; svimmade; segnade ner; blöder; hjärtstopp
    skadat sig; brutit benet; brutit armen`),
  danger: list(`
    there is a fire; theres a fire; theres fire; fire in the; fire at the; fire behind; fire near; fire by the; tent .. on fire; stage is on fire; caught fire; on fire at
    something is burning; smell of gas; smell gas; gas leak; smoke coming; smoke from; smoke in the; smells like smoke; is collapsing; about to collapse
    bomb; gun; gunman; shots fired; shooting at; shooter; knife; evacuate; evacuation; stampede; getting crushed; being crushed; crushed against; crush at; crowd crush; people are being squeezed
    trampled; people are falling; too many people .. pushing; cant move at the front; someone will get hurt; someone is going to get hurt; people will get hurt; fallen power line; electric shock; get shocks; gives shocks; live wire
    det brænder; der er ild; ild i; ildebrand; brand i; brand ved; brand bag; brænder i; brænder ved; går i brand; røg fra; røg i; røg ved; kommer røg; ryger ud af; lugter af gas; lugter af røg; lugter brændt; gaslugt; gasflaske
    bombe; pistol; skud; skyder; skyderi; kniv; evakuer*; bliver mast; bliver klemt; mast mod; klemt mod; mast op mod; klemt op mod; panik; trampet; trampes; væltet ned; vælter ned; styrter sammen; ved at vælte; ved at falde ned; er væltet; får stød; stød af
    folk falder; nogen kommer til skade; kommer snart nogen til skade
    det brenner; det brenn; brann i; brann ved; brann bak; tatt fyr; røyk fra; røyk i; røyk ved; røykutvikling; lukter gass; lukter røyk; lukter brent; skudd; skyter; kniv; evakuer*; blir klemt; blir most; klemt mot; presset mot; tråkket ned; veltet; i ferd med å velte; får støt; strømstøt
    det brinner; brand i; eld i; rök från; rök i; luktar gas; luktar rök; luktar bränt; skott; skjuter; blir klämd; klämd mot; klämda mot; blir krossad; trampas; har rasat; håller på att rasa`),
  threat: list(`
    kill you; kill him; kill her; kill myself; kill yourself; going to kill; gonna kill; i want to die; end my life; suicidal; commit suicide; kill myself tonight; death threat*; threatened me; threatening me; threatening people; he is threatening; is threatening; being threatened; was assaulted; been assaulted; sexual assault; sexually assaulted; raped; rape; groped; groping; spiked; spiking; drink .. spiked; being followed; following me; being harassed; harassing me; attacking; is attacking; being beaten; beating up; fight at; fight in; fight by; fighting at
    slå dig ihjel; slår dig ihjel; slå ham ihjel; slå jer ihjel; slå mig selv ihjel; vil ikke leve; orker ikke leve; ikke leve mere; selvmordstanker; begå selvmord; tage mit eget liv; tage livet af mig; dødstrus*; truer mig; truer folk; truer med; blevet truet; bliver truet; voldtaget; voldtægt; overfald*; overfaldet; overgreb; taget på mig; gramset; befamlet; noget i min drink; hældt .. drink; drink .. noget i; føler mig forfulgt; følger efter mig; forfølger; chikanerer; slås ved; slåskamp; slagsmål
    drepe deg; dreper deg; drepe noen; ta livet av; orker ikke å leve; selvmordstanker; ta selvmord; ta mitt eget liv; drapstrus*; truer meg; truer folk; blitt truet; blir truet; voldtatt; voldtekt; overfalt; overgrep; tafset; klådd; noe i drinken; dopet ned; følger etter meg; slåss ved; slåsskamp; slagsmål
    döda dig; dödar dig; ta mitt liv; självmordstankar; begå självmord; dödshot*; hotar mig; hotar folk; blivit hotad; blir hotad; våldtagen; våldtäkt; överfallen; övergrepp; tafsade; tafsat; drogad; drogat; förföljer; följer efter mig; slagsmål`),
  figurative: list(`
    tak til; takk til; tack till; thanks to; killed it; would it kill; killing it; kill it; on fire tonight; band is on fire; are on fire; youre on fire; was on fire; is fire; fire emoji; bombe stemning; kæmpe bombe; bomb ass; the bomb; photo bomb; bath bomb; lyrics; first aid kit; heart attack of joy; dying to; dying of laughter; seat .. passed out; skud ud til; stort skud; skudår; skudsår; skudd ut; top gun; shot gun; shotgun; machine gun; guns n roses; sex pistols; killed the vibe; killer show; radio killed`),
  lost: list(`
    lost property; lost and found; lost my wallet; lost my phone; lost my keys; lost my bag; lost my jacket; lost my passport; lost my ticket; lost my .. phone; lost my .. wallet; lost my .. bag; lost luggage; lost baggage; lost bag; lost bags; lost my luggage; lost our bags; lost our luggage; lost our bag; found a wallet; found a phone; found a set of keys; found a key*; found a bag; found a passport; where is my bag; where are my bags; where is my luggage; youve lost it; bag hasnt come; bags havent come; bags havent arrived; bag hasnt arrived; bags are in; luggage is in; missing bag; missing luggage; my bag off; find my bag; find my luggage; no idea where they are; left my .. in the; left my .. at the; left my .. on the; have you found; has anyone found; anyone seen my
    mistet min pung; mistet min mobil; mistet min telefon; mistet mine nøgler; mistet min taske; mistet min jakke; mistet min .. pung; mistet min .. telefon; mistet mit .. ur; tabt min; tabt mit; tabt mine; tabte min; tabte mit; tabte mine; glemt min; glemt mit; glemt mine; glemte min; hittegods*; fundet en pung; fundet en telefon; fundet en mobil; fundet et sæt; fundet en nøgle; fundet nogle nøgler; fundet et kort; fundet en taske; fundet en jakke; fundet et pas; har i fundet; er der nogen der har fundet; nogen der har fundet; nogen set min; min pung er væk; min telefon er væk; min mobil er væk; min taske er væk; mangler min kuffert; kufferten er ikke
    mistet lommeboka; mista lommeboka; mistet lommeboken; mistet mobilen; mista mobilen; mista telefonen; mistet telefonen; mistet nøklene; mista nøklene; mistet veska; mista veska; mista jakka; glemte jakka; glemt igjen; hittegods; funnet en lommebok; funnet ei lommebok; funnet en mobil; funnet nøkler; har dere funnet; noen som har funnet; noen funnet; noen sett
    tappat min; tappat mitt; tappat mina; tappade min; tappat bort; hittegods; hittat en plånbok; hittat en mobil; hittat nycklar; har ni hittat; någon som hittat; någon hittat; glömt min; glömde min`),
  place: list(`
    entrance*; entry; entrances; exit; exits; gate*; the way in; get in; let in; getting in; queue; queues; queueing; doors; door; re entry; wristband*; ticket*; box office; sold out; refund for today; toilet*; toilets; restroom*; bathroom*; loo; loos; parking; park; park the; car park; park my; park at; shuttle*; bus; buses; train*; metro; tram; taxi*; uber; ride home; get home; getting home; last train; last bus; wheelchair*; accessible; accessibility; disabled; step free; elevator; sign language; hearing loop; drinking water; refill; vegan; vegetarian; gluten; allerg*; atm; charge my; charging; charger; wifi; locker*; cloakroom; camping; campsite; tent; shower*; starts; on stage; set time*; timetable; schedule; running order; cancelled; canceled; allowed; umbrella; bag size; stroller; pram; age limit; smoking area; livestream; live stream; meeting point; information desk; info point; terminal
    indgang*; hovedindgang*; udgang*; ind ad; komme ind; kommer ind; lukket ind; køen; køer; døre; dørene; port*; armbånd*; billet*; bytte; udsolgt; toilet*; wc; toiletterne; handicaptoilet*; parkering*; parkere; parkerer; bus; busser; bussen; shuttlebus*; tog; toget; togene; letbane*; metro*; færge*; taxa*; taxi; komme hjem; kommer hjem; sidste tog; kørestol*; handicap*; rampe; ledsager*; tegnsprog*; teleslynge; vand; vandpost*; drikkevand; madbod*; vegansk; veganer; vegetar*; gluten*; allergi*; hæveautomat*; kontant*; mobilepay; oplad*; lade min; oplade; garderobe*; camping*; telt*; bade*; bruser; kort over; begynder; slutter; på scenen; program*; spilleplan; tidsplan; åbner; åbent; åben; lukker; lukket; forsinket; aflyst; medbringe; tage med; paraply*; rygsæk; barnevogn*; klapvogn*; aldersgrænse; livestream*; streame; hvilken scene; mødested; vagter
    inngang*; hovedinngang*; utgang*; komme inn; kommer inn; slippe inn; slipper inn; køa; dører; dørene; billett*; bytte; utsolgt; toalett*; doen; parkering*; parkere; buss; bussen; busser; tog; toget; trikk*; t bane; ferje*; ferge*; drosje*; rullestol*; ledsager*; tegnspråk*; teleslynge; vann; vannpost*; drikkevann; matbod*; vegan; glutenfri*; allergi*; minibank*; kontanter; vipps; lade mobilen; lading; garderobe*; teltplass*; dusj*; begynner; slutter; på scenen; program*; spilleplan; tidsplan; åpner; åpent; åpen; stenger; stengt; forsinket; avlyst; lov til; lov å; ha med; ta med; paraply*; barnevogn*; aldersgrense; strømme; møtested; vakter
    ingång*; entré*; entren; utgång*; komma in; kommer in; släpps in; kön; köer; dörrar*; biljett*; slutsålt; toalett*; toa; parkering*; parkera; buss; bussen; tåg; tåget; tågen; spårvagn*; tunnelbana*; färja*; komma hem; rullstol*; tillgänglig*; ledsagare; teckenspråk*; vatten; dricksvatten; veganskt; glutenfri*; allergi*; bankomat*; kontant*; swish; ladda; garderob*; skåp; camping*; tält*; dusch*; startar; börjar; slutar; spelar; på scenen; program*; spelschema; öppnar; öppet; stänger; stängt; försenad; inställt; inställd; tillåtet; ta med; ha med; paraply*; ryggsäck; barnvagn*; åldersgräns; mötesplats; ; children under; kids under; bring a; bring my; bring our; bring the; bring kids; bring dogs; my dog; dogs allowed; kids allowed; food stall*; food truck*; something to eat; get food; vegan food; where to eat; get water; water station*; pay cash; take cash; take card; pay by card; pay with; security check; what time; door time; start time; does it start; do they start; does .. start; does the .. open; do the .. open; does .. open; does .. close; do you open; do you close; which stage; what stage; who plays; who is playing; bags allowed; my bag; find you; your tent; still open; open now; open until; start on time
    med børn; børn under; børn med; for børn; tage børn; tag børn; tage vores børn; tage mine børn; hund med; hunde med; køb af mad; noget at spise; få mad; spisested*; få vand; fylde vand; betale med; tager i kort; tag i kort; betale kontant; går .. på scenen; hvornår spiller; hvornår starter; hvornår begynder; hvornår slutter; hvornår åbner; hvornår lukker; hvad tid; hvilken tid; hvor ligger; hvor finder; hvor er; hvor henne; hvor køber; hvor får; hvor kan; hvor skal; hvor går; hvornår er; åbner i; har i åbent; lukker i; må man; må jeg; må vi; kommer jeg hjem; kommer vi hjem; komme hjem; taske med; kan man stadig; er der flere; er der plads; er der nogen vagter; er der kø; køen til; lade telefon; oplade telefon
    med barn; barn under; barn med; for barn; ta med barna; noe å spise; får vi mat; fylle vann; betale med; betale kontant; når spiller; når starter; når begynner; når slutter; når åpner; når stenger; når går; når er; hvor ligger; hvor finner; hvor er; hvor kjøper; hvor kan; hvor får; hvor skal; hvor går; hvilken tid; får man; får vi; kommer vi hjem; kommer jeg hjem; er det kø; er det plass; lade telefonen
    barn under; barn med; för barn; äta något; få mat; köpa mat; fylla vatten; betala med; betala kontant; när spelar; när startar; när börjar; när slutar; när öppnar; när stänger; när går; när är; var ligger; var hittar; var är; var köper; var kan; var finns; hur dags; vilken tid; får man; får vi; kommer jag hem; kommer vi hem; är det kö; finns det plats; ladda mobilen`),
  stuck: list(`
    stuck at; stuck in; stuck on; stuck here; stuck outside; stuck for; been stuck; stranded; get me out of; get us out of; need to get out of; need to get home; need to be home; get me to; get us to; trying to get to; missed our train; missed my train; missed my connection; missed our connection; miss our flight; miss my flight; miss my connection; miss our connection; miss the show; hold the flight; flight .. wait for us; wait just a; needs a gate; what do i do; what do we do; what should i do; what should we do; what am i supposed to; asap; plz help; pls help; please help; need help now; help please; help us; how am i supposed to get; flight tomorrow; flights tonight; flights tomorrow; seats open up; rebook .. today; change my flight today; tell me now; an eta; can anyone help; someone help; anyone help
    sidder fast; strandet; kan ikke komme ind; kan ikke komme ud; kan ikke komme hjem; kommer ikke ind; kommer ikke hjem; lukket inde; låst inde; låst ude; nåede ikke toget; hvad gør jeg; hvad gør vi; hvad skal jeg gøre; hvad skal vi gøre; hjælp os; hjælp mig; hjælp tak; kan nogen hjælpe; hurtig hjælp; scanner ikke; bliver afvist; billetten virker ikke; billet virker ikke; afvist ved; virker ikke ved
    står fast; sitter fast; strandet; kommer ikke inn; kommer ikke ut; kommer oss ikke; kommer meg ikke; får ikke kommet; innelåst; låst inne; låst ute; rakk ikke toget; hva gjør jeg; hva gjør vi; hva skal jeg gjøre; hva skal vi gjøre; hjelp oss; hjelp meg; kan noen hjelpe; billetten virker ikke; billetten fungerer ikke; blir avvist
    sitter fast; strandsatt; kommer inte in; kommer inte ut; kommer inte hem; instängd*; inlåst; utelåst; missade tåget; vad gör jag; vad gör vi; vad ska jag göra; hjälp oss; hjälp mig; kan någon hjälpa; biljetten fungerar inte; blir nekad`),
  press: list(`
    journalist*; reporter*; press office; press contact; press accreditation; media accreditation; press pass; request for comment; comment on the; for an interview; interview with; interview you; i write for; im with the bbc; on deadline; news desk; newsdesk
    pressekontakt*; pressechef*; presseakkredit*; pressekort; pressevagt*; presseansvarlig*; en kommentar fra; kommentar til; interview med; stille op til; jeg skriver for; jeg er fra dr; fra ritzau; fra tv 2; deadline
    pressekontakt*; presseansvarlig*; presseakkredit*; intervju med; stille til intervju; fra nrk; fra ntb; fra vg; kommentar fra dere; kommentar til saken
    presskontakt*; pressansvarig*; pressackreditering*; intervju med; ställa upp på; kommentar från er; från svt; från tt`),
  complaint: list(`
    refund*; compensat*; reimburse*; complain*; complaint*; unacceptable; worst; terrible; horrible; awful; disgusting; disgusted; disgrace*; disappoint*; rude; rudest; ridiculous; absurd; livid; furious; angry; upset; frustrat*; disgruntled; not happy; unhappy; not impressed; poor service; bad service; poor customer; bad customer; terrible customer service; lack of customer; customer service is; customer service was; your customer service; ignored; ignoring; no response; no answer; no reply; no one answers; nobody answers; not answering; wont answer; hung up; hang up; hanging up; on hold; hold for; wait time*; waiting for; waiting on; waited; still waiting; been waiting; hours late; hour delay; hours delay*; delayed; delays; delay; cancel*; overbooked; overcharged; charged; double charged; my money; money back; scam*; fraud*; phishing; lost my; lost our; lost bag*; lose my; lost luggage; broken; broke; damaged; stolen; doesnt work; not working; isnt working; wont work; didnt work; down; error; wont let; cant get; couldnt get; could not get; unable to; cant change; cant log; cant even; cant believe; never again; never fly; never flying; never coming back; last time; not again; once again; every time; fail; failed; fix; fix this; fix your; can you help; need help; need some help; need assistance; any help; help me; please advise; would appreciate; need to change; need to cancel; charge*; lied; lies; hypocrisy; unbelievable; inept; uncaring; stupid; what the heck; sucks; shitty; shit service; embarrass*; nightmare; wasted; waste of; treated; unhelpful; attitude; stranded; apology; apologize; understaffed; lack of; no help; no updates; no one; offended; ruined; missed; policy
    klage*; klager; klagede; utilfreds*; skuffet; skuffede; skuffende af jer; refusion*; refunder*; pengene tilbage; penge tilbage; få pengene; kompensation*; erstatning*; uacceptabel*; under al kritik; elendig*; rystende; skandale; skandaløs*; pinlig*; dårlig service; dårligt arrangeret; dårlig lyd; dårlig organisering; kaos; kaotisk; ventet; ventede; venter stadig; timers kø; i kø; stået i kø; ingen svar; svarer ikke; får ikke svar; får intet svar; virker ikke; fungerer ikke; i stykker; ødelagt; snydt; fup; svindel; aldrig igen; aldrig mere; for dyrt; hån; respektløs*; uforskamm*; sur vagt; sure vagter; larm; larmer; støj; for højt; kan ikke høre; kan ikke se; beskidt; ulækker*; klamt; aflyst; forsinket
    klager; misfornøyd*; skuff*; refusjon*; refunder*; pengene tilbake; penger tilbake; kompensasjon*; erstatning*; uakseptabel*; elendig*; skandale; pinlig*; dårlig service; dårlig organisert; dårlig lyd; kaos; ventet; venta; venter fortsatt; timer i kø; i kø; står i kø; svarer ikke; ikke svar; får ikke svar; virker ikke; fungerer ikke; funker ikke; ødelagt; lurt; svindel; aldri igjen; aldri mer; altfor dyrt; respektløs*; frekk*; bråk; støy; for høyt; hører ikke; ser ikke; møkkete; ekkelt; avlyst; forsinket
    klagomål*; klaga; missnöjd*; besvik*; återbetal*; pengarna tillbaka; ersättning*; oacceptabel*; uselt; skandal; pinsam*; dålig service; dåligt ljud; dåligt organiser*; kaos; väntat; väntar fortfarande; timmar i kö; i kö; svarar inte; inget svar; får inget svar; funkar inte; fungerar inte; trasig*; lurad; bluff; aldrig igen; aldrig mer; för dyrt; respektlös*; otrevlig*; buller; för högt; hör inget; smutsig*; äckligt; inställt; försenad*`),
  thanks: list(`
    thank you; thanks; thanx; thx; thnx; ty; at its best; great service; excellent; fantastic; hero; tak for; tusind tak; takk for; tusen takk; tack för; tack så`),
} as const;

function list(written: string): readonly string[] {
  return [
    ...new Set(
      written
        .split(/[;\n]/u)
        .map((one) => one.trim())
        .filter((one) => one !== ""),
    ),
  ];
}
