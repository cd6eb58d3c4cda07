import type { time as english } from "../en/time.ts";
import type { Words } from "../words.ts";

export const time: Words<typeof english> = {
  left: "{{time}} tilbage",
  over: "{{time}} over tid",
  waits: "venter {{time}}",
  silent: "stille i {{time}}",
  ago: "for {{time}} siden",
  late: "{{time}} forsinket",
  in: "om {{time}}",
  leavesIn: "sendes om {{time}}",
  nextDue: "næste frist {{time}}",
  perMinute: "{{number}}/min",
  now: "nu",
  never: "aldrig",
  own: "{{time}} hos dig",
};
