import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { demoMember } from "../../account/demo-person.ts";
import type { DeskService } from "../../desk/desk-service.ts";
import { newId } from "../../desk/new-id.ts";

const lines = `I aften: indgang Øst er kun for dem med armbånd, Vest er åben for alle.
Signe & Stormvarslet spiller til tiden. Spørg produktionen, før I siger andet.
Toiletterne ved Havnescenen er nye: send folk derhen, køen ved Store Plads er lang.
Om vejret: "Vi følger det tæt og siger til her, hvis programmet ændrer sig." Ikke mere end det.
Bortkomne børn og skader: tag den med det samme, ring til sikkerheden, skriv i henvendelsen hvem der har den.`;

const numbers = [
  { name: "Sikkerheden", number: "+45 70 00 00 01" },
  { name: "Samaritterne", number: "+45 70 00 00 02" },
  { name: "Produktionen", number: "+45 70 00 00 03" },
];

const left =
  "Roligt, til portene åbnede. Mange spørger om natbusser; skabelonen holder. Parkeringen på marken er fuld, henvis til stationen.";

/** Writes tonight's briefing, and the hand-over of the shift before, as the people of the demonstration would. */
export async function tellTeam(
  service: Pick<DeskService, "submit">,
  desk: string,
  memberOf: (id: string) => Member | undefined,
): Promise<void> {
  const say = async (id: string, type: string, data: object) => {
    const member = memberOf(id);
    if (member === undefined) return;
    const actor = { kind: "member" as const, member };
    await service.submit(desk, { id: newId(), type, data, actor, lane: "people" });
  };
  await say(demoMember("team-lead"), "member.shift", { shift: "on" });
  await say(demoMember("team-lead"), "shift.end", { sentence: left });
  await say(demoMember("flow-manager"), "briefing.write", { text: lines, numbers });
}
