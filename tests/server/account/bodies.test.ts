import { createToken } from "@flowdesk/server/account/token.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AccountServer, type Client, deskId, startAccountServer } from "./account-server.ts";
import { enteredByLink } from "./people.ts";

const bomb = { length: { toString: 1 } };
const deep = `${`{"token":0,"name":`.repeat(500)}1${"}".repeat(500)}`;

/** What no route takes as its body. */
const odd: ReadonlyArray<readonly [name: string, body: unknown]> = [
  ["null", "null"],
  ["an array", []],
  ["a number", "7"],
  ["a text", '"text"'],
  ["no JSON", '{"name":'],
  ["something for a text", Object.fromEntries(["token", "name", "email", "password"].map((key) => [key, bomb]))],
  ["something for a list", { name: "", roles: bomb, until: bomb, currentPassword: bomb, newPassword: bomb }],
  ["its own prototype", '{"__proto__":{"token":"x","name":"x"},"roles":[[[]]],"name":{"__proto__":null}}'],
  ["five hundred levels", deep],
];

let server: AccountServer;
let client: Client;
beforeAll(async () => {
  server = await startAccountServer();
  client = await enteredByLink(server);
  const token = await createToken(server.accounts, { desk: deskId, name: "Importer", roles: ["source"] });
  paths.push(["PATCH", `/api/desks/${deskId}/tokens/${token.split("_")[2]}`]);
});
afterAll(() => server.close());

const paths: Array<readonly [method: "POST" | "PATCH", path: string]> = [
  ["POST", "/api/auth/sign-in/email"],
  ["POST", "/api/auth/change-password"],
  ["POST", "/api/enter"],
  ["POST", "/api/account/credentials"],
  ["POST", "/api/invitations/look"],
  ["POST", "/api/invitations/accept"],
  ["POST", `/api/desks/${deskId}/invitations`],
  ["POST", `/api/desks/${deskId}/tokens`],
  ["POST", `/api/desks/${deskId}/walls`],
];

const send = (method: "POST" | "PATCH", path: string, body: unknown) =>
  method === "POST" ? client.post(path, body) : client.patch(path, body);

describe("S1: a body that is not what its route takes", () => {
  test.each(odd)("is refused with a sentence: %s", async (_name, body) => {
    for (const [method, path] of paths) {
      const answer = await send(method, path, body);
      expect({ path, status: answer.status, code: answer.body.error?.code }).toEqual({
        path,
        status: 400,
        code: "request.invalid",
      });
      expect(answer.body.error?.message, path).toMatch(/\S/u);
    }
  });

  test("is refused when it is huge, or comes to an address that cannot be", async () => {
    for (const [method, path] of paths) {
      const answer = await send(method, path, { token: "x".repeat(20_000) });
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, 413, "request.too.large"]);
    }
    for (const sort of ["tokens", "invitations", "walls"]) {
      const answer = await client.delete(`/api/desks/${deskId}/${sort}/%E0%A4%A`);
      expect([sort, answer.status]).toEqual([sort, 404]);
    }
  });

  test("is no fault of the server's", () => {
    expect(server.logged).toEqual([]);
  });
});
