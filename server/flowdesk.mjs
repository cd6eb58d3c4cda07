import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * What `npm start` and `npm run flowdesk` run: the command line in `src/main.ts`, compiled once. Reading and compiling the
 * sources is most of what a start takes; the second time it is half of it. In plain JavaScript, as what takes the types
 * out of TypeScript stays in memory once it is loaded, some 15 MB of it, and is not needed for what is kept.
 */
const { directory } = enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/flowdesk", import.meta.url)));
// The threads that it starts share it.
if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= directory;
await import("./src/main.ts");
