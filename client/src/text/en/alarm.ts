/** What interrupts a person because it needs them now. */
export const alarm = {
  show: "Show",
  kind: {
    urgent: "Urgent and not seen",
    missed: "Post not sent",
    late: "Post late",
    overdue: "Over time",
  },
  one: {
    urgent: "Urgent and not seen: {{what}}",
    overdue: "Over time: {{what}}",
    late: "Late: {{what}}",
    missed: "Not sent: {{what}}",
  },
  urgent_one: "{{count}} urgent not seen",
  urgent_other: "{{count}} urgent not seen",
  overdue_one: "{{count}} over time",
  overdue_other: "{{count}} over time",
  late_one: "{{count}} post late",
  late_other: "{{count}} posts late",
  missed_one: "{{count}} post not sent",
  missed_other: "{{count}} posts not sent",
} as const;
