import type { PresenceDown } from "@flowdesk/shared/protocol/presence.ts";
import { useShallow } from "zustand/react/shallow";
import type { ConnectionState } from "./connection-state.ts";
import type { ReplicaView } from "./replica-store.ts";
import { useReplica } from "./use-desk.ts";

/** How this console stands to its desk, and how many commands wait for a connection. */
export function useConnection(): { readonly state: ConnectionState; readonly waitingCommands: number } {
  return useReplica(
    useShallow((view: ReplicaView) => ({ state: view.connection, waitingCommands: view.waitingCommands })),
  );
}

/** Who else has an item open, and whether they write in it. */
export function usePresence(item: string): PresenceDown["members"] {
  return useReplica(
    useShallow((view: ReplicaView) => view.presence.filter((one) => one.item === item && one.member !== view.me)),
  );
}
