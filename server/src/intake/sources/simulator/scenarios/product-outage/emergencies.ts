import type { Incident } from "../../scenario.ts";

/** Where somebody is in danger because the network is gone. */
export const emergencies: readonly Incident[] = [
  {
    id: "medical-alarm",
    at: 47,
    lines: [
      {
        after: 0,
        who: "Bente Mikkelsen",
        platform: "facebook",
        kind: "dm",
        intent: "emergency",
        voice: "da",
        text: "Min mors nødkald er offline pga jer!! Hun er 87, bor alene i Skive og faldt i sidste uge. Jeg er på arbejde i Aarhus og kan ikke få fat i hende. Hvad gør jeg??",
        answer:
          "Ring 112 nu, hvis du tror, hun er faldet. Skriv hendes adresse, så ringer vi til kommunens vagt og sender en.",
      },
      {
        after: 75,
        who: "Bente Mikkelsen",
        platform: "facebook",
        kind: "dm",
        intent: "emergency",
        voice: "da",
        text: "Lærkevej 4, 2. th. Naboen svarer heller ikke, de har også Bølge. Hun tager blodfortyndende",
        answer:
          "Tak. Hjemmeplejens vagt er på vej og er der om ti minutter. Vi slipper dig ikke, før nogen har set hende.",
      },
      {
        after: 900,
        who: "Bente Mikkelsen",
        platform: "facebook",
        kind: "dm",
        intent: "thanks",
        voice: "da",
        text: "De er hos hende nu. Hun sad og så håndbold med lyden skruet helt op. Jeg sidder og tuder på lageret. Tusind tak",
      },
    ],
  },
  {
    id: "safety-alarm-norway",
    at: 84,
    lines: [
      {
        after: 0,
        who: "oystein_hauge",
        platform: "x",
        kind: "mention",
        intent: "emergency",
        voice: "nb",
        text: "@bolgehjaelp Trygghetsalarmen til faren min i Drammen er død og han har akkurat hatt slag. Han er alene hjemme. Jeg får ikke kontakt. Dette haster!",
        answer:
          "Ring 113 nå hvis du tror han er dårlig. Send adressen på DM, så varsler vi kommunens vaktsentral med én gang.",
      },
      {
        after: 60,
        who: "oystein_hauge",
        platform: "x",
        kind: "dm",
        intent: "emergency",
        voice: "nb",
        text: "Granveien 11B, Drammen. Nøkkelboks 2290. Han puster dårlig når han er redd",
        answer: "Vaktsentralen har adressen og sender folk nå. Skriv hvis du hører noe, så gjør vi det samme.",
      },
      {
        after: 840,
        who: "oystein_hauge",
        platform: "x",
        kind: "dm",
        intent: "thanks",
        voice: "nb",
        text: "Hjemmesykepleien er der. Han er ok, men ville heller hatt vafler. Takk, det der glemmer jeg ikke",
      },
    ],
  },
  {
    id: "birth",
    at: 143,
    lines: [
      {
        after: 0,
        who: "nordlund.familien",
        platform: "instagram",
        kind: "dm",
        intent: "emergency",
        voice: "da",
        text: "Min kone er gået i fødsel og vi kan ikke ringe til nogen. Kun wifi herude ved Ribe. Vandet er gået og der er 4 min mellem veerne HJÆLP",
        answer:
          "Ring 112 fra telefonen, det virker også uden Bølge-net. Skriv adressen her, så melder vi det også. Vi bliver på.",
      },
      {
        after: 50,
        who: "nordlund.familien",
        platform: "instagram",
        kind: "dm",
        intent: "emergency",
        voice: "da",
        text: "112 gik igennem nu!! Engvej 30. De siger 12 min. Hun siger de skal sige 6",
        answer: "Godt! Engvej 30 er givet videre. Lås døren op, tænd lyset udenfor, og hold hende i hånden.",
      },
      {
        after: 1500,
        who: "nordlund.familien",
        platform: "instagram",
        kind: "dm",
        intent: "thanks",
        voice: "da",
        text: "Det blev en pige. 3.410 gram, født i indkørslen. Nej, hun skal ikke hedde Bølge. Men tak ❤️",
      },
    ],
  },
];
