import { speak, startText } from "@flowdesk/client/text/i18n.ts";
import { shownMember } from "@flowdesk/client/text/shown-member.ts";
import { colleagues } from "@flowdesk/server/intake/sources/simulator/colleague.ts";
import { expect, test } from "vitest";
import { sofie } from "../../fixtures/people.ts";

startText();

test("a simulated colleague is said to be one, in the language of the screen; a person is not", async () => {
  const [aisha] = colleagues.map(({ id, name }) => ({ ...sofie, id, name, user: null }));
  if (aisha === undefined) throw new Error("there is nobody");
  await speak("en");
  expect(shownMember(aisha).name).toBe("Aisha (simulated)");
  expect(shownMember(aisha)).toBe(shownMember(aisha));
  await speak("da");
  expect(shownMember(aisha).name).toBe("Aisha (simuleret)");
  expect(shownMember({ ...aisha, name: "Aisha (simulated)" }).name).toBe("Aisha (simuleret)");
  await speak("nb");
  expect(shownMember(aisha).name).toBe("Aisha (simulert)");
  expect(shownMember(sofie)).toBe(sofie);
});
