import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Simulations } from "@flowdesk/server/intake/sources/simulator/simulations.ts";
import { answerError } from "@flowdesk/server/transport/http/answer-error.ts";
import { simulationRoutes } from "@flowdesk/server/transport/http/simulation.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { type SimulationAnswer, simulationAnswerSchema } from "@flowdesk/shared/protocol/simulation.ts";
import express from "express";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MemoryDesk, until } from "../../fixtures/memory-desk.ts";
import { PlainIdentities } from "../../fixtures/memory-server.ts";
import { aisha, bridge, ida, jonas, karin } from "../../fixtures/people.ts";
import { SteeredTime } from "../../fixtures/steered-time.ts";

/** Where the console is. */
const page = "https://desk.example";
let desk: MemoryDesk;
let time: SteeredTime;
let simulations: Simulations;
let origin: string;
let close: () => Promise<void>;
const failures: string[] = [];

beforeEach(async () => {
  desk = await MemoryDesk.open();
  time = new SteeredTime(Date.now());
  simulations = new Simulations({
    service: desk.authority,
    store: desk.store,
    time,
    failed: (_desk, { code }) => failures.push(code),
  });
  const app = express();
  const deps = { identities: new PlainIdentities(), trustedOrigins: [page], feeds: desk.feeds, simulations };
  app.use("/api/desks", simulationRoutes(deps));
  app.use(answerError({ debug() {}, info() {}, warn() {}, error: (about) => failures.push(JSON.stringify(about)) }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    await simulations.close();
    await new Promise((resolve) => server.close(resolve));
    await desk.close();
  };
});

afterEach(async () => {
  await close();
  expect(failures.splice(0)).toEqual([]);
});

async function ask(
  as: Member,
  order?: object,
): Promise<{ status: number; body: SimulationAnswer & { error?: { code: string; message: string } } }> {
  const response = await fetch(`${origin}/api/desks/festival/simulation`, {
    method: order === undefined ? "GET" : "POST",
    headers: { cookie: `session=${as.id}`, origin: page, "Content-Type": "application/json" },
    ...(order === undefined ? {} : { body: JSON.stringify(order) }),
  });
  return { status: response.status, body: (await response.json()) as never };
}

const start = { do: "start", scenario: "festival", seed: 4, speed: 10, confirmed: true };

describe("a simulated evening over HTTP", () => {
  test("starts, is looked at by everyone, pauses, goes on at another speed, and stops", async () => {
    const before = await ask(ida);
    expect(before.status).toBe(200);
    expect(simulationAnswerSchema.parse(before.body)).toMatchObject({ simulation: null });
    expect(before.body.scenarios.map(({ id }) => id)).toEqual(["festival", "election-night", "product-outage"]);
    const started = await ask(aisha, start);
    expect(started.status).toBe(200);
    expect(started.body.simulation).toMatchObject({ scenario: "festival", seed: 4, speed: 10, team: false });
    await until(() => simulations.status("festival")?.state === "playing");
    await time.pass(10_000);
    const playing = (await ask(jonas)).body.simulation;
    expect(playing).toMatchObject({ state: "playing", clock: "19:01" });
    expect(playing?.arrivals.done).toBeGreaterThan(3);
    expect((await ask(karin, { do: "pause" })).body.simulation?.state).toBe("paused");
    expect((await ask(aisha, { do: "speed", speed: 60 })).body.simulation).toMatchObject({
      state: "paused",
      speed: 60,
    });
    expect((await ask(aisha, { do: "resume" })).body.simulation?.state).toBe("playing");
    await time.pass(10_000);
    const stopped = ask(aisha, { do: "stop" });
    await time.pass(1_000);
    expect((await stopped).body.simulation).toMatchObject({ state: "stopped", clock: "19:11" });
    expect((await ask(aisha, { do: "pause" })).body.error?.code).toBe("simulation.none");
  });

  test("is one a desk, and another once that is over", async () => {
    await ask(aisha, start);
    expect(await ask(aisha, start)).toMatchObject({ status: 409, body: { error: { code: "simulation.running" } } });
    await until(() => simulations.status("festival")?.state === "playing");
    await simulations.running("festival")?.stop();
    expect((await ask(aisha, start)).status).toBe(200);
  });

  test("is begun only by who may, and only when they say that they mean it", async () => {
    for (const member of [jonas, ida]) expect((await ask(member, start)).body.error?.code).toBe("forbidden");
    expect((await ask(bridge)).body.error?.code).toBe("desk.unknown");
    const { confirmed: _, ...unconfirmed } = start;
    expect(await ask(aisha, unconfirmed)).toMatchObject({
      status: 409,
      body: { error: { code: "simulation.unconfirmed" } },
    });
    expect(simulations.status("festival")).toBeNull();
  });

  test.each([
    [{ ...start, scenario: "carnival" }, "There are: festival"],
    [{ ...start, speed: 0 }, "above 0"],
    [{ ...start, speed: 1_000_000 }, "at most 1,000"],
    [{ ...start, rate: 1_000_000 }, "at most 600"],
    [{ ...start, seed: 1.5 }, "whole number"],
    [{ ...start, from: "03:00" }, "from 19:00"],
    [{ do: "dance" }, ""],
  ])("%j is refused", async (order, words) => {
    const { status, body } = await ask(aisha, order);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: "request.invalid" });
    expect(body.error?.message).toContain(words);
  });
});
