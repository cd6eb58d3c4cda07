import type { z } from "zod";
import { readBy } from "../text/read-by.ts";
import type { CommandRule } from "./command.ts";
import { ruleOf } from "./commands.ts";
import { type Context, type Decision, refuse } from "./context.ts";
import type { Action } from "./permission.ts";
import { type Rejection, reject } from "./rejection.ts";
import type { DeskState } from "./state.ts";

/** A command whose data have been read by the rule of its type. */
export interface ReadCommand {
  readonly rule: CommandRule;
  readonly data: unknown;
}

/** A command whose sender has read its data by the rule's schema already, so that thousands a second are read once. */
export function alreadyRead<Data extends z.ZodType>(
  rule: CommandRule<Action, Data>,
  data: z.output<Data>,
): ReadCommand {
  return { rule, data };
}

/** Reads a command's data by the schema of its type. */
export function readCommand(type: string, data: unknown): ReadCommand | Rejection {
  const rule = ruleOf(type);
  if (rule === undefined) return reject("command.unknown", `There is no command ${JSON.stringify(type.slice(0, 64))}.`);
  const read = readBy(rule.data, data);
  if (read.success) return { rule, data: read.data };
  return reject("command.invalid", sentenceOf(read.error));
}

/** What a command comes to in a state (rule D1): changes, or a rejection. Pure; time and ids come in the context. */
export function decide(state: DeskState, command: ReadCommand, context: Context): Decision {
  return command.rule.decide(state, command.data, context);
}

/** Decides a command that has not been read yet. */
export function decideRaw(state: DeskState, type: string, data: unknown, context: Context): Decision {
  const read = readCommand(type, data);
  return "code" in read ? refuse(read) : decide(state, read, context);
}

/** The first flaws that a schema found, as one sentence with the fields' names. */
export function sentenceOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`))
    .join("; ");
}
