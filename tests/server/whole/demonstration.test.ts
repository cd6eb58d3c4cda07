import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Demonstrated, demonstrate, linksOf } from "../../fixtures/demonstration.ts";
import { flowdesk, serve, temporaryFolder } from "../../fixtures/served.ts";

const roles = ["flow-manager", "community-manager", "producer", "team-lead", "analyst", "administrator"] as const;
const desk = "sommerfesten";
/** A server answers a moment before it says how to get in. */
const patience = { timeout: 50_000 };

interface Line {
  readonly desk?: string;
  readonly demonstration?: boolean;
  readonly item?: {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly need: string;
    readonly assignee: string | null;
    readonly awaitingSince: string | null;
    readonly dueAt: string | null;
    readonly answeredAt: string | null;
    readonly newest: { readonly externalId: string };
  };
  readonly post?: { readonly at: string; readonly variants: ReadonlyArray<{ readonly state: string }> };
  readonly member?: { readonly id: string; readonly name: string; readonly shift: string };
}

/** Exchanges a role's link for its cookie, as the console does. */
async function enter(origin: string, link: string): Promise<string> {
  const response = await fetch(`${origin}/api/enter`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

async function snapshot(origin: string, cookie: string): Promise<Line[]> {
  const response = await fetch(`${origin}/api/desks/${desk}/snapshot`, { headers: { cookie } });
  expect(response.status).toBe(200);
  const lines = (await response.text()).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Line);
}

describe("The first start on an empty folder", () => {
  const folder = temporaryFolder();
  let demo: Demonstrated;
  let lines: Line[] = [];
  let before: ReadonlyMap<string, string>;

  beforeAll(async () => {
    demo = await demonstrate(folder.path);
    before = linksOf(demo.served.output());
    lines = await snapshot(demo.served.origin, await enter(demo.served.origin, demo.linkFor("flow-manager")));
  });
  afterAll(async () => {
    await demo.end();
    folder.remove();
  });

  test("prints a link for each role, and offers the same roles on the first page", async () => {
    expect([...before.keys()]).toEqual(roles);
    expect(new Set(before.values()).size).toBe(roles.length);
    const { origin } = demo.served;
    const offered = await fetch(`${origin}/api/enter/roles`, { method: "POST", headers: { origin } });
    const { people, refused } = (await offered.json()) as RolesOffered;
    expect(refused).toBeNull();
    expect(people.map(({ role }) => role)).toEqual(roles);
    expect(demo.served.output()).toContain("simulated");
  });

  test("lets every role in, into its own part", async () => {
    for (const role of roles) {
      const cookie = await enter(demo.served.origin, demo.linkFor(role));
      const me = await fetch(`${demo.served.origin}/api/me`, { headers: { cookie } });
      expect(await me.json()).toMatchObject({ user: { demonstration: true }, desks: [{ id: desk, roles: [role] }] });
    }
  });

  test("shows an evening that is under way: answered, waiting, one over its time, posts out and to come", () => {
    const now = new Date().toISOString();
    const items = lines.flatMap(({ item }) => item ?? []);
    expect(items.filter(({ answeredAt }) => answeredAt !== null).length).toBeGreaterThan(20);
    const wanting = items.filter(({ awaitingSince, need }) => awaitingSince !== null && need !== "watch");
    expect(wanting.length).toBeGreaterThan(5);
    expect(items.some(({ kind }) => kind === "dm")).toBe(true);
    const overdue = wanting.filter(({ dueAt }) => dueAt !== null && dueAt < now);
    expect(overdue.map(({ newest }) => newest.externalId)).toContainEqual(expect.stringContaining("overlooked"));
    const posts = lines.flatMap(({ post }) => post ?? []);
    expect(posts.some(({ variants }) => variants.some(({ state }) => state === "live"))).toBe(true);
    const next = posts.map(({ at }) => Date.parse(at) - Date.now()).filter((ms) => ms > 0);
    expect(Math.min(...next)).toBeLessThan(6 * 60_000);
    const atWork = lines.flatMap(({ member }) => member ?? []).filter(({ shift }) => shift === "on");
    expect(atWork.filter(({ id }) => id.startsWith("simulated-"))).toHaveLength(3);
  });

  test("has the times of the evening in its log, in order, none ahead of now", async () => {
    const cookie = await enter(demo.served.origin, demo.linkFor("flow-manager"));
    const page = await fetch(`${demo.served.origin}/api/desks/${desk}/changes?since=0&limit=1000`, {
      headers: { cookie },
    });
    const { changes } = (await page.json()) as { changes: ReadonlyArray<{ seq: number; at: string }> };
    expect(changes.length).toBeGreaterThan(500);
    const times = changes.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)?.localeCompare(new Date().toISOString())).toBeLessThanOrEqual(0);
  });

  test("goes on: messages come in and colleagues answer while somebody looks", async () => {
    const cookie = await enter(demo.served.origin, demo.linkFor("flow-manager"));
    const socket = io(demo.served.origin, {
      transports: ["websocket"],
      auth: { protocol: protocolVersion },
      extraHeaders: { cookie, origin: demo.served.origin },
      reconnection: false,
    });
    try {
      const seen = new Set<string>();
      socket.on("changes", ({ changes }: { changes: ReadonlyArray<{ type: string }> }) => {
        for (const { type } of changes) seen.add(type);
      });
      await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
      expect(await socket.emitWithAck("desk.join", { desk })).toMatchObject({ ok: true });
      // As it can be quickened in the console, so that nobody here waits for a person's pace.
      const quicker = await fetch(`${demo.served.origin}/api/desks/${desk}/simulation`, {
        method: "POST",
        headers: { cookie, origin: demo.served.origin, "content-type": "application/json" },
        body: JSON.stringify({ do: "speed", speed: 10 }),
      });
      expect(quicker.status).toBe(200);
      await expect.poll(() => seen.has("item.received") && seen.has("item.replied"), { timeout: 50_000 }).toBe(true);
    } finally {
      socket.disconnect();
    }
  });

  test("has an evening before each of the last days to review", async () => {
    const cookie = await enter(demo.served.origin, demo.linkFor("analyst"));
    const from = new Date(Date.now() - 4 * 86_400_000).toISOString();
    const to = new Date(Date.now() - 12 * 3_600_000).toISOString();
    const query = new URLSearchParams({ from, to });
    const review = await fetch(`${demo.served.origin}/api/desks/${desk}/review?${query}`, { headers: { cookie } });
    expect(review.status).toBe(200);
  });

  test("started again, lays the evening anew around now, with other links and no wall of what is overdue", async () => {
    await demo.served.stop();
    demo = await demonstrate(folder.path);
    const { origin } = demo.served;
    const after = linksOf(demo.served.output());
    expect([...after.keys()]).toEqual(roles);
    for (const [role, link] of after) expect(link).not.toBe(before.get(role));
    const old = await fetch(`${origin}/api/enter`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ token: new URL(before.get("analyst") ?? "").hash.slice(1) }),
    });
    expect([old.status, ((await old.json()) as { error: { code: string } }).error.code]).toEqual([
      404,
      "enter.unknown",
    ]);
    const now = new Date().toISOString();
    const again = await snapshot(origin, await enter(origin, demo.linkFor("flow-manager")));
    const wanting = again
      .flatMap(({ item }) => item ?? [])
      .filter(({ awaitingSince, need }) => awaitingSince !== null && need !== "watch");
    expect(wanting.length).toBeGreaterThan(2);
    expect(wanting.filter(({ dueAt }) => dueAt !== null && dueAt < now).length).toBeLessThan(8);
    expect(again.filter(({ member }) => member !== undefined)).toHaveLength(9);
  });

  test("with --no-demo the same folder stays, nothing plays, and no role can be tried", async () => {
    await demo.served.stop();
    const served = await serve(folder.path, { args: ["--no-demo"] });
    try {
      const { origin } = served;
      const offered = await fetch(`${origin}/api/enter/roles`, { method: "POST", headers: { origin } });
      expect(await offered.json()).toMatchObject({ people: [], refused: { code: "enter.no.demonstration" } });
      await expect.poll(() => served.output(), patience).toContain("Sign in, on this machine, once: ");
      expect(linksOf(served.output()).size).toBe(0);
    } finally {
      await served.stop();
    }
  });

  test("served beyond this machine it prints no links, and says why", async () => {
    const served = await serve(folder.path, { args: ["--origin", "https://desk.example.org"] });
    try {
      await expect
        .poll(() => served.output(), patience)
        .toContain("Role links work only while the server listens on this machine");
      expect(linksOf(served.output()).size).toBe(0);
    } finally {
      await served.stop();
    }
  });
});

describe("A start without the demonstration", () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  test("makes no desk, says how to make one, and goes on while it is made", async () => {
    const served = await serve(folder.path, { args: ["--no-demo"] });
    try {
      await expect.poll(() => served.output(), patience).toContain("There is no desk yet.");
      expect(served.output()).not.toContain("/enter#");
      const made = await flowdesk(folder.path, "desk", "create", "care", "--name", "Care", "--zone", "Europe/Oslo");
      expect(made.status).toBe(0);
      const invited = await flowdesk(folder.path, "user", "invite", "--desk", "care", "--role", "administrator");
      expect(invited.stdout).toMatch(/\/invitation#care\./u);
    } finally {
      await served.stop();
    }
  });

  test("is what a folder with a desk of its own gets anyway", async () => {
    const served = await serve(folder.path);
    try {
      await expect.poll(() => served.output(), patience).toContain("Sign in, on this machine, once: ");
      expect(linksOf(served.output()).size).toBe(0);
    } finally {
      await served.stop();
    }
  });
});
