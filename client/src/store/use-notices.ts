import { useStore } from "zustand";
import { type Notice, noticesStore } from "./notices-store.ts";

/** What is to be told on this screen, the oldest first. */
export function useNotices(): readonly Notice[] {
  return useStore(noticesStore, ({ notices }) => notices);
}
