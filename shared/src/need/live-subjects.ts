/** The subjects of the ready-made rules, in their order: the part of their ids after `live:`. */
export const liveSubjects = [
  "lostPerson",
  "injury",
  "danger",
  "threat",
  "lost",
  "stuck",
  "practical",
  "press",
  "pressWords",
  "questions",
  "complaints",
  "dm",
  "rest",
] as const;
export type LiveSubject = (typeof liveSubjects)[number];
