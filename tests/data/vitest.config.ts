import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests against the external data beside the checkout (../shared/data); run where it is present. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    include: ["**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
    reporters: process.env.CI ? ["default", ["json", { outputFile: "../output/data.json" }]] : ["default"],
  },
});
