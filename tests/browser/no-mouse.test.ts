import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Audience, audienceOf, patience } from "../fixtures/audience.ts";
import { type Seat, sit } from "../fixtures/browser.ts";
import { composer, dialog, lane, notices, opened, region, row } from "../fixtures/console-page.ts";
import { beginEvening, type Evening, emailOf, passwordOf, peopleOnDesk, postIn } from "../fixtures/evening.ts";
import { type Keyboard, keyboardOf } from "../fixtures/keyboard.ts";

let evening: Evening;
let ask: Audience["ask"];
let status: Audience["status"];
let karen: Seat;
let jonas: Seat;
let karens: Keyboard;
let jonass: Keyboard;

/** Takes an invitation up with the keyboard alone. */
async function join(name: string, ...roles: Parameters<Evening["invite"]>[1]): Promise<[Seat, Keyboard]> {
  const seat = await sit(evening.browser, name);
  const { page } = seat;
  const keyboard = keyboardOf(page);
  await page.goto(await evening.invite(name, roles));
  await keyboard.fill(page.getByLabel("Email address"), emailOf(name));
  await keyboard.fill(page.getByLabel("Password"), passwordOf(name));
  await page.keyboard.press("Enter");
  await page.getByText("LIVE", { exact: true }).waitFor();
  return [seat, keyboardOf(page)];
}

beforeAll(async () => {
  evening = await beginEvening();
  ({ ask, status } = audienceOf(evening));
  await evening.command("policy.tags", { tags: ["gates", "toilets"] });
  await evening.command("policy.templates", {
    templates: [{ id: "gates", name: "Gates", lang: "en", text: "Hi {first}, gate 3 is east." }],
  });
});
afterAll(() => evening?.end());

