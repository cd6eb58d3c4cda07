import { nearMiss } from "@flowdesk/shared/hashtag/near-miss.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Typed, the canonical tags of the evening, and what is offered. */
type Case = [typed: string, canonicals: string[], offered: string | null];

const festival = ["Roskilde27"];
const feast = ["sommerfest27"];

const misses: Record<string, Case[]> = {
  "slips of the finger": [
    ["roskidle27", festival, "Roskilde27"],
    ["rosklide27", festival, "Roskilde27"],
    ["orskilde27", festival, "Roskilde27"],
    ["roskide27", festival, "Roskilde27"],
    ["rosskilde27", festival, "Roskilde27"],
    ["roskildee27", festival, "Roskilde27"],
    ["roskolde27", festival, "Roskilde27"],
    ["R0skilde27", festival, "Roskilde27"],
    ["roskildefestval", ["roskildefestival"], "roskildefestival"],
    ["roskildefetsival", ["roskildefestival"], "roskildefestival"],
    ["rosklidefestval", ["roskildefestival"], "roskildefestival"],
    ["sommerfst27", feast, "sommerfest27"],
    ["somerfest27", feast, "sommerfest27"],
    ["sommmerfest27", feast, "sommerfest27"],
    ["sommefrest27", feast, "sommerfest27"],
    ["eurovisoin", ["Eurovision"], "Eurovision"],
    ["eurovison", ["Eurovision"], "Eurovision"],
    ["copenhagenprid", ["CopenhagenPride"], "CopenhagenPride"],
    ["copenhaegnpride", ["CopenhagenPride"], "CopenhagenPride"],
    ["arendalsuka", ["arendalsuka26"], "arendalsuka26"],
    ["arendalsuak26", ["arendalsuka26"], "arendalsuka26"],
    ["folkemøet", ["folkemødet"], "folkemødet"],
    ["aarhuus", ["Aarhus"], "Aarhus"],
    ["oskilde27", festival, "Roskilde27"],
    ["aaalwayslate", ["alwayslate"], "alwayslate"],
    ["costumerservice", ["customerservice"], "customerservice"],
    ["disspointed", ["disappointed"], "disappointed"],
    ["destinationdragon", ["DestinationDragons"], "DestinationDragons"],
    ["dkplo", ["dkpol"], "dkpol"],
    ["dkkpol", ["dkpol"], "dkpol"],
    ["fets27", ["fest27"], "fest27"],
  ],
  "the year": [
    ["Roskilde72", festival, "Roskilde27"],
    ["roskilde26", festival, "Roskilde27"],
    ["roskilde2027", festival, "Roskilde27"],
    ["roskilde2026", festival, "Roskilde27"],
    ["roskilde", festival, "Roskilde27"],
    ["roskilde2", festival, "Roskilde27"],
    ["roskilde277", festival, "Roskilde27"],
    ["27roskilde", festival, "Roskilde27"],
    ["roskide26", festival, "Roskilde27"],
    ["sommerfst", feast, "sommerfest27"],
    ["sommerfest26", ["sommerfest"], "sommerfest"],
    ["sommerfest2027", ["sommerfest"], "sommerfest"],
    ["vm2062", ["VM2026"], "VM2026"],
    ["vm26", ["VM2026"], "VM2026"],
    ["fest26", ["fest27"], "fest27"],
    ["nm2072fotball", ["nm2027fotball"], "nm2027fotball"],
  ],
  "letters that the keyboard lacks": [
    ["aarhusfestuge", ["århusfestuge"], "århusfestuge"],
    ["århusfestuge", ["aarhusfestuge"], "aarhusfestuge"],
    ["arhusfestuge", ["århusfestuge"], "århusfestuge"],
    ["tonderfestival", ["tønderfestival"], "tønderfestival"],
    ["toenderfestival", ["tønderfestival"], "tønderfestival"],
    ["tönderfestival", ["tønderfestival"], "tønderfestival"],
    ["naestved27", ["Næstved27"], "Næstved27"],
    ["rodgrodmedflode", ["rødgrødmedfløde"], "rødgrødmedfløde"],
    ["tromso26", ["Tromsø26"], "Tromsø26"],
    ["bodø2024", ["Bodo2024"], "Bodo2024"],
    ["cafe", ["café"], "café"],
    ["cafeen", ["caféen"], "caféen"],
    ["oel", ["øl"], "øl"],
  ],
  "separators and look-alikes": [
    ["roskilde_27", festival, "Roskilde27"],
    ["roskilde-27", festival, "Roskilde27"],
    ["roskilde27", ["roskilde_27"], "roskilde_27"],
    ["dk_pol", ["dkpol"], "dkpol"],
    ["r\u043eskilde27", festival, "Roskilde27"],
    ["roskilde\u200b27", festival, "Roskilde27"],
    ["ｒｏｓｋｉｌｄｅ２７", festival, "Roskilde27"],
    ["d\u043a", ["dk"], "dk"],
    ["Α\u0391rhus", ["AArhus"], "AArhus"],
  ],
};

