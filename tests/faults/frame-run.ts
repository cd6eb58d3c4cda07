import { deskWithTokens, mention, postMessages, serve, temporaryFolder } from "../fixtures/served.ts";
import { type Thrown, throwFrames } from "./frames.ts";

export interface FrameRun extends Thrown {
  /** What went wrong: nothing, if all is well. */
  readonly problems: readonly string[];
}

/** Throws frames at a server of its own, and looks whether it then serves as before. */
export async function runFrames(frames: number, seed: number, told: (frames: number) => void): Promise<FrameRun> {
  const folder = temporaryFolder();
  const desk = "frames";
  try {
    const [source = "", token = ""] = await deskWithTokens(folder.path, desk, "source", "flow-manager");
    const served = await serve(folder.path, { args: ["--no-demo"] });
    const problems: string[] = [];
    try {
      const thrown = await throwFrames({ origin: served.origin, desk, token, frames, seed, told });
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
    folder.remove();
  }
}
