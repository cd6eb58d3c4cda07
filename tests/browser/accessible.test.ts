import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../fixtures/axe.ts";
import { type Seat, sit, viewports } from "../fixtures/browser.ts";
import { byPalette, notices, turnTo } from "../fixtures/console-page.ts";
import { type Demonstrated, demonstrate } from "../fixtures/demonstration.ts";
import { beginEvening, type Evening, itemsOnDesk, peopleOnDesk } from "../fixtures/evening.ts";
import { byHand, fill, flood } from "./looks/busy-desk.ts";
import { deskLooks } from "./looks/desk.ts";
import { dialogLooks } from "./looks/dialogs.ts";
import { byName, dialog, type Look, openRow, putAway } from "./looks/look.ts";
import { onceLooks, settingsLooks } from "./looks/settings.ts";

type Width = keyof typeof viewports;

const widths = Object.keys(viewports) as Width[];
const devices = {
  desktop: { viewport: viewports.desktop, reducedMotion: "reduce" },
  phone: { viewport: viewports.phone, hasTouch: true, isMobile: true, reducedMotion: "reduce" },
} as const;

let evening: Evening;
let jonas: Seat;
let demo: Demonstrated;
/** Karen at her desk and on her telephone: signed in once, both open all the time. */
const karen = new Map<Width, Seat>();
/** Somebody at either width who is not signed in. */
const strangers = new Map<Width, Seat>();

const at = (path: string) => `/desks/${evening.desk}/${path}`;
const whole = (path: string) => `${evening.served.origin}${path}`;

/** The page of the wide one of them. */
function pageOf(seats: ReadonlyMap<Width, Seat>): Page {
  const seat = seats.get("desktop");
  if (seat === undefined) throw new Error("Nobody sits there.");
  return seat.page;
}

/**
 * What axe finds at both widths after something has been done at each, at the same time; a line each. The two show the
 * same in the same colours: where both look, one of them takes the themes by turns.
 */
async function foundAfter(
  seats: ReadonlyMap<Width, Seat>,
  act: (page: Page, width: Width) => Promise<unknown>,
  within?: string,
) {
  expect(seats.size).toBeGreaterThan(0);
  const found = await Promise.all(
    [...seats].map(async ([width, { page }]) => {
      await act(page, width);
      const lines = await violations(page, width === "desktop" || seats.size === 1, within);
      return lines.map((line) => `on a ${width}, ${line}`);
    }),
  );
  return found.flat();
}

/** Goes to a look from a page on which nothing stands, so that it begins as somebody who comes there. */
async function take(page: Page, { path, ready, act }: Look): Promise<void> {
  await putAway(page);
  await turnTo(page, at("hashtags"));
  await turnTo(page, at(path));
  await page.getByText(ready).first().waitFor();
  await act?.(page);
}

function lookAt(looks: readonly Look[]): void {
  for (const look of looks)
    test(look.name, async () => {
      const seats = new Map([...karen].filter(([width]) => (look.only ?? width) === width));
      const found = await foundAfter(seats, (page) => take(page, look), look.within);
      await Promise.all([...seats.values()].map(({ page }) => look.leave?.(page)));
      expect(found).toEqual([]);
    });
}

beforeAll(async () => {
  evening = await beginEvening();
  for (const width of widths) strangers.set(width, await sit(evening.browser, "nobody", devices[width]));
  const first = await evening.join("Karen", ["flow-manager", "community-manager", "administrator"], devices.desktop);
  karen.set("desktop", first);
  const phone = await sit(evening.browser, "Karen", {
    ...devices.phone,
    storageState: await first.context.storageState(),
  });
  await phone.page.goto(whole(at("flow")));
  await phone.page.getByText("LIVE", { exact: true }).waitFor();
  karen.set("phone", phone);
});
afterAll(() => evening?.end());