const others: Record<string, Case[]> = {
  "the same tag": [
    ["roskilde27", festival, null],
    ["ROSKILDE27", festival, null],
    ["#Roskilde27", festival, null],
    ["TRØNDELAG", ["trøndelag"], null],
  ],
  "short tags": [
    ["dk", ["uk"], null],
    ["dr", ["dk"], null],
    ["tv3", ["tv2"], null],
    ["dr2", ["dr1"], null],
    ["em24", ["EM28"], null],
    ["em2024", ["EM2028"], null],
    ["em2026", ["VM2026"], null],
    ["vm", ["VM2026"], null],
    ["test", ["fest"], null],
    ["feste", ["fest"], null],
    ["før", ["for"], null],
    ["har", ["hår"], null],
    ["test27", ["fest27"], null],
    ["fest", ["fest27"], null],
    ["svpol", ["dkpol"], null],
    ["ukpol", ["dkpol"], null],
    ["eupol", ["dkpol"], null],
    ["bride", ["pride"], null],
    ["price", ["pride"], null],
    ["paris", ["pris"], null],
    ["pris", ["paris"], null],
    ["sport", ["spot"], null],
    ["ku2026", ["UK2026"], null],
  ],
  "tags of their own": [
    ["dag2", ["dag1"], null],
    ["weekend2", ["weekend1"], null],
    ["scene3", ["scene2"], null],
    ["90erfest", ["80erfest"], null],
    ["24syv", ["25syv"], null],
    ["vinterfest", ["sommerfest"], null],
    ["vinterfest27", feast, null],
    ["roskildefestival", festival, null],
    ["sommer", feast, null],
    ["fest27", feast, null],
    ["concerts", ["concert"], null],
    ["koncerten", ["koncert"], null],
    ["festivaler", ["festival"], null],
    ["roskildes", ["roskilde"], null],
    ["musikk", ["fisk"], null],
    ["oslo26", ["bergen26"], null],
    ["bergenfest", ["oslofest"], null],
    ["københavn", ["Kolding27"], null],
    ["bus151", ["bus150"], null],
    ["bride27", ["pride27"], null],
    ["unfriendlyskies", ["friendlyskies"], null],
    ["friendlyskies", ["unfriendlyskies"], null],
    ["uvenlig", ["venlig"], null],
    ["nocustomerservice", ["customerservice"], null],
    ["goodcustomerservice", ["poorcustomerservice"], null],
    ["southwestrocks", ["southwestsucks"], null],
    ["outraged", ["outrage"], null],
    ["🎉", festival, null],
    ["27", festival, null],
  ],
};

describe("a near miss is offered for", () => {
  for (const [group, cases] of Object.entries(misses)) {
    it.each(cases)(`${group}: #%s, wanted %j: %s`, (typed, canonicals, offered) => {
      expect(nearMiss(typed, canonicals)).toBe(offered);
    });
  }
});

describe("nothing is offered for", () => {
  for (const [group, cases] of Object.entries(others)) {
    it.each(cases)(`${group}: #%s beside %j`, (typed, canonicals, offered) => {
      expect(nearMiss(typed, canonicals)).toBe(offered);
    });
  }
});

