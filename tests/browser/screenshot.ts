import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { handsOff, launchBrowser, sit, viewports } from "../fixtures/browser.ts";
import { demonstrate } from "../fixtures/demonstration.ts";

/**
 * Takes the README's picture of Flow: `npm run screenshot`. The demonstration as the first start makes it, with a reply
 * half written in which a hashtag is nearly right.
 */
const picture = fileURLToPath(new URL("../../docs/flow.png", import.meta.url));

const demo = await demonstrate();
const browser = await launchBrowser();
try {
  const look = { viewport: viewports.desktop, deviceScaleFactor: 1.4, colorScheme: "light" } as const;
  const leads = await sit(browser, "Karen Møller", look);
  const { page } = leads;
  await demo.enter(page, "flow-manager");
  await page.getByRole("row").first().waitFor();
  await page.getByRole("row").first().click();
  const reply = page.getByRole("article").getByRole("textbox");
  await reply.fill("Hej! Ja, der er plads. Sig til ved platformen til højre, så hjælper vi jer på plads #sommerfst27");
  await page.getByText("#sommerfst27: did you mean").waitFor();
  await handsOff(page);
  await page.waitForTimeout(5_000);
  writeFileSync(picture, await page.screenshot());
} finally {
  await browser.close();
  await demo.end();
}
