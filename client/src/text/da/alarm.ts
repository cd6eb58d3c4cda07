import type { alarm as english } from "../en/alarm.ts";
import type { Words } from "../words.ts";

export const alarm: Words<typeof english> = {
  label: "Alarmer",
  show: "Vis",
  none: "Ingen nye alarmer",
  kind: {
    urgent: "Haster og ikke set",
    missed: "Opslag ikke sendt",
    late: "Opslag forsinket",
    overdue: "Over tid",
    connection: "Forbindelsen er væk",
    spike: "Langt mere end normalt",
  },
  one: {
    urgent: "Akut og ikke set: {{what}}",
    overdue: "Over tid: {{what}}",
    late: "Forsinket: {{what}}",
    missed: "Ikke sendt: {{what}}",
    connection: "Forbindelsen er væk: det, du gør, kommer i kø",
    spike: "Langt mere end normalt: {{what}}",
  },
  urgent_one: "{{count}} akut ikke set",
  urgent_other: "{{count}} akutte ikke set",
  overdue_one: "{{count}} over tid",
  overdue_other: "{{count}} over tid",
  late_one: "{{count}} opslag forsinket",
  late_other: "{{count}} opslag forsinkede",
  missed_one: "{{count}} opslag ikke sendt",
  missed_other: "{{count}} opslag ikke sendt",
  connection_one: "Forbindelsen er væk: det, du gør, kommer i kø",
  connection_other: "Forbindelsen er væk: det, du gør, kommer i kø",
  spike_one: "{{count}} kanal med langt mere end normalt",
  spike_other: "{{count}} kanaler med langt mere end normalt",
};