describe("among several tags", () => {
  it("canonical tags are no misses of each other", () => {
    expect(nearMiss("roskilde26", ["Roskilde27", "Roskilde26"])).toBeNull();
  });
  it("the nearest is offered", () => {
    expect(nearMiss("roskide26", ["Roskilde27", "Roskilde26"])).toBe("Roskilde26");
    expect(nearMiss("roskildefestval", ["Roskilde27", "roskildefestival"])).toBe("roskildefestival");
  });
  it("of equally near ones the first is offered", () => {
    expect(nearMiss("roskilde", ["Roskilde27", "Roskilde26"])).toBe("Roskilde27");
    expect(nearMiss("roskilde", ["Roskilde26", "Roskilde27"])).toBe("Roskilde26");
  });
  it("an allowed tag is left alone, and so is a miss of one that is nearer than any canonical", () => {
    expect(nearMiss("frederiksborg", ["frederiksberg"])).toBe("frederiksberg");
    expect(nearMiss("frederiksborg", ["frederiksberg"], ["frederiksborg"])).toBeNull();
    expect(nearMiss("frederiksbog", ["frederiksberg"], ["frederiksborg"])).toBeNull();
    expect(nearMiss("copenhagenprides", ["copenhagenpride"])).toBe("copenhagenpride");
    expect(nearMiss("copenhagenprides", ["copenhagenpride"], ["copenhagenprides"])).toBeNull();
  });
  it("without canonical tags there is no miss", () => {
    expect(nearMiss("roskilde27", [])).toBeNull();
    expect(nearMiss("", festival)).toBeNull();
  });
});

const word = fc
  .array(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzæøå"), { minLength: 1, maxLength: 20 })
  .map((letters) => letters.join(""));
const longWord = word.filter((text) => text.length >= 7);

describe("whatever the tags", () => {
  it("a tag is no miss of itself, however its case", () => {
    fc.assert(
      fc.property(word, (tag) => {
        expect(nearMiss(tag.toUpperCase(), [tag])).toBeNull();
      }),
    );
  });
  it("what is offered is one of the canonical tags", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(word, { maxLength: 5 }), (tag, canonicals) => {
        const offered = nearMiss(tag, canonicals);
        if (offered !== null) expect(canonicals).toContain(offered);
      }),
    );
  });
  it("a letter doubled or two swapped in a long tag is offered its right form", () => {
    fc.assert(
      fc.property(longWord, fc.nat(), fc.boolean(), (tag, at, swap) => {
        const index = at % (tag.length - 1);
        const slip = swap
          ? tag.slice(0, index) + tag.charAt(index + 1) + tag.charAt(index) + tag.slice(index + 2)
          : tag.slice(0, index) + tag.charAt(index) + tag.slice(index);
        expect(nearMiss(slip, [tag])).toBe(slip === tag ? null : tag);
      }),
    );
  });
  it("a long tag without its Nordic letters is offered its right form", () => {
    const spelledOut = (text: string) => text.replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
    fc.assert(
      fc.property(word, (tag) => {
        const typed = spelledOut(tag);
        expect(nearMiss(typed, [tag])).toBe(typed === tag ? null : tag);
      }),
    );
  });
  it("a tag to four letters is never offered for another word of plain letters", () => {
    const short = fc.stringMatching(/^[b-df-hj-np-tv-z]{1,4}$/);
    fc.assert(
      fc.property(short, fc.stringMatching(/^[b-df-hj-np-tv-z]{1,6}$/), (canonical, tag) => {
        expect(nearMiss(tag, [canonical])).toBeNull();
      }),
    );
  });
  it("any other year of a long tag is offered the right one", () => {
    const year = fc.integer({ min: 10, max: 99 });
    fc.assert(
      fc.property(longWord, year, year, (tag, typed, wanted) => {
        expect(nearMiss(`${tag}${typed}`, [`${tag}${wanted}`])).toBe(typed === wanted ? null : `${tag}${wanted}`);
      }),
    );
  });
});
