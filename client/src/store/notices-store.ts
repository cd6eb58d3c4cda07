import type { Rejection } from "@flowdesk/shared/desk/rejection.ts";
import { createStore } from "zustand/vanilla";

/** So many items with somebody by name; null: in the queue. */
export interface Share {
  readonly name: string | null;
  readonly count: number;
}

/** Something to tell the person at this screen: what the desk refused, what was left undone, or a line of text. */
export type Notice = { readonly id: number; readonly at: number } & (
  | { readonly kind: "refused"; readonly rejection: Rejection }
  | { readonly kind: "partly"; readonly refused: readonly Rejection[] }
  | { readonly kind: "undone"; readonly what: string }
  /** What was with the person here has gone to members by name, or with null to the queue. */
  | { readonly kind: "moved"; readonly to: readonly Share[] }
  | { readonly kind: "nothing-to-undo" }
);
export type NoticeBody = Notice extends infer N ? (N extends Notice ? Omit<N, "id" | "at"> : never) : never;

/** Most notices on the screen; the oldest go first. */
const most = 5;
let lastId = 0;

export const noticesStore = createStore<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }));

/** Puts a notice on the screen. @param at in ms, by the desk's clock */
export function notify(body: NoticeBody, at: number): void {
  lastId++;
  const notice = { ...body, id: lastId, at } as Notice;
  noticesStore.setState(({ notices }) => ({ notices: [...notices, notice].slice(-most) }));
}

export function dropNotice(id: number): void {
  noticesStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
