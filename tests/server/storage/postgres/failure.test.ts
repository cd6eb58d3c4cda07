import { sentenceFor } from "@flowdesk/server/commands/sentence.ts";
import { StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { told } from "@flowdesk/server/storage/postgres/failure.ts";
import { expect, test } from "vitest";

/** An error as the database says it. */
const said = (state: string, message: string) => Object.assign(new Error(message), { code: state, severity: "FATAL" });

test.each([
  ["28P01", 'password authentication failed for user "s3cret"', "database.password"],
  ["28000", 'no pg_hba.conf entry for host "s3cret", user "s3cret"', "database.password"],
  ["3D000", 'database "s3cret" does not exist', "database.unknown"],
  ["42501", 'permission denied for database "s3cret"', "database.forbidden"],
  ["55000", 'database "s3cret" is not currently accepting connections', "database.closed"],
  ["25006", "cannot execute UPDATE in a read-only transaction", "database.readonly"],
])(
  "Why a database is not to be had any more (%s) is told with its code, and without what it says of its user",
  (state, message, code) => {
    const error = told(said(state, message));
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect((error as Error).message).toMatch(new RegExp(`\\.(?: .*\\.)? \\(${code}\\)$`, "u"));
    expect(sentenceFor(error)).not.toContain("s3cret");
    expect((error as Error).cause).toBeUndefined();
  },
);

test("A certificate that is not taken any more is told as such, and which it is to whoever runs the server alone", () => {
  const error = told(Object.assign(new Error("certificate has expired"), { code: "CERT_HAS_EXPIRED" }));
  expect((error as Error).message).toMatch(/\(database\.tls\)$/u);
  expect(sentenceFor(error)).toContain("It says: certificate has expired");
});

test("Of several addresses none of which answers, it is told what the first one said", () => {
  const refused = (address: string) =>
    Object.assign(new Error(`connect ECONNREFUSED ${address}`), { code: "ECONNREFUSED", syscall: "connect" });
  expect(sentenceFor(told(new AggregateError([refused("::1:5432"), refused("127.0.0.1:5432")])))).toBe(
    "The database does not answer now. It says: connect ECONNREFUSED ::1:5432 (desk.unavailable)",
  );
});
