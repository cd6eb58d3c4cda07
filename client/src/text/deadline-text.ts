import { hour } from "@flowdesk/shared/time/instant.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./i18n.ts";

/**
 * How long until a deadline or since it: `1:19 left`, `2:05 over`; from an hour on in words, `2 hr 5 min left`.
 * @param dueAt the deadline, in ms
 * @param now in ms, by the desk's clock
 */
export function deadlineText(t: Translate, formats: Formats, dueAt: number, now: number): string {
  const ms = dueAt - now;
  // A second that has begun still counts as left, so that 0:00 is the deadline itself.
  const shown = ms > 0 ? Math.ceil(ms / 1000) * 1000 : -ms;
  const time = shown < hour ? formats.clock(shown) : formats.length(shown);
  return ms > 0 ? t("time:left", { time }) : t("time:over", { time });
}

/** For how long somebody has waited: `waits 13 min`. */
export function waitText(t: Translate, formats: Formats, since: number, now: number): string {
  return t("time:waits", { time: formats.length(now - since) });
}

/** For how long nothing has come in: `silent 14 min`. */
export function silenceText(t: Translate, formats: Formats, since: number, now: number): string {
  return t("time:silent", { time: formats.length(now - since) });
}
