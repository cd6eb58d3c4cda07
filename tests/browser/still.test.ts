import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handsOff, type Seat, viewports } from "../fixtures/browser.ts";
import { byPalette, filled, idsInList, opened, row } from "../fixtures/console-page.ts";
import { beginEvening, type Evening, itemsOnDesk } from "../fixtures/evening.ts";
import { connect } from "../fixtures/served.ts";

let count = 0;

/** A question of so many minutes ago; those that wait longest stand on top. */
function question(text: string, minutesAgo: number): object {
  count += 1;
  return {
    externalId: `still-${count}`,
    channel: "instagram:fest",
    kind: "comment",
    author: { handle: `visitor${count}` },
    text,
    at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  };
}

/** Watches, frame by frame, which row lies under a point of the page. Gives how to stop and what was seen. */
async function watchUnder(page: Page, x: number, y: number): Promise<() => Promise<string[]>> {
  const watch = await page.evaluateHandle(
    ({ x: left, y: top }) => {
      const seen = new Set<string>();
      let isOn = true;
      const look = () => {
        seen.add(document.elementFromPoint(left, top)?.closest<HTMLElement>("[data-id]")?.dataset.id ?? "nothing");
        if (isOn) requestAnimationFrame(look);
      };
      look();
      return {
        stop: () => {
          isOn = false;
          return [...seen];
        },
      };
    },
    { x, y },
  );
  return () => watch.evaluate(({ stop }) => stop());
}

