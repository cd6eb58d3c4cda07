import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { markSent } from "../../actions/mark-sent.ts";
import { undoReply } from "../../actions/undo-reply.ts";
import { LeavingReply } from "../../components/leaving-reply.tsx";
import { platformName } from "../../components/platform-name.ts";
import { useReplica } from "../../store/use-desk.ts";
import { shownMember } from "../../text/shown-member.ts";

/** The replies of an item that are on their way out. */
export function LeavingReplies({ item, messages }: { readonly item: Item; readonly messages: readonly Message[] }) {
  const me = useReplica((view) => view.me);
  const members = useReplica((view) => view.state?.members);
  return item.leaving.map((leaving) => (
    <LeavingReply
      key={leaving.message}
      leavesAt={leaving.leavesAt === null ? null : Date.parse(leaving.leavesAt)}
      text={messages.find(({ id }) => id === leaving.message)?.text ?? null}
      platform={platformName(platformOf(item.channel))}
      isMine={leaving.by === me}
      writer={shownMember(members?.get(leaving.by))?.name ?? leaving.by}
      onUndo={() => void undoReply(item.id, leaving.message)}
      onSent={() => void markSent(item.id, { message: leaving.message })}
    />
  ));
}
