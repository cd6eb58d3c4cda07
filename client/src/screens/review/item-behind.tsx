import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { closeItem } from "../../app/open-item.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { useItem } from "../../store/use-desk.ts";
import { useThread } from "../../store/use-thread.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { useWords } from "../../text/use-text.ts";
import { ItemPane } from "../item/item-pane.tsx";

/** An item that a figure led to. It may long be closed: then it comes with its thread, which is fetched here. */
export function ItemBehind({ id }: { readonly id: string }) {
  const { t } = useTranslation(["item", "common"]);
  const words = useWords();
  const isHere = useItem(id) !== undefined;
  const thread = useThread(id);
  if (isHere || thread.kind === "here") return <ItemPane id={id} />;
  if (thread.kind === "loading") {
    return (
      <div role="status" aria-label={t("common:loading")} className="min-h-0 flex-1 bg-surface">
        <Skeleton rows={6} rowHeight={56} />
      </div>
    );
  }
  return (
    <Empty
      icon={TriangleAlert}
      title={t("threadFailed")}
      action={
        <>
          <Button onPress={closeItem}>{t("back")}</Button>
          <Button onPress={thread.again}>{t("common:tryAgain")}</Button>
        </>
      }
    >
      {failureSentence(words, thread.failure)}
    </Empty>
  );
}
