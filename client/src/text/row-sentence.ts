import { bringIn } from "./en/bring-in.ts";
import type { Translate } from "./i18n.ts";
import { failureSentence } from "./refusal-sentence.ts";
import { dashed } from "./words.ts";

const { problem, map } = bringIn;

/**
 * What is wrong with a row of a file, or what to know besides, in the hearer's language; what the server quotes of the
 * file stands behind it. A code that has no words here keeps the server's own.
 */
export function rowSentence(
  t: Translate,
  { code, reason }: { readonly code: string; readonly reason: string },
): string {
  const said = sentenceOf(t, code) ?? failureSentence(t, { code, message: reason });
  const quoted = quotedIn(code, reason);
  return quoted === "" || said === reason ? said : `${said} ${quoted}`;
}

function sentenceOf(t: Translate, code: string): string | null {
  const key = dashed(code);
  if (Object.hasOwn(problem, key)) return t(`bringIn:problem.${key as "row-cut"}`);
  const [, field, isMissing] = /^message\.(\w+)(\.missing)?$/u.exec(code) ?? [];
  if (field === undefined) return null;
  return t(isMissing === undefined ? "bringIn:problem.message-wrong" : "bringIn:problem.message-missing", {
    field: fieldName(t, field),
  });
}

/** What a field of a message is called where its column is chosen. */
function fieldName(t: Translate, field: string): string {
  const key = [field, `${field}-handle`].find((one) => Object.hasOwn(map.fields, one));
  return key === undefined ? field : t(`bringIn:map.fields.${key as "text"}`);
}

/** What stands in quotes in the server's sentence; of a channel that was made its name. */
function quotedIn(code: string, reason: string): string {
  if (code === "channel.made") return /\b[a-z]+:\S*[^\s.]/u.exec(reason)?.[0] ?? "";
  return /“[^”]*”/u.exec(reason)?.[0] ?? "";
}
