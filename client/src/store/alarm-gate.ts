import { minute, second } from "@flowdesk/shared/time/instant.ts";
import { alarmKinds, type Cause } from "./alarm.ts";

/** What comes within this of the first is told with it: a storm is one alarm. In ms. */
const gathering = 1.5 * second;
/** No more than one alarm in so long, in ms; what comes between waits and is told together. */
const apart = 10 * minute;
/** The same where something urgent is among it, or the connection is lost. */
const urgentApart = 30 * second;

/** Holds back what would interrupt a person, so that few alarms come and each says everything. */
export class AlarmGate {
  readonly #waiting = new Map<string, Cause>();
  #heardAt = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  /** @param now in ms */
  hear(causes: readonly Cause[], now: number): void {
    if (causes.length > 0 && this.#waiting.size === 0) this.#heardAt = now;
    for (const cause of causes) this.#waiting.set(`${cause.kind} ${cause.id}`, cause);
  }

  /**
   * What is to be told now, the most pressing first; nothing while it has to wait. What has been settled meanwhile is
   * not told at all.
   * @param stands whether a cause still stands
   * @param now in ms
   */
  take(stands: (cause: Cause) => boolean, now: number): readonly Cause[] {
    for (const [key, cause] of this.#waiting) if (!stands(cause)) this.#waiting.delete(key);
    if (this.#waiting.size === 0 || now - this.#heardAt < gathering) return [];
    const causes = [...this.#waiting.values()];
    const isUrgent = causes.some(({ kind }) => kind === "urgent" || kind === "connection");
    if (now - this.#toldAt < (isUrgent ? urgentApart : apart)) return [];
    this.#waiting.clear();
    this.#toldAt = now;
    return causes.sort((a, b) => alarmKinds.indexOf(a.kind) - alarmKinds.indexOf(b.kind));
  }

  clear(): void {
    this.#waiting.clear();
    this.#toldAt = Number.NEGATIVE_INFINITY;
  }
}
