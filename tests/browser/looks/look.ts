import type { Page } from "playwright-core";
import { expect } from "vitest";
import { handsOff, type viewports } from "../../fixtures/browser.ts";

/** One look at the console: a screen in a state. */
export interface Look {
  readonly name: string;
  /** The screen, as it stands in the address behind the desk. */
  readonly path: string;
  /** What has to stand there before anything is done. */
  readonly ready: string | RegExp;
  /** What is done there first. It leaves the desk as it was: the same is done at both widths at once. */
  readonly act?: (page: Page) => Promise<unknown>;
  /** What has to be undone afterwards, as it would stay when one goes elsewhere. */
  readonly leave?: (page: Page) => Promise<unknown>;
  /** The part of the page that is judged, as CSS finds it, where all else has been. Absent: the page. */
  readonly within?: string;
  /** Only where there is room for it, or only where there is not. */
  readonly only?: keyof typeof viewports;
}

/** The dialog that stands. */
export const dialog = (page: Page) => page.getByRole("dialog").first();

/** Asks something by its keys, with hands and focus off every field. */
export const byKeys =
  (...keys: string[]) =>
  async (page: Page) => {
    await handsOff(page);
    await page.getByRole("row").first().waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await dialog(page).waitFor();
  };

/** Asks something that has no key of its own by the search for commands. */
export const byName = (command: string) => async (page: Page) => {
  await handsOff(page);
  await page.keyboard.press("Control+k");
  const search = page.getByRole("dialog", { name: "Everything you can do" });
  await search.getByRole("searchbox").fill(command);
  await search.locator("[role=menuitem][data-focused]").filter({ hasText: command }).waitFor();
  await page.keyboard.press("Enter");
  await search.waitFor({ state: "detached" });
  await dialog(page).waitFor();
};

/** Presses a button of the screen, after which a dialog or a menu stands. */
export const byButton =
  (name: string | RegExp, opens: "dialog" | "menu" = "dialog") =>
  async (page: Page) => {
    await page.getByRole("main").getByRole("button", { name }).first().click();
    await page.getByRole(opens).first().waitFor();
  };

/** Opens the item of a row, the first one if nothing is said of it, and waits until what was written is there. */
export async function openRow(page: Page, text?: string): Promise<void> {
  const rows = page.getByRole("row");
  await (text === undefined ? rows : rows.filter({ hasText: text })).first().click();
  await page.getByRole("article").getByRole("region", { name: "Messages" }).getByRole("listitem").first().waitFor();
}

/** Opens an item and puts a text into its reply. */
export const withReply = (text: string, shows: string | RegExp) => async (page: Page) => {
  await openRow(page);
  await page.getByRole("article").getByRole("textbox").fill(text);
  await page.getByRole("article").getByText(shows).first().waitFor();
};

/** Puts away what stands over the screen, one thing over another, and takes the hands off what opened it. */
export async function putAway(page: Page): Promise<void> {
  const over = page.locator("[role=dialog], [role=menu], [role=listbox]");
  // Again where it was pressed while the keyboard was on its way to what had just come.
  await expect
    .poll(
      async () => {
        const left = await over.count();
        if (left > 0) await page.keyboard.press("Escape");
        return left;
      },
      { timeout: 10_000 },
    )
    .toBe(0);
  await handsOff(page);
}
