import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** A file of React Aria's own words in a language that the console does not speak. */
const unspoken = /react-(?:aria|stately)[^/]*\/.*\/intl\/.*\/(?!en-US|da-DK|nb-NO)[a-z]{2}-[A-Z]{2}\.m?js$/;

/** React Aria brings its words in thirty languages, a seventh of the script; the console speaks three. */
const spokenOnly: Plugin = {
  name: "spoken-only",
  enforce: "pre",
  load: (id) => (unspoken.test(id.split("?")[0] ?? id) ? "export default {};" : null),
};

/** twitter-text brings stand-ins for what every browser that this build is for has of its own. */
const noStandIns: Plugin = {
  name: "no-stand-ins",
  enforce: "pre",
  load: (id) => (/\/core-js\/modules\//.test(id) ? "" : null),
};

/** The console's build: for browsers of the last years, into `dist`, which the server serves. */
export default defineConfig({
  plugins: [spokenOnly, noStandIns, react(), tailwindcss()],
  build: { target: "es2023", outDir: "dist", assetsInlineLimit: 0 },
});
