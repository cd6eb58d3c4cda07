import { openDesks } from "@flowdesk/server/compose.ts";
import type { ChangesAnswer } from "@flowdesk/shared/protocol/http.ts";
import { deskWithTokens } from "../fixtures/served.ts";
import { Helper } from "./load/helper.ts";
import type { Fill, Flood, Posted, Stream } from "./load/poster.ts";
import { type Engine, openPlace, type Place } from "./place.ts";
import { type ServerUnderTest, startServer } from "./server-under-test.ts";

/** Most changes that are asked for at once. */
const page = 500;

/** A desk on a server of its own, with what brings messages into it. */
export class DeskUnderTest {
  readonly id = "bench";
  /** The roles that follow: two views, as the analyst sees no conversations. */
  readonly tokens: readonly string[];
  readonly place: Place;
  readonly #source: string;
  readonly #poster = Helper.start("poster");
  readonly #profile: string | undefined;
  server: ServerUnderTest;

  private constructor(made: Made) {
    this.tokens = made.tokens;
    this.place = made.place;
    this.server = made.server;
    this.#source = made.source;
    this.#profile = made.profile;
  }

  static async open(engine: Engine, profile: string | undefined): Promise<DeskUnderTest> {
    const place = await openPlace(engine);
    const [source = "", ...tokens] = await deskWithTokens(
      place,
      "bench",
      "source",
      "flow-manager",
      "community-manager",
      "analyst",
    );
    await addTeam(place);
    const server = await startServer(place, profile);
    return new DeskUnderTest({ tokens, source, place, server, profile });
  }

  get origin(): string {
    return this.server.origin;
  }

  /** Brings exactly so many new items in. */
  async fill(count: number): Promise<void> {
    const fill: Fill = { ...this.#target("fill"), count };
    const { accepted } = await this.#poster.ask<Posted>("fill", fill);
    if (accepted !== count) throw new Error(`${accepted} of ${count} messages were taken`);
  }

  /** Brings in as many new items as will go, for so long in ms. */
  flood(lasts: number): Promise<Posted> {
    const flood: Flood = { ...this.#target("flood"), connections: 4, batch: 500, warmUp: 500, lasts };
    return this.#poster.ask<Posted>("flood", flood);
  }

  /** Brings new items in at a rate per second, for so long in ms. */
  stream(rate: number, lasts: number, posts = 50): Promise<Posted> {
    const stream: Stream = { ...this.#target("live"), rate, lasts, posts };
    return this.#poster.ask<Posted>("stream", stream);
  }

  /** Its newest changes, oldest of them first, and the number of the last. */
  async changes(most = page): Promise<ChangesAnswer> {
    const { head } = await this.#changes(0, 1);
    return this.#changes(Math.max(0, head - most), Math.min(most, page));
  }

  async head(): Promise<number> {
    return (await this.#changes(0, 1)).head;
  }

  /** Stops the server and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.server.stop();
    this.server = await startServer(this.place, this.#profile);
  }

  async end(): Promise<void> {
    await this.#poster.end();
    await this.server.stop();
    await this.place.remove();
  }

  async #changes(since: number, limit: number): Promise<ChangesAnswer> {
    const response = await fetch(`${this.origin}/api/desks/${this.id}/changes?since=${since}&limit=${limit}`, {
      headers: { authorization: `Bearer ${this.tokens[0]}` },
    });
    if (!response.ok) throw new Error(`The log could not be read: ${await response.text()}`);
    return (await response.json()) as ChangesAnswer;
  }

  #target(run: string) {
    return { origin: this.origin, desk: this.id, token: this.#source, run };
  }
}

/** People of a desk that is no one-person desk. */
async function addTeam(place: Place): Promise<void> {
  const desks = await openDesks(place);
  try {
    for (const name of ["Karen", "Jonas", "Sofie", "Amir"]) {
      const member = { member: name.toLowerCase(), name, user: `bench-${name}`, roles: ["community-manager"] };
      const answer = await desks.command("bench", "member.add", member);
      if (!answer.ok) throw new Error(`${name} was not added: ${answer.error.message}`);
    }
  } finally {
    await desks.close();
  }
}

interface Made {
  readonly tokens: readonly string[];
  readonly source: string;
  readonly place: Place;
  readonly server: ServerUnderTest;
  readonly profile: string | undefined;
}
