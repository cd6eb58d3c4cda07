import { sentenceFor } from "@flowdesk/server/commands/sentence.ts";
import { told } from "@flowdesk/server/storage/postgres/failure.ts";
import { expect, test } from "vitest";

test("A database that does not take a user any more is told of without the user", () => {
  const said = Object.assign(new Error('password authentication failed for user "s3cret"'), {
    code: "28P01",
    severity: "FATAL",
  });
  expect(sentenceFor(told(said))).toBe(
    "The database does not answer now. It says: the user and password are not taken any more (28P01). (desk.unavailable)",
  );
});
