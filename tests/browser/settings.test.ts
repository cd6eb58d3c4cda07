import { afterAll, beforeAll, expect, test } from "vitest";
import type { Seat } from "../fixtures/browser.ts";
import { composer, open, opened, row } from "../fixtures/console-page.ts";
import { beginEvening, type Evening, itemsOnDesk, peopleOnDesk } from "../fixtures/evening.ts";

let evening: Evening;
let karen: Seat;
const at = (path: string) => `${evening.served.origin}/desks/${evening.desk}/${path}`;

beforeAll(async () => {
  evening = await beginEvening();
  karen = await evening.join("Karen", ["flow-manager", "community-manager", "administrator"]);
});
afterAll(() => evening?.end());

test("opening hours are made with holidays, and a target counts in them", async () => {
  const { page } = karen;
  await page.goto(at("settings?part=calendars"));
  await page.getByRole("button", { name: "Add opening hours" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Office");
  await dialog.getByLabel("Opens").first().fill("8");
  const year = new Date().getFullYear();
  await dialog.getByText("No holidays: it goes by the week alone").waitFor();
  await dialog.getByRole("button", { name: `Denmark ${year + 1}` }).click();
  await dialog.getByText("Good Friday").waitFor();
  await dialog.getByText("A message that comes now is due").waitFor();
  await dialog.getByRole("button", { name: "Add hours" }).click();
  await dialog.getByRole("button", { name: "Sat", exact: true }).last().waitFor();
  await dialog.getByRole("button", { name: "Mon", exact: true }).last().click();
  await dialog.getByText("overlap on").waitFor();
  expect(await dialog.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
  await dialog
    .getByRole("button", { name: /^Remove: / })
    .nth(1)
    .click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Mon–Fri 08:00–17:00").waitFor();

  await page.goto(at("settings?part=targets"));
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Answered within").fill("2 h");
  await page.getByRole("button", { name: /Opening hours/u }).click();
  await page.getByRole("option", { name: "Office" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByText("in Office").waitFor();
});

test("what is abusive is folded in the list and in the thread, and opened with one key", async () => {
  const { page } = karen;
  await evening.arrive(
    ...["You are all c*nts", "Hvornår åbner porten?"].map((text, index) => ({
      externalId: `folded-${index}`,
      channel: "instagram:fest",
      kind: "comment",
      author: { handle: `visitor${index}`, name: `Maja Holm ${index}` },
      text,
      lang: index === 0 ? "en" : "da",
      at: new Date(Date.now() - 60_000).toISOString(),
    })),
  );
  await page.goto(at("flow"));
  await row(page, "hidden: hard to read").click();
  await opened(page).getByText("May be hard to read.").waitFor();
  expect(await page.getByText("c*nts").count()).toBe(0);
  await page.keyboard.press("v");
  await opened(page).getByText("You are all c*nts").waitFor();
  await row(page, "You are all c*nts").waitFor();
});

test("a template is found while writing, in the language of the one who is answered", async () => {
  const { page } = karen;
  const wording = (id: string, lang: string, text: string) => ({ id, name: "Gates", lang, text });
  await evening.command("policy.templates", {
    templates: [
      wording("1", "en", "Hi {first}, gate 3 is east {tag}"),
      wording("2", "da", "Hej {first}, port 3 er mod øst {tag}"),
    ],
  });
  await page.goto(at("flow"));
  await open(page, "Hvornår åbner porten?");
  await composer(page).pressSequentially("/gat");
  await page.getByRole("option", { name: /Danish/u }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => composer(page).inputValue()).toBe("Hej Maja, port 3 er mod øst #sommerfest27");
  await composer(page).pressSequentially(" /");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  expect(await composer(page).inputValue()).toBe("Hej Maja, port 3 er mod øst #sommerfest27 /");
});

test("how long things lie where is set in days", async () => {
  const { page } = karen;
  await page.goto(at("settings?part=desk"));
  const days = page.getByLabel("Closed items go to the archive after");
  await expect.poll(() => days.inputValue()).toBe("30");
  await days.fill("0");
  await page.getByText("A number from 1 to 3650").waitFor();
  await days.fill("14");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Save" }).waitFor({ state: "detached" });
  await page.reload();
  await expect.poll(() => days.inputValue()).toBe("14");
  expect(await page.getByLabel("The log goes back").inputValue()).toBe("90");
});

test("somebody's hours and the end of their access are set, and what goes with them is said", async () => {
  const { page } = karen;
  const jonas = await evening.join("Jonas", ["community-manager"]);
  const items = [...(await itemsOnDesk(evening)).keys()];
  await evening.direct("item.assign", { item: items[0], to: (await peopleOnDesk(evening)).get("Jonas") });
  await page.goto(at("settings?part=people"));
  await page.getByRole("button", { name: "Edit Jonas" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add hours" }).click();
  await dialog.getByLabel("Access ends").fill("2099-07-04T23:00");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("access until").waitFor();
  await page.getByRole("button", { name: "Edit Jonas" }).click();
  await dialog.getByRole("button", { name: "Remove from the desk" }).click();
  await dialog.getByText("Their 1 open item goes back to the queue.").waitFor();
  await dialog.getByRole("button", { name: "Yes, remove them" }).click();
  await jonas.page.getByText("You no longer have a part in this desk.").waitFor();
  await page.getByRole("button", { name: "Edit Karen" }).click();
  await dialog.getByText("The desk's only administrator").waitFor();
  expect(karen.errors).toEqual([]);
});

test("a token is made with an end, gets another name and keeps its end; what cannot be fetched is asked for again", async () => {
  const { page } = karen;
  await page.route("**/tokens", (route) => route.abort());
  await page.goto(at("settings?part=tokens"));
  await page.getByRole("alert").getByText("The server does not answer").waitFor();
  await page.unroute("**/tokens");
  await page.getByRole("button", { name: "Try again" }).click();

  await page.getByRole("button", { name: "Make a token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What it is for").fill("Ticket shop");
  await dialog.getByLabel("Access ends").fill("2099-07-04T06:00");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await dialog.getByText("shown now and never again").waitFor();
  await dialog.getByRole("button", { name: "Done" }).click();
  const token = page.getByRole("listitem").filter({ hasText: "Ticket shop" });
  await token.getByText(/never used · ends .*2099.*06:00/u).waitFor();
  await token.getByRole("button", { name: "Edit" }).click();
  await dialog.getByLabel("What it is for").fill("Ticket office");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Ticket office" })
    .getByText(/ends .*2099.*06:00/u)
    .waitFor();
});
