import { minute, second } from "@flowdesk/shared/time/instant.ts";
import { type AlarmKind, alarmKinds, type Cause } from "./alarm.ts";

/** What comes within this of the first is told with it: a storm is one alarm. In ms. */
const gathering = 1.5 * second;
/** No more than one alarm in so long, in ms; what comes between waits and is told together. */
const apart = 10 * minute;
/** The same where something urgent is among it, or the connection is lost. */
const urgentApart = 30 * second;

/** What has been told within so long is no reason to ring again: it stands in the counters. In ms. */
const sameApart = 20 * minute;

/** Holds back what would interrupt a person, so that few alarms come and each says everything. */
export class AlarmGate {
  readonly #waiting = new Map<string, Cause>();
  #heardAt = 0;
  #toldAt = Number.NEGATIVE_INFINITY;
  readonly #kindToldAt = new Map<AlarmKind, number>();

  /** @param now in ms */
  hear(causes: readonly Cause[], now: number): void {
    if (causes.length > 0 && this.#waiting.size === 0) this.#heardAt = now;
    for (const cause of causes) this.#waiting.set(`${cause.kind} ${cause.id}`, cause);
  }

  /**
   * What is to be told now, the most pressing first; nothing while it has to wait. What has been settled meanwhile is
   * not told at all.
   * @param stands whether a cause still stands
   * @param isRipe whether it is time to tell of it
   * @param now in ms
   */
  take(
    stands: (cause: Cause) => boolean,
    now: number,
    isRipe: (cause: Cause) => boolean = () => true,
  ): readonly Cause[] {
    for (const [key, cause] of this.#waiting) if (!stands(cause)) this.#waiting.delete(key);
    if (this.#waiting.size === 0 || now - this.#heardAt < gathering) return [];
    const causes = [...this.#waiting.values()].filter(isRipe);
    const since = (kind: AlarmKind) => now - (this.#kindToldAt.get(kind) ?? Number.NEGATIVE_INFINITY);
    const isUrgent = causes.some(({ kind }) => kind === "urgent" || kind === "connection");
    const isNew = causes.some(({ kind }) => since(kind) >= sameApart) && now - this.#toldAt >= apart;
    if (!isNew && !(isUrgent && now - this.#toldAt >= urgentApart)) return [];
    for (const { kind, id } of causes) {
      this.#waiting.delete(`${kind} ${id}`);
      this.#kindToldAt.set(kind, now);
    }
    this.#toldAt = now;
    return causes.sort((a, b) => alarmKinds.indexOf(a.kind) - alarmKinds.indexOf(b.kind));
  }

  clear(): void {
    this.#waiting.clear();
    this.#kindToldAt.clear();
    this.#toldAt = Number.NEGATIVE_INFINITY;
  }
}
