import { fileURLToPath } from "node:url";
import type { BehindAnswer, ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { day, second } from "@flowdesk/shared/time/instant.ts";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskWithTokens, flowdesk, type Served, serve, temporaryFolder } from "../fixtures/served.ts";

const file = fileURLToPath(new URL("../../../shared/data/twcs/conversations.csv", import.meta.url));

describe("the customer-care file, brought in as a user would and read from what is stored", () => {
  const folder = temporaryFolder();
  let served: Served | undefined;
  let token = "";
  let counts: unknown;

  beforeAll(async () => {
    [token = ""] = await deskWithTokens(folder.path, "care", "team-lead");
    const { status, stdout, stderr } = await bringIn();
    expect(status, stderr).toBe(0);
    counts = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    served = await serve(folder.path);
  });
  afterAll(async () => {
    await served?.stop();
    folder.remove();
  });

  const bringIn = () => flowdesk(folder.path, "import", file, "--desk", "care", "--format", "twcs", "--json");
  const get = async (path: string) => {
    const response = await fetch(`${served?.origin}/api/desks/care/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    return response;
  };
  const review = async (query = "span=all") => (await (await get(`review?${query}`)).json()) as ReviewAnswer;
  const behind = async (query: string) => {
    const all: BehindAnswer["responses"] = [];
    let after: string | null = null;
    do {
      const page: string = after === null ? "" : `&after=${encodeURIComponent(after)}`;
      const answer = (await (await get(`review/items?span=all&limit=500&${query}${page}`)).json()) as BehindAnswer;
      all.push(...answer.responses);
      after = answer.next;
    } while (after !== null);
    return all;
  };

  test("5,000 rows come to 1,312 items and 2,078 responses, of which 104 overdue", () => {
    expect(counts).toEqual({
      read: 5_000,
      accepted: 5_000,
      duplicates: 0,
      rejected: 0,
      items: 1_312,
      responses: 2_078,
      overdueResponses: 104,
    });
  });

  test("of all 2,078 responses the median is 765 s, the 90th percentile 31,330 s and the 95th 86,427 s", async () => {
    const { all } = await review();
    expect(all).toMatchObject({
      count: 2_078,
      within: 2_078 - 104,
      median: 765 * second,
      p90: 31_330 * second,
      p95: 86_427 * second,
    });
  });

  test("of the 1,288 first ones the median is 813 s, the 90th percentile 32,906 s and the 95th 112,898 s; 75 overdue", async () => {
    const { first, next, all } = await review();
    expect(first).toMatchObject({
      count: 1_288,
      within: 1_288 - 75,
      median: 813 * second,
      p90: 32_906 * second,
      p95: 112_898 * second,
    });
    expect(next.count).toBe(all.count - 1_288);
  });

  test("104 took over 24 hours and 75 of the firsts, in the distribution and in the lists behind it", async () => {
    const { bins, targets } = await review();
    const late = bins.filter(({ over }) => over !== null && over >= day);
    expect(late.reduce((sum, { first, next }) => sum + first + next, 0)).toBe(104);
    expect(late.reduce((sum, { first }) => sum + first, 0)).toBe(75);
    expect(targets).toEqual([{ ms: day, count: 2_078 }]);
    expect(await behind("within=no")).toHaveLength(104);
    expect(await behind(`which=first&over=${day}`)).toHaveLength(75);
    expect(new Set((await behind("")).map(({ item, message }) => `${item} ${message}`)).size).toBe(2_078);
  });

  test("the figures of the brands add up to those of all", async () => {
    const { people, all } = await review();
    expect(people?.reduce((sum, { figures }) => sum + figures.count, 0)).toBe(all.count);
    const [most] = people ?? [];
    const one = await review(`span=all&person=${encodeURIComponent(most?.person ?? "")}`);
    expect(one.all).toEqual(most?.figures);
  });

  test("the file of rows has every response once, and no cell of it starts a formula", async () => {
    const text = (await (await get("review.csv?span=all")).text()).replace("\u{feff}", "");
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(2_078);
    expect(data.filter((row) => row.within_target === "0")).toHaveLength(104);
    expect(data.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
  });

  test("the same file again changes nothing", async () => {
    const before = await review();
    const { stdout } = await bringIn();
    expect(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")).toMatchObject({
      accepted: 0,
      duplicates: 5_000,
      items: 0,
    });
    // What has been answered for long enough closes by itself meanwhile, which moves the log and no figure.
    const { now: _, open: __, seq: ___, ...after } = await review();
    expect(before).toMatchObject(after);
  });
});
