import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
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

/** Zod brings the making of JSON Schema with every schema; the console makes none. */
const noJsonSchema: Plugin = {
  name: "no-json-schema",
  enforce: "pre",
  async load(id) {
    const [file = id] = id.split("?");
    if (!/\/zod\/v4\/core\/(?:to-json-schema|json-schema-(?:processors|generator))\.js$/.test(file)) return null;
    const source = await readFile(file, "utf8");
    const names = source.matchAll(/^export (?:const|function|class) (\w+)/gm);
    return [...names].map(([, name]) => `export const ${name} = () => undefined;`).join("\n");
  },
};

const packed = { br: promisify(brotliCompress), gz: promisify(gzip) };
const hardest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Lays each file down in less beside itself, packed once as hard as can be: the server has no such time at a request. */
const lessBeside: Plugin = {
  name: "less-beside",
  apply: "build",
  async writeBundle({ dir = "" }, bundle) {
    const names = Object.keys(bundle).filter((name) => /^assets\/.*\.(?:js|css|svg)$/.test(name));
    await Promise.all(
      names.map(async (name) => {
        const file = bundle[name];
        const content = Buffer.from((file?.type === "chunk" ? file.code : file?.source) ?? "");
        const [br, gz] = await Promise.all([packed.br(content, hardest), packed.gz(content, { level: 9 })]);
        // Of what is tiny nothing is gained.
        if (br.length < content.length) await writeFile(join(dir, `${name}.br`), br);
        if (gz.length < content.length) await writeFile(join(dir, `${name}.gz`), gz);
      }),
    );
  },
};

/** The console's build: for browsers of the last years, into `dist`, which the server serves. */
export default defineConfig({
  plugins: [spokenOnly, noStandIns, noJsonSchema, react(), tailwindcss(), lessBeside],
  build: { target: "es2023", outDir: "dist", assetsInlineLimit: 0 },
});
