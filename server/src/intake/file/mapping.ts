import { messageFields as fields, requiredFields } from "@flowdesk/shared/protocol/message-map.ts";
import { draftMaker, type Field, type Made } from "./draft.ts";
import { IntakeError } from "./intake-error.ts";
import { requireZone } from "./moment.ts";
import { compileTemplate, listed, type Template } from "./template.ts";

/** How the columns of a CSV become the fields of messages: a template for each field, and what holds for the file. */
export type MessageMap = {
  readonly templates: ReadonlyMap<Field, string>;
  /** IANA zone of times without an offset. */
  readonly zone?: string;
  /** Whether texts hold HTML entities. */
  readonly entities?: boolean;
};

/** Turns a row's cells into a draft of a message. */
export type Mapping = (cells: readonly string[]) => Made;

/**
 * Reads a map: JSON of templates by field, `zone` (an IANA zone) and `entities` (`"html"`) among them, as in
 * `{"externalId":"{tweet_id}","channel":"x:{airline}","kind":"mention",…}`.
 * @throws IntakeError `map.not.json`, `map.field.unknown`, `map.field.missing`, `zone.unknown`
 */
export function readMap(json: string): MessageMap {
  const entries = Object.entries(parseObject(json));
  const templates = new Map<Field, string>();
  let zone: string | undefined;
  let entities = false;
  for (const [name, value] of entries) {
    if (typeof value !== "string") {
      throw new IntakeError("map.not.json", `In the map, “${name}” has to be a text in quotes, such as "{column}".`);
    }
    if (name === "zone") {
      requireZone(value);
      zone = value;
      continue;
    }
    if (name === "entities" && value === "html") {
      entities = true;
      continue;
    }
    const field = fields.find((one) => one === name);
    if (field === undefined) {
      throw new IntakeError(
        "map.field.unknown",
        `The map has “${name}”, which no message has. It may have: ${fields.join(", ")}, zone, entities ("html").`,
      );
    }
    templates.set(field, value);
  }
  const missing = requiredFields.filter((field) => !templates.has(field));
  if (missing.length > 0) {
    throw new IntakeError("map.field.missing", `The map does not say what becomes of: ${missing.join(", ")}.`);
  }
  return { templates, entities, ...(zone === undefined ? {} : { zone }) };
}

function parseObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json.replace(/^\uFEFF/u, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    const why = error instanceof Error ? error.message : "it cannot be read";
    throw new IntakeError("map.not.json", `The map is no JSON: ${why}.`);
  }
  throw new IntakeError("map.not.json", 'The map has to be a JSON object, as in {"text":"{column}"}.');
}

/**
 * The map of a CSV whose columns are named as the fields of a message (`externalId`, `author.handle`, …).
 * @throws IntakeError `file.not.csv`, `file.column.missing`
 */
export function mapByNames(columns: readonly string[]): MessageMap {
  requireTable(columns);
  const missing = requiredFields.filter((field) => !columns.includes(field));
  if (missing.length > 0) {
    throw new IntakeError(
      "file.column.missing",
      `The file lacks the columns ${missing.join(", ")}. It has: ${listed(columns)}. A map says which column is which.`,
    );
  }
  return {
    templates: new Map(fields.filter((field) => columns.includes(field)).map((field) => [field, `{${field}}`])),
  };
}

/**
 * @param zone for times without an offset where the map names no zone
 * @throws IntakeError `file.not.csv`, `map.column.unknown`, `map.template`
 */
export function compileMap(map: MessageMap, columns: readonly string[], zone: string | undefined): Mapping {
  requireTable(columns);
  const compiled = new Map<Field, Template>();
  for (const [field, source] of map.templates) compiled.set(field, compileTemplate(source, columns, field));
  const readIn = map.zone ?? zone;
  const options = { entities: map.entities === true, ...(readIn === undefined ? {} : { zone: readIn }) };
  return draftMaker(compiled, options);
}

/** @throws IntakeError `file.not.csv` if the first row has a single cell */
export function requireTable(columns: readonly string[]): void {
  if (columns.length > 1) return;
  throw new IntakeError(
    "file.not.csv",
    "This is no CSV: its first row holds no comma, semicolon or tab between columns.",
  );
}
