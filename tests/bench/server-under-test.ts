import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import { freePort } from "../fixtures/free-port.ts";
import { pause } from "./clock.ts";
import type { Probed } from "./load/watched.ts";
import type { Place } from "./place.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What `npm start` gives Node: its options, the script and the command. */
const [, ...started] = manifest.scripts.start.split(" ");
const compiled = fileURLToPath(new URL("../../node_modules/.cache/flowdesk", import.meta.url));
const probe = new URL("./load/probe.ts", import.meta.url).href;

/** The server as it is started for people, with a probe in it. */
export interface ServerUnderTest {
  readonly origin: string;
  readonly port: number;
  /** The link by which the first administrator signs in. */
  readonly signInLink: string;
  /** What it took since it was last asked. */
  probe(): Promise<Probed>;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): void;
}

/** Starts the server on what it keeps its desks in. With `profile`, a folder, it leaves a CPU profile of each thread there. */
export async function startServer(
  { data, database }: Pick<Place, "data" | "database">,
  profile: string | undefined,
): Promise<ServerUnderTest> {
  const port = await freePort();
  if (profile !== undefined) mkdirSync(profile, { recursive: true });
  const profiling = profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", profile];
  const where = ["--data", data, ...(database === undefined ? [] : ["--database", database])];
  const child = spawn(
    process.execPath,
    ["--import", probe, ...profiling, ...started, ...where, "--port", String(port)],
    // The probe is read before the server says where it keeps what is compiled: from there too, to leave nothing behind.
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, FLOWDESK_LOG: "warn", NODE_COMPILE_CACHE: compiled },
    },
  );
  let output = "";
  const take = (chunk: Buffer) => {
    if (output.length < 100_000) output += chunk.toString();
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The server ended with ${end}:\n${output}`);
    const isReady = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) break;
    await pause(25);
  }
  return {
    origin,
    port,
    get signInLink() {
      const link = /http:\S+\/enter#\S+/u.exec(output)?.[0];
      if (link === undefined) throw new Error(`The server printed no link to sign in by:\n${output}`);
      return link;
    },
    probe: async () => {
      // An end of the server ends the waiting, too.
      const ended = new AbortController();
      const end = () => ended.abort(new Error(`The server has ended:\n${output}`));
      child.once("exit", end);
      const answered = once(child, "message", { signal: ended.signal });
      child.send("probe");
      const [probed] = (await answered) as [Probed];
      child.off("exit", end);
      return probed;
    },
    kill: () => child.kill("SIGKILL"),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
