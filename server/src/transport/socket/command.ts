import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { type CommandAnswer, commandSchema } from "@flowdesk/shared/protocol/command.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import type { Answer } from "../../desk/desk-service.ts";
import { tidy } from "../tidy.ts";
import { type Connection, mostInFlight } from "./connection.ts";
import type { SocketDeps } from "./socket-deps.ts";

const unknownDesk = refused("desk.unknown", "There is no such desk, or you have no part in it.");

/** `command`: exactly one answer (rule D3), once it is committed or refused. */
export async function takeCommand(
  connection: Connection,
  deps: SocketDeps,
  data: unknown,
  acknowledge: (answer: CommandAnswer) => void,
): Promise<void> {
  if (connection.isBusy) {
    acknowledge(refused("too.many", `At most ${mostInFlight} commands wait at once; send this one again.`));
    return;
  }
  const answered = connection.begin();
  try {
    acknowledge(answerOf(await submit(connection, deps, data)));
  } catch (error) {
    deps.log.error({ err: error }, "a command could not be handed to its desk");
    acknowledge(refused("desk.unavailable", "The desk cannot answer now. Send the command again with the same id."));
  } finally {
    answered();
  }
}

async function submit(connection: Connection, { feeds, desks }: SocketDeps, data: unknown): Promise<Answer> {
  const tidied = tidy(data);
  if (tidied === null) return refused("command.invalid", "The command is nested too deeply.");
  const read = readBy(commandSchema, tidied.value);
  if (!read.success) return refused("command.invalid", sentenceOf(read.error));
  const { id, desk, type, ...rest } = read.data;
  // Where it follows the desk, the end of a session closes it; elsewhere it is asked for.
  if (!connection.followed.has(desk) && !(await connection.isConfirmed())) {
    connection.signOut();
    return unknownDesk;
  }
  const feed = await feeds.open(desk);
  const member = (await feed?.memberOf(connection.identity)) ?? null;
  if (member === null) return unknownDesk;
  const lane = type === "message.receive" ? "sources" : "people";
  // Each connection has some on their way; all together they are to wait no longer than what comes by HTTP.
  if (lane === "sources" && desks.isBusy(desk))
    return refused("too.many", "More comes than can be written; send this again in a moment.");
  return desks.submit(desk, { id, type, data: rest, actor: { kind: "member", member }, lane });
}

function refused(...[code, message]: Parameters<typeof reject>): Answer & { readonly ok: false } {
  return { ok: false, error: reject(code, message) };
}

function answerOf(answer: Answer): CommandAnswer {
  if (!answer.ok || answer.refused === undefined) return answer as CommandAnswer;
  return { ok: true, seq: answer.seq, refused: [...answer.refused] };
}
