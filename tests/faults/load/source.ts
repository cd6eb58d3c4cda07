import type { Random } from "@flowdesk/server/intake/sources/simulator/random.ts";
import type { MessagesAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { pause } from "../../bench/clock.ts";
import type { Ledger } from "./ledger.ts";
import type { Service } from "./service.ts";

/** A batch is given up on one server after so many ms, and sent to another. */
const patience = 12_000;

export interface SourceDeps {
  readonly name: string;
  readonly desk: string;
  readonly token: string;
  readonly origins: readonly string[];
  readonly ledger: Ledger;
  readonly service: Service;
  readonly random: Random;
}

/** Brings messages in batch by batch, and each batch again until it is acknowledged. */
export class Source {
  readonly #deps: SourceDeps;
  #number = 0;
  #isSending = false;

  constructor(deps: SourceDeps) {
    this.#deps = deps;
  }

  /** Whether something waits for its acknowledgement. */
  get isSending(): boolean {
    return this.#isSending;
  }

  async run(): Promise<never> {
    const { service, random } = this.#deps;
    for (;;) {
      if (service.isOn) {
        this.#isSending = true;
        await this.#send(Array.from({ length: 1 + random.below(90) }, () => this.#message()));
        this.#isSending = false;
      }
      await pause(random.between(10, 60));
    }
  }

  async #send(messages: readonly IncomingMessage[]): Promise<void> {
    const { desk, token, origins, ledger, service, random } = this.#deps;
    for (;;) {
      try {
        const response = await fetch(`${random.pick(origins)}/api/desks/${desk}/messages`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify({ messages }),
          signal: AbortSignal.timeout(patience),
        });
        if (response.status === 200) {
          const { accepted, duplicates, refusals } = (await response.json()) as MessagesAnswer;
          if (accepted + duplicates !== messages.length)
            ledger.note("lost", `of ${messages.length} messages ${accepted + duplicates}: ${JSON.stringify(refusals)}`);
          service.acknowledged();
          ledger.received(messages.map(({ externalId }) => externalId));
          return;
        }
        const { error } = (await response.json()) as { error: { code: string } };
        service.askedAgain(`${response.status} ${error.code}`);
        if (response.status !== 503) ledger.note("lost", `messages were answered ${response.status} ${error.code}`);
      } catch {
        service.askedAgain("no answer");
      }
      await pause(random.between(50, 250));
    }
  }

  /** Four in five belong to conversations of some twenty messages. */
  #message(): IncomingMessage {
    const { name, random } = this.#deps;
    const number = ++this.#number;
    const isDm = random.chance(0.8);
    return {
      externalId: `${name}-${number}`,
      channel: random.pick(["x:festival", "instagram:festival", "facebook:festival"]),
      kind: isDm ? "dm" : "mention",
      author: { handle: isDm ? `${name}-guest-${Math.floor(number / 60)}` : `${name}-${number}` },
      text: `Hvornår åbner indgang ${number}?`,
      at: new Date().toISOString(),
    };
  }
}