test("axe finds what is wrong, in both themes and in a part of a page", async () => {
  const page = await evening.browser.newPage();
  await page.emulateMedia({ colorScheme: "light" });
  await page.setContent('<html lang="en" data-theme="light"><main><p style="color:#999">Faint</p><img src="x"></main>');
  await page.evaluate(() => {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
      document.documentElement.dataset.theme = matches ? "dark" : "light";
    });
  });
  const ids = (lines: readonly string[]) => lines.map((line) => line.split(" at ")[0]);
  expect(ids(await violations(page))).toEqual(
    expect.arrayContaining(["light: image-alt", "light: page-has-heading-one", "dark: color-contrast"]),
  );
  expect(ids(await violations(page, false, "main")).sort()).toEqual(["dark: color-contrast", "dark: image-alt"]);
  await page.close();
});

describe("axe finds nothing for whoever is not signed in:", () => {
  const onPage = (name: string, path: string, ready: string | RegExp, act?: (page: Page) => Promise<unknown>) =>
    test(name, async () => {
      const found = await foundAfter(strangers, async (page) => {
        await page.goto(whole(path));
        await page.getByText(ready).first().waitFor();
        await act?.(page);
      });
      expect(found).toEqual([]);
    });

  onPage("signing in", "/sign-in", "Password");
  onPage("signing in with the wrong password", "/sign-in", "Password", async (page) => {
    await page.getByLabel("Email address").fill("nobody@example.org");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").filter({ hasText: /\w/u }).waitFor();
  });
  onPage("a link that lets somebody in", "/enter#none", "Go in");
  onPage("a link that lets nobody in any more", "/enter#none", "Go in", async (page) => {
    await page.getByRole("button", { name: "Go in" }).click();
    await page.getByRole("alert").filter({ hasText: /\w/u }).waitFor();
  });
  onPage("a link that is broken", "/enter", "This link does not work");
  onPage("an invitation that was used", "/invitation#none", "Ask whoever invited you for a new one");
  onPage("an address where nothing is", "/nowhere/at/all", "There is nothing at this address.");
  onPage("a wall whose link has gone", "/wall#none", "This link shows no wall.");

  test("an invitation", async () => {
    const link = await evening.invite("Aisha", ["producer"]);
    const found = await foundAfter(strangers, async (page) => {
      await page.goto(link);
      await page.getByLabel("Password").waitFor();
      await page.getByLabel("Password").fill("short");
    });
    expect(found).toEqual([]);
  });
});

describe("axe finds nothing on a desk on which nothing is:", () => {
  lookAt([
    { name: "Flow of one person alone", path: "flow", ready: "Everything that waits" },
    { name: "My desk off shift", path: "my-desk", ready: "You are not on shift." },
    { name: "Run sheet", path: "run-sheet", ready: "Nothing is planned for this day." },
    { name: "Review", path: "review", ready: "No answers in this span" },
    { name: "the wall", path: "wall", ready: "Nobody is on shift." },
    { name: "a screen that is none", path: "hashtags", ready: "There is no such screen." },
  ]);
});

