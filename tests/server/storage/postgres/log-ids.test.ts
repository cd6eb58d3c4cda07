import { idGivenAt, isGivenAt } from "@flowdesk/server/storage/postgres/given-at.ts";
import { LogIds } from "@flowdesk/server/storage/postgres/log-ids.ts";
import { beforeEach, describe, expect, test } from "vitest";

const [here, there] = ["1783188000.25 16384 5", "1783188000.25 16390 9"];
let ids: LogIds;
/** Which of the ids, in the order in which they are seen in one database, are to be given up. */
const back = (logs: readonly string[], place = here) => logs.filter((log) => ids.isBack("a", log, place));

beforeEach(() => {
  ids = new LogIds();
});

describe("L5: the ids that a desk's log has had", () => {
  test("is to be given up where it is back, until it has been", () => {
    expect(back(["first", "second", "second", "third"])).toEqual([]);
    expect(back(["first", "first", "second"])).toEqual(["first", "first", "second"]);
    expect(back(["fourth", "fourth"])).toEqual([]);
    expect(back(["third"])).toEqual(["third"]);
  });

  test("is another desk's own", () => {
    back(["first", "second"]);
    expect(ids.isBack("b", "first", here)).toBe(false);
  });

  test("is back where this process gave it up itself, and the next one was never seen", () => {
    back(["first"]);
    ids.gaveUp("a", "first");
    expect(back(["first"])).toEqual(["first"]);
    expect(back(["second"])).toEqual([]);
  });

  test("is to be given up where it came, unseen until then, with another database", () => {
    back(["second"]);
    expect(back(["second"], there)).toEqual([]);
    expect(back(["first"], here)).toEqual(["first"]);
  });

  test("stays where another node gave it after the database was replaced: none goes on giving up the other's", () => {
    back(["second"]);
    const given = idGivenAt(there);
    expect(back([given, given], there)).toEqual([]);
    expect(back(["second"], there)).toEqual(["second"]);
  });

  test("is given up once where the database was replaced, whatever comes after it", () => {
    back(["second"]);
    expect(back(["first"], there)).toEqual(["first"]);
    expect(back(["third", "fourth"], there)).toEqual([]);
  });

  test("is forgotten behind a hundred others", () => {
    const many = Array.from({ length: 102 }, (_, at) => `log ${at}`);
    expect(back(many)).toEqual([]);
    expect(back(["log 1"])).toEqual(["log 1"]);
    expect(back(["log 0"])).toEqual([]);
  });
});

test("an id shows where it was given, is another each time, and looks like any other", () => {
  const [one, other] = [idGivenAt(here), idGivenAt(here)];
  expect(one).not.toBe(other);
  expect([isGivenAt(here, one), isGivenAt(here, other), isGivenAt(there, one)]).toEqual([true, true, false]);
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
});
