import type { time as english } from "../en/time.ts";
import type { Words } from "../words.ts";

export const time: Words<typeof english> = {
  left: "{{time}} igjen",
  over: "{{time}} over fristen",
  waits: "venter {{time}}",
  silent: "stille i {{time}}",
  ago: "for {{time}} siden",
  late: "{{time}} forsinket",
  in: "om {{time}}",
  leavesIn: "sendes om {{time}}",
  nextDue: "neste frist {{time}}",
  perMinute: "{{number}}/min",
  now: "nå",
  never: "aldri",
  own: "{{time}} hos deg",
};
