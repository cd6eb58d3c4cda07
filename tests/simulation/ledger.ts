import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";

/** A command that was sent, once or again and again under its id, with every answer that came. */
export interface SentCommand {
  readonly by: string;
  readonly id: string;
  readonly type: string;
  readonly said: string;
  readonly answers: CommandAnswer[];
}

/** Changes as they came down to a console, before it has done anything with them. */
export interface HeardFrame {
  readonly member: string;
  readonly console: string;
  readonly from: number;
  readonly to: number;
  readonly changes: ReadonlyArray<{ readonly seq: number }>;
}

/** Everything that the people and programs of a world have sent and heard, as they would bear witness to it. */
export class Ledger {
  readonly frames: HeardFrame[] = [];
  /** Messages that a source was told of: accepted, or there already. */
  readonly delivered: IncomingMessage[] = [];
  /** What must never happen, as soon as it has. */
  readonly alarms: string[] = [];
  readonly #commands = new Map<string, SentCommand>();

  get commands(): Iterable<SentCommand> {
    return this.#commands.values();
  }

  /** Notes that a command goes out, for the first time or again. */
  sent(by: string, id: string, type: string, data: object): SentCommand {
    const said = JSON.stringify([type, data]);
    const key = `${by}\n${id}\n${said}`;
    let command = this.#commands.get(key);
    if (command === undefined) {
      command = { by, id, type, said, answers: [] };
      this.#commands.set(key, command);
    }
    return command;
  }

  alarm(what: string): void {
    this.alarms.push(what);
  }
}
