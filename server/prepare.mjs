// Makes a fresh clone ready: installs from the lock file and builds the console, each only when it is out of date.
// Plain JavaScript, because it runs before anything is installed, on whatever Node the machine has.
// Writes to stderr only, so that what a command prints on stdout stays its own.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const inRoot = (...parts) => join(root, ...parts);
const bundledNode = inRoot("node_modules", ".bin", "node");

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...options });
  return result.status === 0;
}

/** Holds the folder so that two commands started at once do not install over each other. */
function withLock(work) {
  const lock = inRoot(".prepare.lock");
  const deadline = Date.now() + 300_000;
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      let holder = 0;
      try {
        holder = Number(readFileSync(join(lock, "pid"), "utf8"));
      } catch {}
      let alive = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 2_000;
      if (holder > 0) {
        try {
          process.kill(holder, 0);
          alive = true;
        } catch (gone) {
          alive = gone.code === "EPERM";
        }
      }
      if (!alive) {
        rmSync(lock, { recursive: true, force: true });
        continue;
      }
      if (Date.now() > deadline)
        fail("Another Flowdesk command has been installing for five minutes. Remove .prepare.lock if that is not so.");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function installWhenNeeded() {
  const wanted = createHash("sha256")
    .update(readFileSync(inRoot("package-lock.json")))
    .digest("hex");
  const stamp = inRoot("node_modules", ".installed-from");
  const installed = () => existsSync(bundledNode) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (installed()) return;
  withLock(() => {
    if (installed()) return;
    process.stderr.write("Installing what Flowdesk needs (once) …\n");
    const npm = process.env.npm_execpath;
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    const ok = npm ? run(process.execPath, [npm, ...args]) : run("npm", args);
    if (!ok)
      fail(
        "The packages could not be installed: see the lines above. Is there a connection to the package registry, and room on the disk?",
      );
    writeFileSync(stamp, wanted);
  });
}

/** A fingerprint of everything the built console depends on: names, sizes and contents of the sources. */
function consoleFingerprint() {
  const hash = createHash("sha256");
  const visit = (path) => {
    const entry = statSync(path);
    if (entry.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of ["client/src", "client/index.html", "client/vite.config.ts", "shared/src", "package-lock.json"]) {
    if (existsSync(inRoot(path))) visit(inRoot(path));
  }
  return hash.digest("hex");
}

function buildConsoleWhenStale() {
  const stamp = inRoot("client", "dist", ".built-from");
  const wanted = consoleFingerprint();
  const built = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (built()) return;
  withLock(() => {
    if (built()) return;
    process.stderr.write("Building the console …\n");
    const vite = inRoot("node_modules", "vite", "bin", "vite.js");
    const ok = run(bundledNode, [vite, "build", "--logLevel", "warn"], { cwd: inRoot("client") });
    if (!ok) fail("The console could not be built: see the lines above.");
    writeFileSync(stamp, wanted);
  });
}

installWhenNeeded();
if (process.argv.includes("--console")) buildConsoleWhenStale();
