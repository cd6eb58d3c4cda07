import type { Actor } from "@flowdesk/shared/desk/context.ts";
import type { ReadCommand } from "@flowdesk/shared/desk/decide.ts";
import type { Rejection } from "@flowdesk/shared/desk/rejection.ts";

/** What a command was answered: the `seq` of its last change, with what a bulk left undone; or why it was refused. */
export type Answer =
  | { readonly ok: true; readonly seq: number; readonly refused?: readonly Rejection[] }
  | { readonly ok: false; readonly error: Rejection };

/** People's commands go before the timers', and those before what sources bring. */
export type Lane = "people" | "timers" | "sources";

/** A command on its way to a desk; `data` are as the sender wrote them. */
export interface Submission {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  /** The data as the rule's schema reads them, where the sender has read them; else the desk does. */
  readonly read?: ReadCommand;
  readonly actor: Actor;
  readonly lane: Lane;
}

/** The desks' authority, as everything that sends commands sees it. Every command gets exactly one answer (rule D3). */
export interface DeskService {
  /** Answers when the change is committed. Never rejects: what fails is answered with its code. */
  submit(desk: string, submission: Submission): Promise<Answer>;
  /** Answers in the order given; for sources that bring many. */
  submitAll(desk: string, submissions: readonly Submission[]): Promise<readonly Answer[]>;
  /** Whether a desk's queue of what sources bring is so long that more should come later. */
  isBusy(desk: string): boolean;
  /** Takes nothing more, and resolves when everything taken has been answered. */
  drain(): Promise<void>;
}
