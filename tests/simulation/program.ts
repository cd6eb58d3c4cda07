import type { Answer } from "@flowdesk/server/desk/desk-service.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import type { Ledger } from "./ledger.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import { Place, type VirtualTime } from "./virtual-time.ts";

/** A program waits so long for an answer before it sends the same again, in ms. */
const patience = 2_500;
/** Answers after which the same is sent again. */
const again = new Set(["desk.unavailable", "storage.full", "too.many"]);

export interface ProgramOptions {
  /** The member that its token is. */
  readonly member: string;
  readonly seed: number;
  readonly time: VirtualTime;
  readonly ledger: Ledger;
  readonly anyNode: () => SimulatedNode | null;
}

/** A program that uses the desk over HTTP: a source that posts messages, or a robot that gives commands. */
export class Program {
  /** What has not been answered. */
  outstanding = 0;
  readonly #options: ProgramOptions;
  readonly #place: Place;

  constructor(options: ProgramOptions) {
    this.#options = options;
    this.#place = new Place(options.member, options.seed);
  }

  /** Gives a command under an id of the program's own choice, again and again until it is answered. */
  command(id: string, type: string, data: object): void {
    const { member, ledger } = this.#options;
    const sent = ledger.sent(member, id, type, data);
    this.#insist(
      (node) => node.submit(member, { id, type, data, lane: "people" }),
      (answer) => {
        sent.answers.push(answer as CommandAnswer);
        return !answer.ok && again.has(answer.error.code);
      },
    );
  }

  /** Posts messages, again and again until each is there. */
  post(messages: readonly IncomingMessage[]): void {
    const { member, ledger } = this.#options;
    this.#insist(
      (node) => node.receive(member, messages),
      (answers) => {
        if (answers.some((answer) => !answer.ok && again.has(answer.error.code))) return true;
        for (const [at, answer] of answers.entries()) {
          const message = messages[at];
          const isThere = answer.ok || answer.error.code === "nothing.to.do";
          if (message !== undefined && isThere && message.deleted !== true) ledger.delivered.push(message);
        }
        return false;
      },
    );
  }

  /** Asks some node until `take` wants no more. Requests and answers can be lost on the way. */
  #insist<T extends Answer | readonly Answer[]>(
    ask: (node: SimulatedNode) => Promise<T>,
    take: (answer: T) => boolean,
  ): void {
    const { time, anyNode } = this.#options;
    const { random } = this.#place;
    this.outstanding++;
    const attempt = () => {
      let isSettled = false;
      const settle = (isAgain: boolean) => {
        if (isSettled) return;
        isSettled = true;
        if (isAgain) time.after(random.between(100, 600), attempt);
        else this.outstanding--;
      };
      time.after(patience, () => settle(true));
      const node = anyNode();
      if (node === null || random.chance(0.03)) return;
      const isLost = random.chance(0.05);
      const back = (what: () => void) => time.after(random.between(1, 15), what);
      time.after(
        random.between(1, 15),
        () => {
          ask(node).then(
            (answer) => {
              if (isLost) return;
              back(() => {
                if (!isSettled) settle(take(answer));
              });
            },
            () => back(() => settle(true)),
          );
        },
        node.place,
      );
    };
    attempt();
  }
}
