import { type MessageField, requiredFields } from "@flowdesk/shared/protocol/message-map.ts";

/** A template for each field, as they stand in the editor; an empty one is no field. */
export type Templates = Readonly<Partial<Record<MessageField, string>>>;

/** How other tools call a column, without case, spaces and punctuation. */
const usual: ReadonlyArray<readonly [MessageField, RegExp]> = [
  ["externalId", /^(?:externalid|tweetid|messageid|commentid|postid|id)$/u],
  ["author.handle", /^(?:authorhandle|handle|username|screenname|contacthandle|author|user|from|name)$/u],
  ["author.name", /^(?:authorname|contactname|fullname|displayname)$/u],
  ["author.followers", /^(?:followers|followerscount|authorfollowers)$/u],
  ["text", /^(?:text|message|content|body|extract|comment|messagetext|fulltext|tekst|besked)$/u],
  ["at", /^(?:at|date|time|timestamp|createdat|created|tweetcreated|messagedate|datetime|sentat|tid|dato|tidspunkt)$/u],
  ["direction", /^(?:direction|inbound)$/u],
  ["thread", /^(?:thread|threadid|conversationid|conversation)$/u],
  ["inReplyTo", /^(?:inreplyto|inreplytoid|inresponsetotweetid|parentid|replyto)$/u],
  ["url", /^(?:url|link|permalink)$/u],
  ["lang", /^(?:lang|language|sprog)$/u],
  ["kind", /^(?:kind|type|messagetype)$/u],
  ["channel", /^(?:channel|kanal)$/u],
];

/** The map that a table's columns suggest; where no column names a kind, messages are mentions. */
export function suggestMap(columns: readonly string[]): Templates {
  const taken = new Set<string>();
  const templates: Partial<Record<MessageField, string>> = {};
  for (const [field, pattern] of usual) {
    const column = columns.find(
      (name) => !taken.has(name) && pattern.test(name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")),
    );
    if (column === undefined) continue;
    taken.add(column);
    templates[field] = `{${column}}`;
  }
  return { kind: "mention", ...templates };
}

/** The fields that a message needs and the map does not fill. */
export function missingIn(templates: Templates): readonly MessageField[] {
  return requiredFields.filter((field) => (templates[field] ?? "").trim() === "");
}

/** What a template comes to in a row; empty if all columns that it names are. Unknown columns stay as they are written. */
export function applyTemplate(template: string, columns: readonly string[], cells: readonly string[]): string {
  let [names, filled] = [0, 0];
  const text = template.replace(/\{([^{}]*)\}/gu, (written, name: string) => {
    const index = columns.indexOf(name);
    if (index === -1) return written;
    names += 1;
    const cell = cells[index] ?? "";
    if (cell !== "") filled += 1;
    return cell;
  });
  return names > 0 && filled === 0 ? "" : text;
}

/** The map as the server reads it. */
export function mapJson(templates: Templates, hasEntities: boolean): string {
  const filled = Object.entries(templates).filter(([, template]) => template.trim() !== "");
  return JSON.stringify({ ...Object.fromEntries(filled), ...(hasEntities ? { entities: "html" } : {}) });
}
