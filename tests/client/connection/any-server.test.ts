import { ofAnyServer } from "@flowdesk/client/connection/any-server.ts";
import { Refusal } from "@flowdesk/client/connection/refusal.ts";
import { expect, test } from "vitest";

test("what another server has is asked for again until it comes to that one; anything else is refused at once", async () => {
  let asked = 0;
  const answering = (code: string, until: number) => async () => {
    if (++asked < until) throw new Refusal(code, "", 503);
    return "here";
  };
  expect(await ofAnyServer(answering("import.elsewhere", 4), 0)).toBe("here");
  expect(asked).toBe(4);
  asked = 0;
  await expect(ofAnyServer(answering("import.elsewhere", 100), 0)).rejects.toMatchObject({ code: "import.elsewhere" });
  expect(asked).toBe(12);
  asked = 0;
  await expect(ofAnyServer(answering("import.unknown", 2), 0)).rejects.toMatchObject({ code: "import.unknown" });
  expect(asked).toBe(1);
});
