import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { hour, instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { demoMember } from "../../account/demo-person.ts";
import { Authority, type AuthorityDeps } from "../../desk/authority.ts";
import type { DeskService } from "../../desk/desk-service.ts";
import { newId } from "../../desk/new-id.ts";
import { loadRoster } from "../../desk/roster.ts";
import type { Store } from "../../desk/store.ts";
import { Clockwork } from "../../jobs/clockwork.ts";
import { arrival } from "../bring-in.ts";
import { mapChannels, nameOfChannel } from "../sources/simulator/channel-map.ts";
import { festival } from "../sources/simulator/scenarios/festival/festival.ts";
import type { Simulations } from "../sources/simulator/simulations.ts";
import { CatchUpTime } from "./catch-up-time.ts";
import { demoDesk } from "./demo-desk.ts";
import { bringInEarlierEvenings } from "./earlier-evenings.ts";
import { putAwayStale } from "./housekeeping.ts";
import { RunSheet } from "./run-sheet.ts";
import { type DemoCommand, type MakeAccount, setUp } from "./set-up.ts";
import { tellTeam } from "./tell-team.ts";

/** The act that opens the main stage: two minutes away when somebody comes. */
const opening = "signe-stormvarslet";
const opensIn = 2 * minute;
/** So much of the evening is behind whoever comes, and of that so much has been played by the colleagues. */
const behind = 40 * minute;
const played = 15 * minute;
/** Where less than that can be played, so much is brought in: nothing of it is over its time yet. */
const fresh = 12 * minute;
/** The desk was set up so long ago, and given its history: neither is what came in tonight. */
const setUpAgo = 3 * hour;
/** The step in which that is played: the shorter the truer, and the longer a start takes. */
const step = 7 * second;
/** Messages a minute, on average: what three colleagues and whoever tries a role can see to. */
const rate = 11;
/**
 * The community manager whose place can be taken has been at work for so long, and has something on their list. Where
 * nobody takes it, they count as away before any of it is over its time, and it goes to the others.
 */
const alreadyAtWork = 5 * minute;
/** What the first evening of a folder is made of. */
const firstSeed = 27;
/** How often the run sheet is looked after, and a new evening begun where one has ended. */
const pace = 5 * second;

export interface DemonstrationDeps {
  readonly store: Store;
  readonly service: DeskService;
  readonly simulations: Pick<Simulations, "start" | "status" | "over">;
  readonly makeAccount: MakeAccount;
  readonly keep: AuthorityDeps["keep"];
  readonly warn: (about: object, message: string) => void;
}

/**
 * The demonstration: a desk in the middle of a simulated evening. What is behind whoever comes has been played by the
 * same simulation, with the same colleagues, that goes on live; only its clock ran faster. Everything in it is a command
 * like any other, and stands in the log with the time at which it is to have been.
 */
export class Demonstration {
  readonly #deps: DemonstrationDeps;
  #sheet: RunSheet | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #commands = 0;
  #run = "";

  private constructor(deps: DemonstrationDeps) {
    this.#deps = deps;
  }

  /** Makes the desk if there is none, and lays an evening around now; resolves when it has come to the present. */
  static async begin(deps: DemonstrationDeps): Promise<Demonstration> {
    const demonstration = new Demonstration(deps);
    await demonstration.#layEvening();
    demonstration.#timer = setInterval(() => demonstration.#look(), pace);
    return demonstration;
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#looking;
  }

  async #layEvening(): Promise<void> {
    const { store, service: live, simulations, makeAccount, keep } = this.#deps;
    const { id: desk } = demoDesk;
    const now = Date.now();
    await store.createDesk({ ...demoDesk, policy: firstPolicy, demonstration: true }, instant(now - setUpAgo));
    const before = await store.copy(desk);
    if (before === null) throw new Error("The demonstration's desk could not be made.");
    // The act begins on a whole minute, as acts do.
    const act = festival.programme.find(({ id }) => id === opening);
    const actAt = Math.round((now + opensIn) / minute) * minute;
    const begins = actAt - (act?.at ?? 0) * minute;
    this.#run = `demo-${newId()}`;

    const authorityAt = (at: () => number) => new Authority({ store, now: at, newId, committed: () => {}, keep });
    const isNew = before.head.seq === 0;
    const earlier = authorityAt(() => now - setUpAgo);
    const asEarlier = this.#commandOf(earlier);
    await setUp(before.state, festival, asEarlier, makeAccount);
    if (isNew) {
      const team = await loadRoster(store, desk);
      await tellTeam(earlier, desk, (id) => team?.roster.member(id));
    }
    const map = mapChannels(festival, festival.channels.map(nameOfChannel));
    if (isNew && map !== null)
      await bringInEarlierEvenings({ service: earlier, store, desk }, festival, map, begins, asEarlier);
    await earlier.drain();

    // What stands in the log already is not gone back behind.
    const head = await store.head(desk);
    const start = Math.max(now - played, Math.min(now, head === null ? now : millis(head.at)));
    const time = new CatchUpTime(start);
    const past = authorityAt(() => time.now());
    const service = new Changeover(past);
    const command = this.#commandOf(service);
    if (!isNew) await putAwayStale(before.state, command, start);
    const sheet = new RunSheet(festival, this.#run, begins);
    this.#sheet = sheet;
    await sheet.plan(command, demoMember("producer"), start);
    simulations.start(
      {
        desk,
        scenario: festival,
        seed: isNew ? firstSeed : Math.floor(now / hour) % 100_000,
        speed: 1,
        rate,
        team: true,
        from: (start - begins) / minute,
        // What is longer ago, and what the log has been past already, is brought in at once instead.
        lead: (start > now - played ? fresh : behind - played) / minute,
        begins: clockOf(begins),
      },
      { service, time },
    );
    const policy = (await store.copy(desk))?.state.desk.policy ?? firstPolicy;
    const clockwork = () =>
      new Clockwork({
        store,
        service: past,
        policyOf: () => Promise.resolve(policy),
        now: () => time.now(),
        failed: (_desk, error) => this.#deps.warn({ desk, err: String(error) }, "the demonstration's timers failed"),
      });
    let hasCome = false;
    const each = async (at: number) => {
      if (!hasCome && at >= now - alreadyAtWork) {
        hasCome = true;
        await command("member.shift", { member: demoMember("community-manager"), shift: "on" });
      }
      const timers = clockwork();
      timers.wind(desk);
      await timers.stop();
      await sheet.putOut(command, at);
    };
    await this.#bringInOverlooked(service, now);
    await time.run({ loops: 2, step, each, over: simulations.over(desk) });
    await past.drain();
    service.change(live);
    time.arrive();
  }

  /** One that everybody has overlooked: over its time when somebody comes, on the channel that nobody has. */
  async #bringInOverlooked(service: DeskService, now: number): Promise<void> {
    const [channel] = festival.channels.filter(({ platform }) => platform === "youtube").map(nameOfChannel);
    if (channel === undefined) return;
    const message = {
      externalId: `sim-${this.#run}-overlooked`,
      channel,
      kind: "comment",
      author: { handle: "ebba_och_rullen", name: "Ebba Lindqvist" },
      text: "Vi är fyra på väg, en i rullstol. Finns det plats kvar på plattformen vid Store Plads?",
      lang: "sv",
      at: instant(now - 17 * minute),
    } as const;
    await service.submit(demoDesk.id, arrival(message, `simulation:${this.#run}`));
  }

  #look(): void {
    const { simulations, service, warn } = this.#deps;
    const command = this.#commandOf(service);
    this.#looking = this.#looking
      .then(async () => {
        await this.#sheet?.putOut(command, Date.now());
        if (simulations.status(demoDesk.id)?.state === "ended") await this.#layEvening();
      })
      .catch((error: unknown) => warn({ err: String(error) }, "the demonstration could not be looked after"));
  }

  #commandOf(service: DeskService): DemoCommand {
    return (type, data) =>
      service.submit(demoDesk.id, {
        id: `${this.#run}:${++this.#commands}`,
        type,
        data,
        actor: { kind: "system", id: "demonstration" },
        lane: "people",
      });
  }
}

/** The time of day at a moment, in the evening's zone, `HH:MM`. */
function clockOf(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(festival.zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

/** A way to the desk that leads by one authority first and by another then: each is asked by its own clock. */
class Changeover implements DeskService {
  #to: DeskService;

  constructor(to: DeskService) {
    this.#to = to;
  }

  change(to: DeskService): void {
    this.#to = to;
  }

  submit: DeskService["submit"] = (desk, submission) => this.#to.submit(desk, submission);
  submitAll: DeskService["submitAll"] = (desk, submissions) => this.#to.submitAll(desk, submissions);
  isBusy: DeskService["isBusy"] = (desk) => this.#to.isBusy(desk);
  drain: DeskService["drain"] = () => this.#to.drain();
}
