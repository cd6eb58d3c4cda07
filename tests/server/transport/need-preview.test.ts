import { request as httpRequest } from "node:http";
import { needPreviewAnswerSchema } from "@flowdesk/shared/protocol/need-preview.ts";
import { hour } from "@flowdesk/shared/time/instant.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskWithTokens, mention, postMessages, type Served, serve, temporaryFolder } from "../../fixtures/served.ts";

const desk = "preview";
const folder = temporaryFolder();
let served: Served;
const tokens: Record<string, string> = {};
const roles = ["source", "flow-manager", "administrator", "community-manager"] as const;
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();

beforeAll(async () => {
  for (const [index, token] of (await deskWithTokens(folder.path, desk, ...roles)).entries())
    tokens[roles[index] ?? ""] = token;
  served = await serve(folder.path);
  const { body } = await postMessages(served.origin, tokens.source ?? "", desk, [
    mention(1, { at: ago(1), text: "Vi har mistet et barn" }),
    mention(2, { at: ago(2), text: "Sikke en fest" }),
    mention(3, { at: ago(20), kind: "dm", text: "Mit barn er væk" }),
    mention(4, { at: ago(60), text: "Et barn for længe siden" }),
  ]);
  expect(body).toMatchObject({ accepted: 4 });
});
afterAll(async () => {
  await served.stop();
  folder.remove();
});

const preview = (role: string, body: unknown) =>
  fetch(`${served.origin}/api/desks/${desk}/needs/preview`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens[role]}`, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const needs = [{ words: ["barn"], need: "urgent" }, { need: "watch" }];

describe("the preview of rules", () => {
  test("says what they would have made of the last two days, and alters nothing", async () => {
    const response = await preview("flow-manager", { needs });
    expect(response.status).toBe(200);
    const answer = needPreviewAnswerSchema.parse(await response.json());
    expect(answer).toMatchObject({
      hours: 48,
      looked: 3,
      isCut: false,
      before: { urgent: 0, practical: 0, answer: 3, watch: 0 },
      after: { urgent: 2, practical: 0, answer: 0, watch: 1 },
      rules: [2, 1],
    });
    expect(answer.examples.map(({ preview: text, before, after, rule }) => [text, before, after, rule])).toEqual([
      ["Vi har mistet et barn", "answer", "urgent", 0],
      ["Sikke en fest", "answer", "watch", 1],
      ["Mit barn er væk", "answer", "urgent", 0],
    ]);
    const again = needPreviewAnswerSchema.parse(await (await preview("flow-manager", { needs: [] })).json());
    expect(again.before).toEqual(again.after);
  });

  test("F2: shows only what the asker may see: an administrator sees no items", async () => {
    const answer = needPreviewAnswerSchema.parse(await (await preview("administrator", { needs })).json());
    expect(answer).toMatchObject({ looked: 0, examples: [] });
  });

  test("A1: is for those who may set the rules; S1: what is broken is refused with a sentence", async () => {
    expect((await preview("community-manager", { needs })).status).toBe(403);
    expect((await preview("community-manager", "{")).status).toBe(403);
    expect((await preview("flow-manager", "{")).status).toBe(400);
    expect((await preview("flow-manager", { needs: [{ need: "now" }] })).status).toBe(400);
    const broken = await preview("flow-manager", { needs: [{ pattern: "(a", need: "urgent" }] });
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({ error: { code: "policy.invalid" } });
  });

  test("S1: what is too large, of another form or no text at all is refused with a sentence that says so", async () => {
    const large = await preview("flow-manager", `"${"x".repeat(4 * 1024 * 1024)}"`);
    expect(large.status).toBe(413);
    expect(await large.json()).toEqual({
      error: { code: "body.too.large", message: "The body is larger than 4 MB; send it in parts." },
    });
    const headers = { authorization: `Bearer ${tokens["flow-manager"]}`, "content-type": "text/plain" };
    const url = `${served.origin}/api/desks/${desk}/needs/preview`;
    const other = await fetch(url, { method: "POST", headers, body: "{}" });
    expect(other.status).toBe(415);
    expect(await other.json()).toMatchObject({ error: { code: "body.unsupported" } });
    const broken = await preview("flow-manager", "{");
    expect(await broken.json()).toEqual({ error: { code: "request.invalid", message: "The body is no JSON." } });
  });

  test("F3: bodies that are held open take of the room of all, and what finds none is asked to come later", async () => {
    const { hostname, port } = new URL(served.origin);
    const held = Array.from({ length: 5 }, () => {
      const request = httpRequest({
        hostname,
        port,
        method: "POST",
        path: `/api/desks/${desk}/needs/preview`,
        headers: {
          authorization: `Bearer ${tokens["flow-manager"]}`,
          "content-type": "application/json",
          "content-length": 4 * 1024 * 1024,
        },
      });
      request.on("error", () => {});
      request.flushHeaders();
      return request;
    });
    try {
      await expect.poll(async () => (await preview("flow-manager", { needs })).status).toBe(503);
    } finally {
      for (const request of held) request.destroy();
    }
    await expect.poll(async () => (await preview("flow-manager", { needs })).status).toBe(200);
  });

  test("a pattern that takes exponential time elsewhere is answered at once", async () => {
    const response = await preview("flow-manager", { needs: [{ pattern: "(.*a)*(.*b)*x$", need: "urgent" }] });
    expect(needPreviewAnswerSchema.parse(await response.json()).looked).toBe(3);
  });
});
