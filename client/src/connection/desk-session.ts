import type { CommandData, CommandType } from "@flowdesk/shared/desk/commands.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Rejection } from "@flowdesk/shared/desk/rejection.ts";
import type { ItemAnswer, OthersAnswer } from "@flowdesk/shared/protocol/http.ts";
import { clearReplica, replicaStore } from "../store/replica-store.ts";
import { type DeskConnection, type Outcome, openConnection } from "./desk-connection.ts";
import { request } from "./http.ts";
import { Refusal } from "./refusal.ts";

/** Why something could not be fetched. */
export interface LoadFailure {
  readonly code: string;
  readonly message: string;
}

let current: DeskConnection | null = null;

/**
 * Opens a desk on this console, in the place of the one that was open.
 * @param connection where there is one to it already
 */
export function openDesk(desk: string, connection?: DeskConnection): void {
  if (current?.desk === desk && connection === undefined) return;
  closeDesk();
  current = connection ?? openConnection(desk);
}

/** Leaves the desk. */
export function closeDesk(): void {
  current?.close();
  current = null;
  clearReplica();
}

/** The desk that is open; null if none is. */
export function deskHere(): string | null {
  return current?.desk ?? null;
}

/** Tries again to reach the desk. */
export function tryAgain(): void {
  current?.tryAgain();
}

/**
 * Gives a command to the desk. It shows at once; the answer comes when the desk has decided, offline when the
 * connection is back. Never rejects.
 */
export function command<Type extends CommandType>(type: Type, data: CommandData[Type]): Promise<Outcome> {
  return current?.command(type, data as object) ?? Promise.resolve({ ok: false, error: noDesk });
}

const noDesk: Rejection = { code: "desk.unavailable", message: "No desk is open." };

/** Fetches an item's thread into the replica. @returns why it could not be fetched; null if it is here */
export async function loadThread(item: string): Promise<LoadFailure | null> {
  const connection = current;
  if (connection === null) return noDesk;
  if (replicaStore.getState().state?.threads.has(item)) return null;
  connection.expectThread(item);
  try {
    connection.openThread(await fetchItem(connection.desk, item));
    return null;
  } catch (error) {
    connection.forgetThread(item);
    return error instanceof Refusal ? error : { code: "internal", message: String(error) };
  }
}

function fetchItem(desk: string, item: string): Promise<ItemAnswer> {
  return request("GET", `/api/desks/${encodeURIComponent(desk)}/items/${encodeURIComponent(item)}`);
}

/** What else an item's author has on its channel, open or closed, the newest first. @throws Refusal */
export async function fetchOthers(item: string): Promise<readonly Item[]> {
  if (current === null) return [];
  const path = `/api/desks/${encodeURIComponent(current.desk)}/items/${encodeURIComponent(item)}/others`;
  return (await request<OthersAnswer>("GET", path)).items;
}

/** Tells the others which item is open here, and whether somebody writes in it. */
export function showPresence(item: string | null, writing: boolean): void {
  current?.presence(item, writing);
}
