import type { BehindAnswer, ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskWithTokens, mention, postMessages, type Served, serve, temporaryFolder } from "../../fixtures/served.ts";

const desk = "review";
const folder = temporaryFolder();
let served: Served;
const tokens: Record<string, string> = {};
const now = Date.now();
const ago = (minutes: number) => new Date(now - minutes * minute).toISOString();

/** A question and its answer from another tool, so many minutes apart, the answer an hour ago. */
function conversation(number: number, minutes: number, more: object = {}): object[] {
  return [
    mention(number, { at: ago(60 + minutes), thread: `t-${number}`, ...more }),
    mention(1_000 + number, {
      at: ago(60),
      thread: `t-${number}`,
      direction: "out",
      inReplyTo: `m-${number}`,
      author: { handle: "=festival", name: "=HYPERLINK(1)" },
      ...more,
    }),
  ];
}

beforeAll(async () => {
  const roles = ["source", "team-lead", "community-manager", "analyst", "producer"] as const;
  for (const [index, token] of (await deskWithTokens(folder.path, desk, ...roles)).entries())
    tokens[roles[index] ?? ""] = token;
  served = await serve(folder.path);
  const { body } = await postMessages(served.origin, tokens.source ?? "", desk, [
    ...conversation(1, 5),
    ...conversation(2, 10),
    ...conversation(3, 20, { kind: "dm", thread: undefined, author: { handle: "someone" } }).slice(0, 1),
    mention(4, { at: ago(30) }),
  ]);
  expect(body).toMatchObject({ accepted: 6, rejected: 0 });
});
afterAll(async () => {
  await served.stop();
  folder.remove();
});

const get = (role: string, path: string) =>
  fetch(`${served.origin}/api/desks/${desk}/${path}`, { headers: { authorization: `Bearer ${tokens[role]}` } });
const json = async <T>(role: string, path: string): Promise<T> => {
  const response = await get(role, path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
};

describe("the review over HTTP", () => {
  test("gives figures with the span they are of and the desk's zone", async () => {
    const answer = await json<ReviewAnswer>("team-lead", "review?span=all");
    expect(answer).toMatchObject({
      zone: "Europe/Copenhagen",
      span: { from: null, to: null },
      all: { count: 2, within: 2, median: 5 * minute, longest: 10 * minute },
      people: [{ person: "outside:=HYPERLINK(1)", figures: { count: 2 } }],
      open: { count: 2 },
      dismissed: 0,
    });
    expect((await json<ReviewAnswer>("team-lead", "review?span=yesterday")).span.to).not.toBeNull();
  });

  test("lists what lies behind a figure, page after page", async () => {
    const first = await json<BehindAnswer>("team-lead", "review/items?span=all&limit=1");
    const second = await json<BehindAnswer>(
      "team-lead",
      `review/items?span=all&limit=1&after=${encodeURIComponent(first.next ?? "")}`,
    );
    const seen = [...first.responses, ...second.responses];
    expect(seen.map(({ ms }) => ms).sort((a, b) => a - b)).toEqual([5 * minute, 10 * minute]);
    expect(seen.map(({ customer }) => customer).sort()).toEqual(["visitor1", "visitor2"]);
    const open = await json<BehindAnswer>("team-lead", "review/items?list=open");
    expect(open.items.map(({ customer }) => customer)).toEqual(["someone", "visitor4"]);
  });

  test("A1: figures of others are told to flow managers and team leads alone, in the lists and the file too", async () => {
    for (const role of ["community-manager", "analyst"]) {
      expect(await json<ReviewAnswer>(role, "review?span=all")).toMatchObject({ all: { count: 2 }, people: null });
      const { responses } = await json<BehindAnswer>(role, "review/items?span=all");
      expect(responses.map(({ person }) => person)).toEqual([null, null]);
      expect(await (await get(role, "review.csv?span=all")).text()).not.toContain("HYPERLINK");
      const refused = await get(role, "review?span=all&person=jonas");
      expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: "forbidden" } }]);
    }
  });

  test("A1: a producer may not see figures, and nobody is refused", async () => {
    expect((await get("producer", "review")).status).toBe(403);
    expect((await get("source", "review.csv")).status).toBe(403);
    expect((await fetch(`${served.origin}/api/desks/${desk}/review`)).status).toBe(401);
  });

  test("F2: an analyst sees no direct messages, in what is open either", async () => {
    const answer = await json<ReviewAnswer>("analyst", "review?span=all");
    expect(answer.open.count).toBe(1);
    expect((await json<BehindAnswer>("analyst", "review/items?list=open")).items).toHaveLength(1);
  });

  test("the file of rows guards its cells and takes the separator asked for", async () => {
    const response = await get("team-lead", "review.csv?span=all&separator=;");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("review-responses.csv");
    const { data } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
      delimiter: ";",
      skipEmptyLines: true,
    });
    expect(data.map((row) => [row.response_ms, row.answered_as, row.customer]).sort()).toEqual([
      ["300000", "'=HYPERLINK(1)", "visitor1"],
      ["600000", "'=HYPERLINK(1)", "visitor2"],
    ]);
  });

  test.each([
    ["span=forever", "span"],
    ["from=yesterday", "from"],
    ["from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "to"],
    ["kind=letter", "kind"],
  ])("what makes no sense is refused with what it is: %s", async (query, about) => {
    const response = await get("team-lead", `review?${query}`);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect([response.status, error.code]).toEqual([400, "request.invalid"]);
    expect(error.message).toContain(about);
  });

  test("a page that was never given is refused", async () => {
    expect((await get("team-lead", "review/items?after=nonsense")).status).toBe(400);
    expect((await get("team-lead", "review/items?limit=100000")).status).toBe(400);
  });

  test.each(["over", "upTo", "limit"])("a number that is empty is none, and not 0: %s", async (name) => {
    const response = await get("team-lead", `review/items?span=all&${name}=`);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain(name);
  });
});