describe("axe finds nothing on a desk with people and work on it:", () => {
  beforeAll(async () => {
    jonas = await evening.join("Jonas", ["community-manager"], devices.desktop);
  });

  test("a shift that begins, is handed over, and begins again", async () => {
    await fill(evening);
    await byHand(pageOf(karen), whole(at("flow")));
    const { page } = jonas;
    await page.goto(whole(at("my-desk")));
    await page.getByRole("button", { name: "Check in" }).click();
    await dialog(page).getByText("Fireworks at eleven").waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Start shift" }).click();
    await page.getByText("You can be given items.").waitFor();
    await byName("End shift")(page);
    await dialog(page).getByLabel("In a sentence").fill("The east gate jams.");
    await dialog(page).getByRole("button", { name: "End shift" }).click();
    await page.getByText("The hand-over is written.").waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await byPalette(page, "Start shift");
    await page.getByText("You can be given items.").waitFor();
    const [item] = [...(await itemsOnDesk(evening))].find(([, { preview }]) => preview === "Taken by Jonas") ?? [];
    await evening.direct("item.assign", { item, to: (await peopleOnDesk(evening)).get("Jonas") });
    // What an item says of who has it open is looked at too.
    await turnTo(page, at("flow"));
    await openRow(page, "Where is gate 3?");
  });

  test("messages to everybody: one that is new, and one's own with who has read it", async () => {
    const found = await foundAfter(karen, async (page) => {
      await turnTo(page, at("my-desk"));
      await page.getByRole("region", { name: "Messages to everybody" }).waitFor();
    });
    const page = pageOf(karen);
    await byPalette(page, "Start shift");
    await byName("Message to everybody")(page);
    await dialog(page).getByRole("textbox").fill("The lake stage is ten minutes late.");
    await page.keyboard.press("Control+Enter");
    const sent = await foundAfter(karen, async (page) => {
      const row = page.getByRole("region", { name: "Your message" });
      await row.getByRole("button", { name: /Who has read it/u }).click();
      await row.getByText("Not yet").waitFor();
    });
    expect([...found, ...sent]).toEqual([]);
  });

  // What stands around the parts of the settings is the same for all, and judged with the first.
  const [firstPart, ...parts] = settingsLooks;
  lookAt([...deskLooks, ...dialogLooks, ...(firstPart === undefined ? [] : [firstPart])]);
  lookAt([...parts, ...onceLooks].map((look) => ({ ...look, within: "main" })));

  test("what is offered after a correction, and told after a refusal", async () => {
    const found: string[] = [];
    for (const [width, seat] of karen) {
      // Loaded anew: a rule is offered for one correction in three.
      await seat.page.goto(whole(at("flow")));
      await openRow(seat.page, "Second question");
      found.push(
        ...(await foundAfter(new Map([[width, seat]]), async (page) => {
          await page.keyboard.press(width === "desktop" ? "2" : "4");
          await page.getByText(/^Corrected to/u).waitFor();
          for (let count = 0; count < 3; count++) await page.keyboard.press("u");
          await notices(page).getByRole("listitem").first().waitFor();
        })),
      );
    }
    expect(found).toEqual([]);
  });
});

describe("axe finds nothing on a desk that is flooded:", () => {
  beforeAll(() => flood(evening));

  lookAt([
    { name: "Flow", path: "flow", ready: /^Question|toiletterne/u },
    { name: "My desk", path: "my-desk", ready: "Taken by Karen" },
    { name: "Review", path: "review", ready: "Waiting now" },
    { name: "the wall", path: "wall", ready: "Hvor er toiletterne?" },
  ]);
});

