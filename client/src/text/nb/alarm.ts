import type { alarm as english } from "../en/alarm.ts";
import type { Words } from "../words.ts";

export const alarm: Words<typeof english> = {
  label: "Alarmer",
  show: "Vis",
  none: "Ingen nye alarmer",
  kind: {
    urgent: "Haster og ikke sett",
    missed: "Innlegg ikke sendt",
    late: "Innlegg forsinket",
    overdue: "Over fristen",
    connection: "Forbindelsen er borte",
    spike: "Langt mer enn vanlig",
  },
  one: {
    urgent: "Akutt og ikke sett: {{what}}",
    overdue: "Over fristen: {{what}}",
    late: "Forsinket: {{what}}",
    missed: "Ikke sendt: {{what}}",
    connection: "Forbindelsen er borte: det du gjør, legges i kø",
    spike: "Langt mer enn vanlig: {{what}}",
  },
  urgent_one: "{{count}} akutt ikke sett",
  urgent_other: "{{count}} akutte ikke sett",
  overdue_one: "{{count}} over fristen",
  overdue_other: "{{count}} over fristen",
  late_one: "{{count}} innlegg forsinket",
  late_other: "{{count}} innlegg forsinket",
  missed_one: "{{count}} innlegg ikke sendt",
  missed_other: "{{count}} innlegg ikke sendt",
  connection_one: "Forbindelsen er borte: det du gjør, legges i kø",
  connection_other: "Forbindelsen er borte: det du gjør, legges i kø",
  spike_one: "{{count}} kanal med langt mer enn vanlig",
  spike_other: "{{count}} kanaler med langt mer enn vanlig",
};
