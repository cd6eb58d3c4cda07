import type { Where } from "@flowdesk/server/compose.ts";
import { startPostgres } from "../fixtures/postgres-server.ts";
import { deskWithTokens, mention, postMessages, serve, temporaryFolder } from "../fixtures/served.ts";
import { type Throwing, type Thrown, throwFrames } from "./frames.ts";

export interface FrameRun extends Thrown {
  /** What went wrong: nothing, if all is well. */
  readonly problems: readonly string[];
}

/** Where the server keeps its desks at which frames are thrown. */
export interface FrameTarget {
  readonly where: Where;
  remove(): Promise<void>;
}

/** A data folder of its own. */
export async function sqliteTarget(): Promise<FrameTarget> {
  const folder = temporaryFolder();
  return { where: { data: folder.path }, remove: async () => folder.remove() };
}

/** A PostgreSQL of its own, with a data folder beside it. */
export async function postgresTarget(): Promise<FrameTarget> {
  const postgres = await startPostgres();
  const folder = temporaryFolder();
  return {
    where: { data: folder.path, database: postgres.url("postgres") },
    remove: async () => {
      folder.remove();
      await postgres.remove();
    },
  };
}

/** Throws frames at a server of its own, and looks whether it then serves as before. */
export async function runFrames(
  makeTarget: () => Promise<FrameTarget>,
  throwing: Omit<Throwing, "origin" | "desk" | "token">,
): Promise<FrameRun> {
  const { where, remove } = await makeTarget();
  const desk = "frames";
  try {
    const [source = "", token = ""] = await deskWithTokens(where, desk, "source", "flow-manager");
    const database = where.database === undefined ? [] : ["--database", where.database];
    const served = await serve(where.data, { args: ["--no-demo", ...database] });
    const problems: string[] = [];
    try {
      const thrown = await throwFrames({ ...throwing, origin: served.origin, desk, token });
      if (thrown.unanswered > 0) problems.push(`On ${thrown.unanswered} connections a command got no answer.`);
      for (const leak of thrown.leaks) problems.push(`An answer leaks: ${leak}`);
      if (served.process.exitCode !== null) problems.push(`The server ended:\n${served.output().slice(-2_000)}`);
      else {
        const { body } = await postMessages(served.origin, source, desk, [mention(1)]);
        if (body.accepted !== 1) problems.push(`Afterwards a message was answered ${JSON.stringify(body)}`);
      }
      const faults = served
        .output()
        .split("\n")
        .filter((line) => line.includes('"level":50') || line.includes('"level":60'));
      for (const line of faults.slice(0, 10)) problems.push(`The server's log says: ${line.slice(0, 1_000)}`);
      return { ...thrown, problems };
    } finally {
      await served.kill();
    }
  } finally {
    await remove();
  }
}
