import type { Incident } from "../../scenario.ts";

/** The same from many, and what turns out not to be so. */
export const waves: readonly Incident[] = [
  {
    id: "page-down",
    at: 88,
    lines: [
      {
        after: 0,
        platform: "facebook",
        kind: "comment",
        intent: "question",
        voice: "da",
        text: "Hvorfor virker resultatsiden ikke?",
        answer: "Siden er overbelastet lige nu. Den er tilbage om få minutter, og tallene vises på tv imens.",
        crowd: {
          people: 64,
          minutes: 11,
          answers: {
            nb: "Siden er overbelastet nå. Den er tilbake om noen minutter, og tallene vises på TV imens.",
            en: "The page is overloaded right now and will be back in a few minutes. The figures are on TV meanwhile.",
            sv: "Sidan är överbelastad just nu men snart tillbaka. Siffrorna visas på tv så länge.",
          },
          variants: {
            da: [
              "Hvorfor virker [resultatsiden|siden med tal|valgsiden] ikke?",
              "[Er jeres side|Er kanalbaelt.example] nede?",
              "Jeg får bare [en hvid side|fejl 503|et hjul der drejer] når jeg vil se resultater. Hvad gør jeg?",
              "Kan ikke komme ind og se tal fra {town}, er det [mig|jer|mit net]?",
              "hvad sker der med jeres hjemmeside, den er [død|hvid|gået kold]??",
              "Siden siger '[for mange besøgende|prøv igen senere]'. Hvor ser man så tallene?",
              "Er der et andet sted man kan se [resultaterne|tallene|{town}]? Jeres side hænger",
            ],
            nb: [
              "Er resultatsiden [nede|død]? Får bare en hvit side",
              "Hvorfor virker ikke siden deres? Vil se tall fra {town}",
              "Får [feil 503|bare et hjul som snurrer] på valgsiden. Hva gjør jeg?",
            ],
            en: [
              "Is your results page [down|broken]?",
              "I only get [a white page|error 503] instead of results. Anywhere else to look?",
              "Why can I not open the results for {town}?",
            ],
            sv: ["Är er resultatsida [nere|trasig]?", "Får bara en vit sida, var kan man se siffrorna för {town}?"],
          },
        },
      },
      {
        after: 20,
        platform: "x",
        kind: "mention",
        intent: "question",
        voice: "da",
        text: "er siden nede?",
        answer: "Ja, den er overbelastet. Vi er på den igen om lidt, og imens står tallene på tv.",
        crowd: {
          people: 42,
          minutes: 10,
          answers: {
            nb: "Ja, den er overbelastet. Den er snart tilbake, og imens står tallene på TV.",
            en: "Yes, it is overloaded. Back shortly, and the figures are on TV meanwhile.",
            sv: "Ja, den är överbelastad men snart tillbaka. Siffrorna visas på tv så länge.",
          },
          variants: {
            da: [
              "er [siden|hjemmesiden|jeres side] nede?",
              "hvor kan man se tallene når siden [er død|hænger|siger 503]?",
              "jeres resultatside [svarer ikke|er hvid|loader på fjerde minut], hvad nu? {tag}",
              "kan I ikke bare [skrive tallene her|faxe mig resultatet|råbe højt]? siden er nede",
            ],
            nb: ["er siden nede, eller er det [meg|nettet mitt]?", "hvor ser man tallene når siden [henger|er død]?"],
            en: ["is the results page [down|dead]? {tag}", "where are the numbers when the page [hangs|says 503]?"],
            sv: ["är sidan nere?"],
          },
        },
      },
    ],
  },
  {
    id: "false-winner",
    at: 182,
    lines: [
      {
        after: 0,
        who: "sandheden_nu",
        platform: "x",
        kind: "mention",
        intent: "rumour",
        voice: "da",
        followers: 2_100,
        text: "@baeltvalg har udråbt Skovtofte som vinder i en push, og nu er den slettet. Hvad skjuler de? #valgaften27",
        answer:
          "Vi har ikke sendt nogen push om en vinder. Billedet er lavet af andre. Resultatet kommer, når alle stemmer er talt.",
      },
      {
        after: 60,
        platform: "facebook",
        kind: "comment",
        intent: "rumour",
        voice: "da",
        text: "Passer det at Skovtofte har vundet?",
        answer: "Nej, der er ikke fundet en vinder endnu. Billedet er falsk, så del det endelig ikke.",
        crowd: {
          people: 18,
          minutes: 7,
          answers: {
            nb: "Nei, det er ikke kåret noen vinner ennå. Bildet er falskt, så ikke del det.",
            en: "No, there is no winner yet. The picture is fake, please do not share it.",
          },
          variants: {
            da: [
              "Passer det at Skovtofte har vundet?",
              "Har I slettet [en push|et opslag] om Skovtofte?",
              "Min [svoger|chef|frisør] har fået en push om at Skovtofte vandt. [Er den ægte?|Løgn?]",
              "hvad er det for et skærmbillede der går rundt med jeres logo??",
            ],
            nb: ["Stemmer det at Skovtofte har vunnet?", "Har dere slettet en push om Skovtofte?"],
            en: ["Is it true that Skovtofte has won? Saw a screenshot"],
          },
        },
      },
    ],
  },
  {
    id: "second-thoughts",
    at: 66,
    lines: [
      {
        after: 0,
        who: "Henning Buhl",
        platform: "facebook",
        kind: "comment",
        intent: "complaint",
        voice: "da",
        text: "I har glemt Vesterø på kortet!! Det er skandaløst, vi betaler også licens",
        answer: "Vesterø er der, men lidt lille. Prøv at zoome ind, så dukker I op lige over legenden.",
        editedTo: {
          after: 95,
          text: "RETTELSE: Vesterø er der alligevel, den lå under min tommelfinger. Undskyld. God udsendelse",
        },
      },
      {
        after: 150,
        who: "ditte_hn",
        platform: "instagram",
        kind: "comment",
        intent: "abuse",
        voice: "da",
        text: "Birgitte Mølvang ligner en sur prop, få den kælling af skærmen",
        deletedAfter: 75,
      },
      {
        after: 200,
        who: "tor.erik",
        platform: "x",
        kind: "mention",
        intent: "chatter",
        voice: "nb",
        text: "@baeltvalg Gratulerer til Medvinn med valget! #valgatfen27",
        editedTo: { after: 40, text: "@baeltvalg Gratulerer til Medvind med valget! #valgaften27" },
      },
      {
        after: 260,
        who: "Pia Palle Petersen",
        platform: "facebook",
        kind: "comment",
        intent: "question",
        voice: "da",
        text: "Er det i dag der er valg???",
        answer: "Ja! Valgstederne lukkede kl. 20, men resultatet kan du følge hele aftenen på kanalbaelt.example/valg.",
        deletedAfter: 33,
      },
    ],
  },
];
