import { lettersFor } from "@flowdesk/client/app/letters.ts";
import { expect, test } from "vitest";

const people = (...names: string[]) => names.map((name) => ({ id: name, name }));

test("Each person has a letter of their own name, the first that is free", () => {
  const letters = lettersFor(people("Aisha", "Jonas", "Jakob", "Åse"));
  expect([...letters.values()]).toEqual(["a", "j", "k", "å"]);
});

test("However alike the names, no letter is given twice", () => {
  const letters = lettersFor(
    people(...Array.from({ length: 30 }, (_, i) => `Bo ${i}`)).map((one, i) => ({ ...one, id: `${i}` })),
  );
  expect(new Set(letters.values()).size).toBe(30);
});
