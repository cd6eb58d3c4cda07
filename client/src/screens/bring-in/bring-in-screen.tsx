import { FileX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../components/empty.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { BringInMessages } from "./bring-in-messages.tsx";
import { BringInPosts } from "./bring-in-posts.tsx";

/** Bringing files in: messages, and calendars of posts, as far as one may. */
export function BringInScreen() {
  const { t } = useTranslation("bringIn");
  const desk = useDesk();
  const mayMessages = usePermits("message.receive");
  const mayPosts = usePermits("post.plan");
  const [selected, setSelected] = useState<"messages" | "posts" | null>(null);
  if (desk === undefined) return null;
  const { id, zone } = desk;
  const tabs = [
    ...(mayMessages
      ? [
          {
            id: "messages" as const,
            label: t("kinds.messages"),
            content: <BringInMessages key={id} desk={id} zone={zone} />,
          },
        ]
      : []),
    ...(mayPosts
      ? [{ id: "posts" as const, label: t("kinds.posts"), content: <BringInPosts key={id} desk={id} zone={zone} /> }]
      : []),
  ];
  const [first] = tabs;
  if (first === undefined) return <Empty icon={FileX} title={t("notAllowed")} />;
  const isSelected = tabs.some((tab) => tab.id === selected);
  return (
    <section aria-label={t("title")} className="mx-auto flex min-h-0 w-full max-w-4xl flex-1 flex-col">
      <h1 className="px-4 pt-4 pb-2 text-lg font-semibold">{t("title")}</h1>
      <Tabs
        label={t("title")}
        tabs={tabs}
        selected={isSelected && selected !== null ? selected : first.id}
        onSelect={setSelected}
        className="flex-1"
      />
    </section>
  );
}