describe("a whole shift without a mouse", () => {
  test("people come in by their invitations and check in", async () => {
    [karen, karens] = await join("Karen", "flow-manager", "administrator");
    [jonas, jonass] = await join("Jonas", "community-manager");
    for (const [{ page }, keyboard] of [
      [karen, karens],
      [jonas, jonass],
    ] as const) {
      await keyboard.press("g", "b");
      await keyboard.tabTo(dialog(page, "Check in").getByRole("button", { name: "Start shift" }));
      await keyboard.press("Enter");
      await dialog(page, "Check in").waitFor({ state: "detached" });
    }
    await lane(karen.page, "Jonas").waitFor();
  });

  test("Tab goes through the whole screen and comes round: nothing holds it", async () => {
    const { page } = karen;
    await ask("instagram:fest", "First of all");
    await row(page, "First of all").waitFor();
    const seen = new Set<string>();
    let rounds = 0;
    for (let tabs = 0; tabs < 150 && rounds < 2; tabs++) {
      await page.keyboard.press("Tab");
      const part = await page.evaluate(() => {
        const has = document.activeElement;
        return has?.closest("header, nav, aside, [role=grid], main")?.tagName ?? null;
      });
      if (part === null) rounds++;
      else seen.add(part);
    }
    expect(rounds).toBeGreaterThan(0);
    expect([...seen].sort()).toEqual(["ASIDE", "DIV", "HEADER", "MAIN", "NAV"]);
  });

  test("the flow manager covers a channel, and what comes in there goes to who has it", async () => {
    const { page } = karen;
    await karens.press("Shift+C");
    const cover = dialog(page, "Cover");
    await karens.tabTo(cover.getByRole("button", { name: "Give Fest on X to somebody" }));
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await page.keyboard.type("Jo");
    await page.keyboard.press("Enter");
    await cover.getByRole("button", { name: "Jonas" }).waitFor();
    await page.getByRole("menu").waitFor({ state: "detached" });
    await karens.press("Escape");
    await cover.waitFor({ state: "detached" });
    await ask("x:fest", "Covered by Jonas");
    await expect.poll(() => status("Covered by Jonas"), patience).toBe("assigned");
  });

  test("Escape closes a dialog in the very moment in which what had the keyboard has gone", async () => {
    const { page } = karen;
    await karens.press("Shift+C");
    const cover = dialog(page, "Cover");
    await karens.tabTo(cover.getByRole("button", { name: "Give Fest on X to somebody" }));
    const isLost = await page.evaluate(async () => {
      document.activeElement?.setAttribute("disabled", "");
      // The browser sees that it cannot be pressed any more as it draws. Its place is found again some moments later, which
      // on a slow page is before the next drawing.
      let isOnBody = false;
      for (let frame = 0; frame < 3 && !isOnBody; frame++) {
        await new Promise((drawing) => requestAnimationFrame(drawing));
        await new Promise((drawn) => setTimeout(drawn));
        isOnBody = document.activeElement === document.body;
      }
      return isOnBody;
    });
    expect(isLost).toBe(true);
    await page.keyboard.press("Escape");
    await cover.waitFor({ state: "detached" });
  });

  test("the flow manager moves through the queue, gives by letter, deals, tells everybody", async () => {
    const { page } = karen;
    await ask("instagram:fest", "Where is the east gate?", "Do you take cash?", "Is there parking?", "Lovely!");
    await row(page, "Is there parking?").waitFor();
    await karens.press("j", "j", "k");
    await karens.open("Do you take cash?");
    await karens.press("a");
    await dialog(page, "To whom?").or(page.getByRole("dialog")).first().waitFor();
    await karens.press("j");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => status("Do you take cash?"), patience).toBe("assigned");
    await karens.press("Escape", "Escape", "n");
    await karens.press("x");
    await karens.press("Escape");
    await karens.press("d");
    await page.getByRole("dialog").locator("input:focus").waitFor();
    await page.keyboard.press("ControlOrMeta+a");
    await karens.type("1");
    await karens.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await karens.command("Message to everybody");
    await dialog(page, "Message to everybody").locator("textarea:focus").waitFor();
    await karens.type("Gate East is open now.");
    await karens.press("ControlOrMeta+Enter");
    await dialog(page, "Message to everybody").waitFor({ state: "detached" });
    await region(page, "Your message").waitFor();
  });

  test("the community manager reads the message, and the keyboard keeps its place as it goes", async () => {
    const { page } = jonas;
    const told = region(page, "Messages to everybody");
    await jonass.tabTo(told.getByRole("button", { name: "Read", exact: true }));
    await jonass.press("Enter");
    await told.waitFor({ state: "detached" });
    await jonass.press("g", "f");
  });

  test("an item is opened, claimed, answered from a template with its hashtag mended, and taken back", async () => {
    const { page } = jonas;
    const question = "Where is the north gate?";
    await ask("instagram:fest", question);
    await row(page, question).waitFor();
    const item = await jonass.open(question);
    await jonass.press("c");
    await item.getByText("yours", { exact: true }).waitFor();
    await jonass.press("r");
    await jonass.sees(composer(page));
    await jonass.type("/ga");
    await page.getByRole("option", { name: /Gates/u }).waitFor();
    await jonass.press("Enter");
    await expect.poll(() => composer(page).inputValue()).toBe("Hi Maja, gate 3 is east.");
    await jonass.type(" #sommerfst27");
    await item.getByText("#sommerfst27: did you mean").waitFor();
    await jonass.press("Alt+Enter");
    expect(await composer(page).inputValue()).toBe("Hi Maja, gate 3 is east. #sommerfest27");
    await jonass.press("ControlOrMeta+Enter");
    await item.getByText(/^Leaves in \d+ s$/u).waitFor();
    await jonass.press("Escape", "u");
    await item.getByText("taken back").waitFor();
    await expect.poll(() => composer(page).inputValue()).toBe("Hi Maja, gate 3 is east. #sommerfest27");
    await jonass.press("r");
    await jonass.sees(composer(page));
    await jonass.press("ControlOrMeta+Enter", "Escape");
    await expect.poll(() => status(question), patience).toBe("answered");
    await jonass.press("Escape");
    await opened(page).waitFor({ state: "detached" });
  });

  test("an item is tagged, needs more, is promised, put off, and needs no reply", async () => {
    const { page } = jonas;
    await ask("instagram:fest", "Tagged one", "Snoozed one", "Thanks, all");
    await row(page, "Thanks, all").waitFor();
    const item = await jonass.open("Tagged one");
    await jonass.press("c", "t");
    await page.getByRole("dialog").locator("input:focus").waitFor();
    await jonass.type("gat");
    await page.getByRole("menuitem", { name: "gates" }).and(page.locator("[data-focused]")).waitFor();
    await jonass.press("Enter");
    await item.getByText("gates", { exact: true }).waitFor();
    await jonass.press("1");
    await item.getByText("urgent", { exact: true }).first().waitFor();
    await jonass.press("r");
    await jonass.sees(composer(page));
    await jonass.type("More is coming.");
    await jonass.tabTo(item.getByRole("button", { name: "Promise" }));
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await jonass.tabTo(item.getByRole("button", { name: /^Send/u }));
    await jonass.press("Enter");
    await item.getByText(/^Leaves in \d+ s$/u).waitFor();
    await jonass.press("Escape");

    await jonass.open("Snoozed one");
    await jonass.press("c");
    await opened(page).getByText("yours", { exact: true }).waitFor();
    await jonass.press("s");
    await page.getByRole("dialog").waitFor();
    await jonass.press("1");
    await expect.poll(() => status("Snoozed one"), patience).toBe("snoozed");
    await jonass.press("Escape");
    await jonass.open("Thanks, all");
    await jonass.press("c");
    await opened(page).getByText("yours", { exact: true }).waitFor();
    await jonass.press("z");
    // What is dismissed leaves the open work.
    await expect.poll(() => status("Thanks, all"), patience).toBeUndefined();
    await jonass.press("Escape", "n");
  });

  test("a break moves what waits, and back on shift it is taken back", async () => {
    const { page } = jonas;
    await jonass.press("g", "m");
    await row(page, "Covered by Jonas").waitFor();
    await jonass.command("Take a break");
    const away = page.getByRole("dialog");
    await away.waitFor();
    await jonass.tabTo(away.getByRole("button", { name: "Take a break" }));
    await jonass.press("Enter");
    await notices(page)
      .getByText(/^Moved: /u)
      .waitFor();
    await expect.poll(() => status("Covered by Jonas"), patience).toBe("waiting");
    await jonass.command("I am back");
    const offer = region(page, "My shift");
    await jonass.tabTo(offer.getByRole("button", { name: /^Take .* back$/u }));
    await jonass.press("Enter");
    await offer.waitFor({ state: "detached" });
    await expect.poll(() => status("Covered by Jonas"), patience).toBe("assigned");
    await jonass.press("j");
  });

  test("a post is said to be out on the run sheet, and a rule is made in Settings", async () => {
    const { page } = karen;
    const owner = (await peopleOnDesk(evening)).get("Karen") ?? "";
    await evening.command(
      "post.plan",
      postIn(0, { title: "Fireworks", text: "Now #sommerfest27", owner, channels: ["linkedin:fest"] }),
    );
    await karens.press("g", "r");
    await page.getByText("Fireworks").first().waitFor();
    await karens.press("j");
    const post = page.getByRole("complementary", { name: "Fireworks" });
    await karens.fill(post.getByLabel("Link where it stands"), "https://www.linkedin.com/posts/1");
    await karens.press("Enter");
    await post.getByText(/^live \d/u).waitFor();
    await karens.press("Escape");
    await post.waitFor({ state: "detached" });

    await karens.press("g", "s");
    await karens.tabTo(page.getByRole("main").getByRole("link", { name: "Targets" }));
    await karens.press("Enter");
    await karens.tabTo(page.getByRole("button", { name: "Add a rule" }));
    await karens.press("Enter");
    const form = page.getByRole("dialog");
    await karens.sees(form.getByLabel("Answered within"));
    await karens.type("2 h");
    await karens.tabTo(form.getByRole("button", { name: /Kind$/u }));
    await page.keyboard.press("Enter");
    await page.getByRole("listbox").waitFor();
    await page.keyboard.type("Comm");
    await page.keyboard.press("Enter");
    await page.getByRole("listbox").waitFor({ state: "detached" });
    await karens.tabTo(form.getByRole("button", { name: "Save" }));
    await karens.press("Enter");
    await form.waitFor({ state: "detached" });
    await page.getByText("2 h").first().waitFor();
  });

  test("the shift ends with a sentence, and nothing is left behind", async () => {
    const { page } = jonas;
    await jonass.command("End shift");
    const end = dialog(page, "End of shift");
    await jonass.fill(end.getByLabel("In a sentence"), "The toilets by the east gate are closed.");
    await jonass.tabTo(end.getByRole("button", { name: "End shift" }));
    await jonass.press("Enter");
    await jonass.sees(dialog(page, "You are off shift.").getByRole("button", { name: "Done" }));
    await jonass.press("Enter");
    await dialog(page, "You are off shift.").waitFor({ state: "detached" });
    await expect.poll(() => status("Covered by Jonas"), patience).toBe("waiting");
    expect([...karen.errors, ...jonas.errors]).toEqual([]);
  });
});
