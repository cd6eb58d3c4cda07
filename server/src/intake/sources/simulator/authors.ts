import type { Author } from "@flowdesk/shared/desk/item/message.ts";
import type { Platform } from "./platform.ts";
import type { Random } from "./random.ts";
import type { Voice } from "./scenario.ts";

const given: Readonly<Record<Voice, readonly string[]>> = {
  da: words(
    "Maja Kirsten Ole Pia Karsten Emil Freja Mikkel Sofie Rasmus Signe Jens Hanne Bo Lone Mads Camilla Tobias Line Anders Birgit Frederik Katrine Kasper Ida Thomas Mette Nikolaj Anne Jakob Louise Søren Trine Magnus Sara Lasse Dorte Villads Josefine Troels Gitte Malthe Cecilie Bjarne Nanna Oskar Amalie Preben Astrid Jeppe Clara Flemming Alberte Yasmin Ali Fatima Mohammed Rikke Simon",
  ),
  nb: words(
    "Liv Ole Ingrid Håkon Emma Sindre Kari Lars Silje Øyvind Marte Torstein Solveig Espen Hedda Jonas Randi Sigurd Tuva Geir Vilde Henrik Astrid Knut Maren Trond Nora Eirik Ragnhild Bjørn Thea Stian Gunn Magnus Aurora Kjetil Synne Amir Ylva Per",
  ),
  sv: words(
    "Elin Johan Maja Oskar Linnea Gustav Ebba Nils Alva Björn Agnes Fredrik Saga Åke Wilma Anders Tuva Lars Moa Patrik",
  ),
  en: words(
    "Tim Hannah Josh Priya Callum Megan Oliver Chloe Liam Aisha Ben Zoe Ryan Grace Kofi Ella Sam Niamh Marco Lena Jack Mina Dave Sophie",
  ),
};

const family: Readonly<Record<Voice, readonly string[]>> = {
  da: words(
    "Kjær Brandt Lund Madsen Wulff Holm Friis Bech Dahl Krogh Nygaard Sørensen Mortensen Bruun Skov Vestergaard Damgaard Thomsen Juul Bang Lauridsen Frandsen Riis Toft Bay Hedegaard Ravn Kofoed Østergaard Hassan",
  ),
  nb: words(
    "Berg Haugen Moen Lie Dahl Solberg Bakken Strand Nygård Aas Hauge Myhre Sæther Brekke Foss Tveit Vik Rønning Lunde Fjeld",
  ),
  sv: words("Lindqvist Berglund Sjöberg Ek Nyström Holmgren Wallin Åkesson Lind Sandberg"),
  en: words("Walker Patel Murphy Evans Brooks Khan Taylor Rossi Novak Fraser Okafor Dunn Miller Schmidt"),
};

const things = words(
  "bas sol camp rejse kaffe cykel hav sang vinyl festival tur foto sommer nat dans mor far lyd guitar telt regn grill fjord fjell sykkel strand kanel tromme beat skov lakrids havregryn",
);

/** Names that lists have to bear: direction marks, signs beyond the basic plane, what is far too long. */
const unusual: readonly Author[] = [
  { handle: "\u202eanna.live", name: "\u202eevil annA" },
  { handle: "ليلى_في_الحفلة", name: "ليلى \u200f(CPH)" },
  { handle: "noa\u200e_il", name: "נועה \u200e🎶" },
  { handle: "✨🌻sommerfugl🌻✨", name: "🌻 Sommer­fugl 🌻" },
  { handle: "👩‍👩‍👧‍👦familien_paa_tur", name: "👩‍👩‍👧‍👦 Familien på tur 🇩🇰🇳🇴" },
  {
    handle: "Grete-Margrethe_von_Hohenfels-Kristoffersen_den_anden_af_Vester_Skerninge_og_omegn",
    name: "Grete-Margrethe Kristoffersen von Hohenfels, Vester Skerninge og Omegns Visevenner (kasserer)",
  },
  { handle: "Z̸a̷l̶g̵o̴_dk", name: "Z̸a̷l̶g̵o̴" },
  { handle: "x", name: "." },
];

function words(list: string): readonly string[] {
  return list.split(" ");
}

/** The people who write on one evening. Some write again; press and the like are named by the scenario. */
export class Authors {
  readonly #random: Random;
  readonly #taken = new Set<string>();
  readonly #known = new Map<string, Author[]>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** Somebody on a platform: now and then one who has written before. */
  anybody(platform: Platform, voice: Voice): Author {
    const key = `${platform} ${voice}`;
    const known = this.#known.get(key) ?? [];
    if (known.length > 4 && this.#random.chance(0.06)) return this.#random.pick(known);
    const made = this.newcomer(platform, voice);
    known.push(made);
    if (known.length > 200) known.shift();
    this.#known.set(key, known);
    return made;
  }

  /** Somebody who has not written before. */
  newcomer(platform: Platform, voice: Voice): Author {
    const random = this.#random;
    if (random.chance(0.012)) {
      const found = random.pick(unusual);
      if (!this.#taken.has(`${platform} ${found.handle}`)) return this.#take(platform, found);
    }
    const first = random.pick(given[voice]);
    const last = random.pick(family[voice]);
    const name = random.chance(0.06) ? `${first} & ${random.pick(given[voice])}` : `${first} ${last}`;
    const author = { handle: this.#handle(platform, first, last, name), ...(random.chance(0.7) ? { name } : {}) };
    const followers = Math.round(random.spread(310, 1.3));
    return this.#take(platform, platform === "facebook" || random.chance(0.3) ? author : { ...author, followers });
  }

  #handle(platform: Platform, first: string, last: string, name: string): string {
    const random = this.#random;
    if (platform === "facebook") return name;
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[æä]/gu, "ae")
        .replace(/[øö]/gu, "oe")
        .replace(/å/gu, "aa")
        .replace(/[^a-z0-9]/gu, "");
    const number = random.below(99);
    return random.pick([
      `${plain(first)}_${plain(last)}`,
      `${plain(first)}.${plain(last)}`,
      `${plain(first)}${number}`,
      `${plain(first)}_${random.pick(things)}`,
      `${random.pick(things)}_${plain(first)}`,
      `${random.pick(things)}${random.pick(things)}${number}`,
      `${plain(last)}${plain(first).slice(0, 1)}`,
      `den_${random.pick(words("glade sure tredje lange rigtige evige stille"))}_${plain(first)}`,
    ]);
  }

  #take(platform: Platform, author: Author): Author {
    let { handle } = author;
    for (let number = 2; this.#taken.has(`${platform} ${handle.toLowerCase()}`); number++)
      handle = platform === "facebook" ? `${author.handle} ${roman(number)}` : `${author.handle}${number}`;
    this.#taken.add(`${platform} ${handle.toLowerCase()}`);
    return { ...author, handle };
  }
}

/** People of one name on Facebook are told apart by a second initial; a number would look made up. */
function roman(number: number): string {
  return `${String.fromCharCode(64 + ((number - 1) % 26) + 1)}.${number > 27 ? number : ""}`;
}
