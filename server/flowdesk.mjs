import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";

/**
 * What `npm start` and `npm run flowdesk` run: the command line in `src/main.ts`, compiled once. Reading and compiling the
 * sources is most of what a start takes; the second time it is half of it. In plain JavaScript, as what takes the types
 * out of TypeScript stays in memory once it is loaded, some 15 MB of it, and is not needed for what is kept.
 */
const { directory } = enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/flowdesk", import.meta.url)));
// The threads that it starts share it.
if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= directory;
// `npm start` gives what is young little room (`--max-semi-space-size=8`, in MB): a console's frame or a batch is let go of
// at once, and with what Node takes by itself a server held 50 MB more. Threads that start later would take the option over
// their own limits, so it is put back to none.
v8.setFlagsFromString("--max-semi-space-size=0");
await import("./src/main.ts");
