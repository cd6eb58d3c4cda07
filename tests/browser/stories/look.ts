import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";

/** Takes pictures of the console in every width, theme and fullness: `node tests/browser/stories/look.ts [NAME…]`. */
const built = fileURLToPath(new URL("../../output/stories/", import.meta.url));
const out = fileURLToPath(new URL("../../output/look/", import.meta.url));
mkdirSync(out, { recursive: true });

const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  const file = extname(path) === "" ? "index.html" : path;
  try {
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
    response.end(readFileSync(join(built, file)));
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
const port = typeof address === "object" && address !== null ? address.port : 0;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly narrow?: boolean;
  readonly dark?: boolean;
  readonly language?: string;
  readonly keys?: readonly string[];
  readonly click?: string;
}

const shots: readonly Shot[] = [
  { name: "flow-busy", path: "/desks/fest/flow?desk=busy", keys: ["j", "j", "Enter"] },
  { name: "flow-busy-dark", path: "/desks/fest/flow?desk=busy", keys: ["j", "j", "j", "j", "Enter"], dark: true },
  { name: "flow-empty", path: "/desks/fest/flow?desk=empty" },
  { name: "flow-flooded", path: "/desks/fest/flow?desk=flooded", keys: ["j", "x", "j", "x", "j", "x"] },
  { name: "flow-alone", path: "/desks/fest/flow?desk=alone", keys: ["j"] },
  { name: "flow-narrow", path: "/desks/fest/flow?desk=busy", narrow: true },
  { name: "flow-narrow-item", path: "/desks/fest/flow?desk=busy", narrow: true, click: "[role=row] >> nth=1" },
  { name: "flow-narrow-dark", path: "/desks/fest/flow?desk=busy", narrow: true, dark: true },
  { name: "my-desk", path: "/desks/fest/my-desk?desk=busy&me=jonas", keys: ["."] },
  { name: "my-desk-dark-da", path: "/desks/fest/my-desk?desk=busy&me=jonas", keys: ["."], dark: true, language: "da" },
  { name: "my-desk-narrow", path: "/desks/fest/my-desk?desk=busy&me=jonas", narrow: true },
  { name: "my-desk-empty", path: "/desks/fest/my-desk?desk=busy&me=aisha" },
  { name: "palette", path: "/desks/fest/flow?desk=busy", keys: ["j", "Control+k"] },
  { name: "assign", path: "/desks/fest/flow?desk=busy", keys: ["j", "a"] },
  { name: "assign-narrow", path: "/desks/fest/flow?desk=busy", narrow: true, keys: ["j", "a"] },
  { name: "deal", path: "/desks/fest/flow?desk=busy", keys: ["d"] },
  { name: "help", path: "/desks/fest/flow?desk=busy", keys: ["?"] },
  { name: "loading", path: "/desks/fest/flow?desk=busy&loading" },
  { name: "offline-nb", path: "/desks/fest/flow?desk=busy&offline", language: "nb" },
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in-narrow-dark", path: "/sign-in", narrow: true, dark: true },
  { name: "invitation", path: "/invitation#token" },
];

const wanted = process.argv.slice(2);
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ["--no-sandbox"],
  headless: true,
});
try {
  for (const shot of shots) {
    if (wanted.length > 0 && !wanted.some((name) => shot.name.startsWith(name))) continue;
    const context = await browser.newContext({
      viewport: shot.narrow === true ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      colorScheme: shot.dark === true ? "dark" : "light",
      hasTouch: shot.narrow === true,
      isMobile: shot.narrow === true,
    });
    const language = shot.language ?? "en";
    await context.addInitScript((chosen) => {
      localStorage.setItem("flowdesk.settings", JSON.stringify({ language: chosen }));
    }, language);
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(shot.name, String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") console.error(shot.name, message.text());
    });
    await page.goto(`http://127.0.0.1:${port}${shot.path}`);
    await page.waitForSelector("h1, h2, [role=progressbar]");
    await page.waitForTimeout(500);
    if (shot.click !== undefined) await page.locator(shot.click).click();
    for (const key of shot.keys ?? []) await page.keyboard.press(key);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(out, `${shot.name}.png`) });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) console.error(`${shot.name}: ${overflow} px too wide`);
    await context.close();
  }
} finally {
  await browser.close();
  server.close();
}
