import { IntakeError } from "./intake-error.ts";

/** A compiled template: from a row's cells to a text. Without any text from a column it gives the empty string. */
export type Template = (cells: readonly string[]) => string;

/**
 * Compiles a template such as `x:{airline}`: literal text with columns in braces. If a template names columns and all of
 * them are empty in a row, the whole of it is empty there, literal text included.
 * @param field what the template is for, to name it in an error
 * @throws IntakeError `map.column.unknown`, `map.template`
 */
export function compileTemplate(source: string, columns: readonly string[], field: string): Template {
  const parts = source.split(/\{([^{}]*)\}/u);
  const indexes: number[] = [];
  for (const [i, part] of parts.entries()) {
    if (i % 2 === 0) {
      if (/[{}]/u.test(part)) {
        throw new IntakeError(
          "map.template",
          `In the map, the template of “${field}” has a brace without its partner.`,
        );
      }
      continue;
    }
    const index = columns.indexOf(part);
    if (index === -1) {
      throw new IntakeError(
        "map.column.unknown",
        `In the map, “${field}” wants the column “${part}”, which the file does not have. It has: ${listed(columns)}.`,
      );
    }
    indexes.push(index);
  }
  const [only] = indexes;
  if (only === undefined) return () => source;
  if (indexes.length === 1 && parts[0] === "" && parts[2] === "") return (cells) => cells[only] ?? "";
  return (cells) => {
    if (indexes.every((index) => (cells[index] ?? "") === "")) return "";
    let text = parts[0] ?? "";
    for (const [i, index] of indexes.entries()) text += (cells[index] ?? "") + (parts[2 * i + 2] ?? "");
    return text;
  };
}

/** The index of the column that a template consists of; -1 if it is anything else. */
export function columnOf(source: string, columns: readonly string[]): number {
  const name = /^\{([^{}]*)\}$/u.exec(source)?.[1];
  return name === undefined ? -1 : columns.indexOf(name);
}

/** Columns as a sentence lists them. */
export function listed(columns: readonly string[]): string {
  return columns.map((name) => (name === "" ? "(no name)" : name)).join(", ");
}
