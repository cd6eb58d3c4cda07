import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Problem } from "../../components/problem.tsx";
import { readWhen, whenOf } from "./when.ts";
import { WhenFields } from "./when-fields.tsx";

/** Asks for another time for a post. */
export function MoveDialog({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const { t } = useTranslation(["runSheet", "components"]);
  const [when, setWhen] = useState(() => whenOf(post.planned));
  const { isBusy, problem, give } = useAttempt();
  const read = readWhen(when);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (read === null) return;
    void give("post.move", { post: post.id, planned: read.planned }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("panel.moveTitle")} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <WhenFields when={when} onChange={setWhen} />
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={read === null || isBusy}>
            {t("panel.move")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