describe("nothing moves under the hand", () => {
  let evening: Evening;
  let karen: Seat;
  let page: Page;
  /** A program that takes items as a colleague does. */
  let colleague: Socket;
  /** The id by which the desk knows an item; a snapshot may be a second old. */
  const idOf = async (text: string) => {
    let id: string | undefined;
    await expect
      .poll(async () => {
        id = [...(await itemsOnDesk(evening))].find(([, { preview }]) => preview === text)?.[0];
        return id;
      })
      .toBeDefined();
    return id ?? "";
  };
  const claim = async (text: string) => {
    const answer = await colleague.emitWithAck("command", {
      id: crypto.randomUUID(),
      desk: evening.desk,
      type: "item.claim",
      item: await idOf(text),
    });
    expect(answer).toMatchObject({ ok: true });
  };
  /** Presses N until no ghost is left: a list is put in order anew some four times a second, its rows at once. */
  const letGhostsGo = () =>
    expect
      .poll(async () => {
        await page.keyboard.press("n");
        return page.getByText("taken by Bot").count();
      })
      .toBe(0);
  const fresh = (number: number) => page.getByRole("button", { name: `${number} new`, exact: false });

  beforeAll(async () => {
    evening = await beginEvening();
    karen = await evening.join("Karen", ["flow-manager"]);
    // With somebody else on the desk there is a queue; one person alone has one list of everything.
    await (await evening.join("Jonas", ["community-manager"])).context.close();
    page = karen.page;
    await byPalette(page, "Start shift");
    colleague = await connect(evening.served.origin, await evening.token("Bot", "community-manager"));
    await colleague.emitWithAck("desk.join", { desk: evening.desk });
    await evening.arrive(...Array.from({ length: 30 }, (_, index) => question(`Question ${index}.`, 60 - index)));
    await filled(page, 30);
    await handsOff(page);
  });
  afterAll(async () => {
    colleague?.disconnect();
    await evening?.end();
  });

  test("while the pointer is on the queue its rows stand, whatever comes and goes; N brings it up to date", async () => {
    const target = row(page, "Question 5.");
    await target.hover();
    const box = await target.boundingBox();
    if (box === null) throw new Error("the row is not on the page");
    const before = await idsInList(page);
    const stop = await watchUnder(page, box.x + box.width / 2, box.y + box.height / 2);

    await evening.arrive(question("More pressing A", 600), question("More pressing B", 500));
    await fresh(2).waitFor();
    for (const gone of ["Question 2.", "Question 4."]) await claim(gone);
    await page.getByText("taken by Bot").nth(1).waitFor();
    await claim("Question 5.");
    await page.getByText("taken by Bot").nth(2).waitFor();
    await evening.arrive(question("More pressing C", 400));
    await fresh(3).waitFor();

    expect(await stop()).toEqual([await idOf("Question 5.")]);
    expect(await idsInList(page)).toEqual(before);

    await target.hover({ force: true }).catch(() => undefined);
    await page.keyboard.press("n");
    await row(page, "More pressing A").waitFor();
    await page.getByText("taken by Bot").first().waitFor({ state: "detached" });
    const after = await idsInList(page);
    const gone = new Set(await Promise.all(["Question 2.", "Question 4.", "Question 5."].map(idOf)));
    const come = await Promise.all(["More pressing A", "More pressing B", "More pressing C"].map(idOf));
    expect(after).toEqual([...come, ...before.filter((id) => !gone.has(id))]);
    await handsOff(page);
  });

  test("while the keyboard is in the queue its order stands too, and J goes to the row that is shown next", async () => {
    await page.keyboard.press("j");
    await page.locator("[role=row]:focus").waitFor();
    const first = await page.locator("[role=row]:focus").getAttribute("data-id");
    const second = (await idsInList(page))[1];
    await evening.arrive(question("Slips in between", 550));
    await fresh(1).waitFor();
    await page.keyboard.press("j");
    await expect.poll(() => page.locator("[role=row]:focus").getAttribute("data-id")).toBe(second);
    expect(first).toBe((await idsInList(page))[0]);
    await handsOff(page);
    await row(page, "Slips in between").waitFor();
  });

  test("a row that is scrolled away or goes with the keyboard on it lets go of the list", async () => {
    await page.keyboard.press("j");
    await page.locator("[role=row]:focus").waitFor();
    await idsInList(page);
    await page.locator("[role=row]:focus").waitFor();
    await handsOff(page);
    await evening.arrive(question("After the scrolling", 560));
    await row(page, "After the scrolling").waitFor();

    await row(page, "After the scrolling").click();
    await page.mouse.move(1, 1);
    await claim("After the scrolling");
    await page.getByText("taken by Bot").waitFor();
    await letGhostsGo();
    // The list is let go of, and the keyboard keeps a place beside it.
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches("section[aria-label]"))).toBe(true);
    await evening.arrive(question("After the ghost", 570));
    await row(page, "After the ghost").waitFor();
    await page.keyboard.press("Escape");
    await handsOff(page);
  });

  test("the last row to go from under the pointer lets go of the list", async () => {
    const words = page.getByRole("searchbox", { name: "Narrow down" });
    await words.fill("alone");
    await evening.arrive(question("Quite alone", 300));
    await row(page, "Quite alone").hover();
    await claim("Quite alone");
    await page.getByText("taken by Bot").waitFor();
    await words.blur();
    await letGhostsGo();
    await page.getByText("Nothing fits.").waitFor();
    await page.mouse.move(1, 1);
    await evening.arrive(question("Not alone any more", 310));
    await row(page, "Not alone any more").waitFor();
    await words.fill("");
    await handsOff(page);
  });

  test("a key acts on what was on the screen when it went down", async () => {
    await row(page, "Question 9.").click();
    await opened(page).getByText("Question 9.").first().waitFor();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await evening.arrive(question("Comes while the question stands", 700));
    await claim("Question 8.");
    await dialog.getByText("Karen").click();
    await dialog.waitFor({ state: "detached" });
    await opened(page).getByText("yours", { exact: true }).waitFor();
    await expect.poll(async () => (await itemsOnDesk(evening)).get(await idOf("Question 9."))?.status).toBe("assigned");
    expect((await itemsOnDesk(evening)).get(await idOf("Comes while the question stands"))?.status).toBe("waiting");
    await page.keyboard.press("Escape");
    await handsOff(page);
  });

  test("a real pause holds the list with no hand on it, until it is let run", async () => {
    await row(page, "Comes while the question stands").waitFor();
    await page.keyboard.press("p");
    await page.getByText("Paused").waitFor();
    const before = await idsInList(page);
    await evening.arrive(question("During the pause", 800));
    await fresh(1).waitFor();
    expect(await idsInList(page)).toEqual(before);
    await page.keyboard.press("p");
    await expect.poll(() => idsInList(page)).toEqual([await idOf("During the pause"), ...before]);
  });

  test("whoever narrows a paused list down, and takes that away, has it so at once", async () => {
    const before = await idsInList(page);
    const words = page.getByRole("searchbox", { name: "Narrow down" });
    await page.keyboard.press("p");
    await page.getByText("Paused").waitFor();
    await words.fill("Slips in");
    await expect.poll(() => idsInList(page)).toEqual([await idOf("Slips in between")]);
    await words.fill("");
    await expect.poll(() => idsInList(page)).toEqual(before);
    await words.blur();
    await page.keyboard.press("p");
    await page.getByText("Paused").waitFor({ state: "detached" });
  });

  test("an alarm stands in a place of its own: it moves nothing and covers nothing that one works with", async () => {
    const alarm = page.getByRole("alert").filter({ hasText: "Urgent and not seen" });
    const places = async () => [
      await page.getByRole("list", { name: "Channels" }).boundingBox(),
      await page.getByRole("row").first().boundingBox(),
    ];
    const covered = () =>
      alarm.evaluate((notice) => {
        const own = notice.getBoundingClientRect();
        return [...document.querySelectorAll("[role=row], [role=tab], li button, nav a")]
          .filter((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            // By less than a pixel they touch.
            return left < own.right - 1 && right > own.left + 1 && top < own.bottom - 1 && bottom > own.top + 1;
          })
          .map(({ textContent }) => textContent);
      });
    await page.getByRole("row").first().hover();
    const before = await places();
    await evening.direct("item.need", { item: await idOf("Question 13."), need: "urgent" });
    await alarm.waitFor();
    expect(await places()).toEqual(before);
    expect(await covered()).toEqual([]);
    expect((await new AxeBuilder({ page }).include("header").analyze()).violations).toEqual([]);

    await page.setViewportSize(viewports.phone);
    await page.getByRole("row").first().hover();
    const meanwhile = await places();
    expect(await covered()).toEqual([]);
    expect((await new AxeBuilder({ page }).include("header").analyze()).violations).toEqual([]);
    await alarm.getByRole("button", { name: "Dismiss" }).click();
    await alarm.waitFor({ state: "detached" });
    expect(await places()).toEqual(meanwhile);
    await page.setViewportSize(viewports.desktop);
    await handsOff(page);
  });

  test("the page has not failed", () => {
    expect(karen.errors).toEqual([]);
  });
});
