import { personOf } from "@flowdesk/shared/protocol/review.ts";
import { useCallback } from "react";
import { useReplica } from "../../store/use-desk.ts";
import { shownMember } from "../../text/shown-member.ts";
import { useWords } from "../../text/use-text.ts";

/** The name of a person as the review has them: a member's, or what somebody signed with who answered elsewhere. */
export function useNameOf(): (person: string) => string {
  const t = useWords();
  const members = useReplica((view) => view.state?.members);
  return useCallback(
    (key) => {
      const person = personOf(key);
      if (person.kind === "outside") return person.name;
      return shownMember(members?.get(person.id))?.name ?? t("review:gone");
    },
    [members, t],
  );
}
