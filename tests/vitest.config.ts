import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Most of what a test with a server or a storage thread takes is reading and stripping sources, each time anew: all
// processes and threads of a run share what has been compiled, as those of a server do.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../node_modules/.cache/flowdesk", import.meta.url));

/** The project's own tests: they need nothing but the checkout. Tests on external data have a configuration of their own. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    include: ["{shared,server,client,contract,simulation,browser,bench}/**/*.test.{ts,tsx}"],
    globalSetup: "./fixtures/postgres-setup.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is asked again and again is waited for as long as a page is: a second is soon gone on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    // A browser on a shared machine can be late once; twice is a fault.
    retry: process.env.CI ? 1 : 0,
    reporters: process.env.CI ? ["default", ["json", { outputFile: "output/tests.json" }]] : ["default"],
  },
});
