import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { refusing } from "@flowdesk/server/account/refusal.ts";
import { OutcomeUnknown, StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import express from "express";
import { expect, onTestFinished, test } from "vitest";

test.each([new StoreUnavailable("fsync is off"), new OutcomeUnknown("The answer was lost")])(
  "L1: an account request that the database does not take now (%s) is 503 desk.unavailable, and no fault in the log",
  async (error) => {
    const faults: unknown[] = [];
    const app = express();
    app.get("/", () => {
      throw error;
    });
    app.use(refusing({ info: () => {}, warn: () => {}, error: (about: unknown) => faults.push(about) } as never));
    const server = createServer(app).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resume) => server.once("listening", resume));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "1"]);
    expect(await answer.json()).toMatchObject({ error: { code: "desk.unavailable" } });
    expect(faults).toEqual([]);
  },
);