describe("axe finds nothing where something is in the way:", () => {
  const [snapshot, person] = ["**/api/desks/*/snapshot*", "**/api/me"];
  const refusing = (status: number, code: string) => (route: Route) =>
    route.fulfill({ status, json: { error: { code, message: "It cannot be done now." } } });
  /** Lets something go wrong with what the console asks of the server, and looks at what is made of it. */
  const when = (name: string, path: string, what: string, ready: string, answer: (route: Route) => Promise<unknown>) =>
    test(name, async () => {
      const found = await foundAfter(karen, async (page) => {
        await page.route(what, answer);
        await page.goto(whole(path));
        await page.getByText(ready).first().waitFor();
      });
      for (const { page } of karen.values()) await page.unrouteAll({ behavior: "ignoreErrors" });
      expect(found).toEqual([]);
    });

  test("a connection that is lost", async () => {
    const found = await foundAfter(karen, async (page) => {
      await turnTo(page, at("flow"));
      await page.getByRole("row").first().waitFor();
      await page.context().setOffline(true);
      await page.getByText(/^offline since/u).waitFor();
    });
    for (const { context } of karen.values()) await context.setOffline(false);
    expect(found).toEqual([]);
  });

  const flow = "/desks/fest/flow";
  when("a desk that is being loaded", flow, snapshot, "Loading the desk", () => new Promise(() => {}));
  when(
    "a desk that cannot be loaded",
    flow,
    snapshot,
    "The desk could not be loaded.",
    refusing(503, "desk.unavailable"),
  );
  when(
    "somebody who has been signed out",
    flow,
    snapshot,
    "You have been signed out.",
    refusing(401, "unauthenticated"),
  );
  when("a desk that one has no part in", flow, snapshot, "You no longer have a part", refusing(403, "forbidden"));
  when(
    "a server that does not know whose session it is",
    flow,
    person,
    "The desk could not be loaded.",
    refusing(500, "internal"),
  );
  when(
    "figures that cannot be had",
    "/desks/fest/review",
    "**/api/desks/*/review*",
    "The figures could not be fetched.",
    refusing(500, "internal"),
  );
  when(
    "settings that cannot be had",
    "/desks/fest/settings?part=tokens",
    "**/api/desks/*/tokens*",
    "Try again",
    refusing(500, "internal"),
  );
  when("a choice of desks", "/", person, "Choose a desk", (route) =>
    route.fulfill({
      json: {
        desks: [
          { id: "fest", name: "Fest", roles: [] },
          { id: "care", name: "Care", roles: [] },
        ],
      },
    }),
  );
  when("somebody without a desk", "/", person, "You have no part in a desk yet.", (route) =>
    route.fulfill({ json: { desks: [] } }),
  );

  test("somebody who has been removed", async () => {
    const { page, errors } = jonas;
    await evening.command("member.remove", { member: (await peopleOnDesk(evening)).get("Jonas") });
    await page.getByText("You no longer have a part in this desk.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("nothing has failed meanwhile", () => {
    expect([...karen.values(), ...strangers.values()].flatMap(({ errors }) => errors)).toEqual([]);
  });
});

describe("axe finds nothing in the demonstration:", () => {
  beforeAll(async () => {
    demo = await demonstrate();
  });
  afterAll(() => demo?.end());

  const bar = (page: Page) => page.getByRole("region", { name: "About this simulation" });
  /** Chooses from what the bar offers, which on a phone stands in a menu. */
  const choose = async (page: Page, width: Width, name: string) => {
    if (width === "phone") {
      await bar(page).getByRole("button").first().click();
      await page.getByRole("menuitem", { name }).click();
    } else await bar(page).getByRole("button", { name }).click();
  };

  test("its front page, with the roles that can be tried", async () => {
    const found = await foundAfter(strangers, async (page) => {
      await page.goto(demo.served.origin);
      await page.getByRole("heading", { name: "Try an evening" }).waitFor();
    });
    expect(found).toEqual([]);
  });

  test("its bar, and how fast it goes", async () => {
    const found = await foundAfter(strangers, async (page, width) => {
      await demo.enter(page, "flow-manager");
      await page.getByRole("row").first().waitFor();
      if (width === "desktop")
        await bar(page)
          .getByRole("button", { name: /^How fast the evening goes/u })
          .click();
      else await bar(page).getByRole("button").first().click();
      await page.getByRole("menu").waitFor();
    });
    expect(found).toEqual([]);
  });

  test("2.2.2 the evening that plays by itself can be paused and goes on", async () => {
    const first = pageOf(strangers);
    await putAway(first);
    await choose(first, "desktop", "Pause");
    const found = await foundAfter(strangers, async (page) => {
      await putAway(page);
      // A phone's bar asks every fifteen seconds.
      await bar(page).getByText("Paused").waitFor({ timeout: 30_000 });
    });
    await choose(first, "desktop", "Go on");
    await bar(first).getByText("Simulation", { exact: true }).waitFor({ timeout: 30_000 });
    expect(found).toEqual([]);
  });

  test.each([
    ["Change role", "Take another place"],
    ["Your own desk", "Begin with your own desk"],
  ])("%s", async (command, title) => {
    const found = await foundAfter(strangers, async (page, width) => {
      await putAway(page);
      await choose(page, width, command);
      await page.getByRole("dialog", { name: title }).waitFor();
      if (command === "Change role")
        await dialog(page).getByText("Aisha").or(dialog(page).getByRole("button")).nth(1).waitFor();
    });
    expect(found).toEqual([]);
  });

  test("an evening being played, in Settings", async () => {
    const found = await foundAfter(strangers, async (page) => {
      await putAway(page);
      await page.goto(
        `${demo.served.origin}${new URL(page.url()).pathname.replace(/[^/]+$/u, "settings?part=simulation")}`,
      );
      await page.getByText("Playing").first().waitFor();
    });
    expect(found).toEqual([]);
  });

  test("an evening that was stopped, in Settings and in the bar", async () => {
    const first = pageOf(strangers);
    await first.getByRole("main").getByRole("button", { name: "Stop" }).click();
    const found = await foundAfter(strangers, async (page) => {
      await page.getByText(/^The last evening/u).waitFor();
      await page.getByRole("button", { name: "Play" }).waitFor();
    });
    expect(found).toEqual([]);
  });
});
