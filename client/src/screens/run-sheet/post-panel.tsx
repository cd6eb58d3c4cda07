import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { ArrowLeft, CalendarClock, Pencil, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Field } from "../../components/field.tsx";
import { ForeignText } from "../../components/foreign-text.tsx";
import { Menu } from "../../components/menu.tsx";
import { useChannels, usePermits, useReplica } from "../../store/use-desk.ts";
import { useTick, useView } from "../../store/use-view.ts";
import { formatsFor } from "../../text/formats.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { OwnerChoice } from "./owner-choice.tsx";
import { titleOf } from "./sheet-table.tsx";
import { isAhead } from "./standing.ts";
import { VariantCard } from "./variant-card.tsx";
import { VariantEditor } from "./variant-editor.tsx";
import { WhenHint } from "./when-fields.tsx";

/** One post: when, by whom, what it says on each channel, and what is left to do. */
export function PostPanel({
  id,
  isWhole,
  onClose,
}: {
  readonly id: string;
  readonly isWhole: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("runSheet");
  const post = useReplica((view) => view.state?.posts.get(id));
  const frame = `flex min-h-0 min-w-0 flex-col bg-surface ${isWhole ? "flex-1" : "w-[440px] shrink-0 border-l border-line"}`;
  if (post === undefined) {
    return (
      <aside className={frame}>
        <Empty icon={CalendarClock} title={t("gone")} action={<Button onPress={onClose}>{t("title")}</Button>}>
          {t("goneHint")}
        </Empty>
      </aside>
    );
  }
  return (
    <aside aria-label={titleOf(post)} className={frame}>
      <header className="flex shrink-0 items-start gap-2 border-b border-line px-4 py-2">
        {isWhole ? <IconButton icon={ArrowLeft} label={t("title")} onPress={onClose} className="-ml-2" /> : null}
        <Title post={post} />
        {isWhole ? null : (
          <IconButton icon={X} label={t("closePost")} shortcut="Esc" onPress={onClose} className="-mr-2" />
        )}
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <PlannedFor post={post} />
        <Facts post={post} />
        <Variants post={post} />
        <CallOff post={post} />
      </div>
    </aside>
  );
}

function Title({ post }: { readonly post: Post }) {
  const { t } = useTranslation(["runSheet", "common"]);
  const mayTitle = usePermits("post.title", { owner: post.owner });
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <>
        <h2 className="min-w-0 flex-1 py-0.5 text-base font-semibold">
          <ForeignText>{titleOf(post)}</ForeignText>
        </h2>
        {mayTitle ? (
          <IconButton icon={Pencil} label={t("panel.editTitle")} onPress={() => setText(post.title)} />
        ) : null}
      </>
    );
  }
  return (
    <form
      className="flex min-w-0 flex-1 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void act("post.title", { post: post.id, title: text }, ["nothing.to.do"]);
        setText(null);
      }}
    >
      <Field
        label={t("panel.title")}
        bare
        value={text}
        onChange={setText}
        maxLength={200}
        autoFocus
        className="flex-1"
      />
      <Button type="submit" look="primary">
        {t("common:save")}
      </Button>
      <Button onPress={() => setText(null)}>{t("common:cancel")}</Button>
    </form>
  );
}

/** The planned time as the person chose it, in its zone. */
function PlannedFor({ post }: { readonly post: Post }) {
  const { t } = useTranslation("runSheet");
  const language = useView((view) => view.language);
  const mayMove = usePermits("post.move", { owner: post.owner });
  const [isMoving, setMoving] = useState(false);
  return (
    <section aria-label={t("panel.when")} className="flex flex-col gap-1">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1">
          <time dateTime={post.at} className="nums block text-lg font-semibold">
            {formatsFor(language, post.planned.zone).dateTime(post.at)}
          </time>
          <span className="text-xs text-ink-soft">{post.planned.zone}</span>
        </p>
        {mayMove && post.variants.some(isAhead) ? (
          <Button small icon={CalendarClock} onPress={() => setMoving(true)}>
            {t("panel.move")}
          </Button>
        ) : null}
      </div>
      <WhenHint at={post.at} planned={post.planned} shifted={post.shifted === null ? null : { kind: post.shifted }} />
      {isMoving ? <MoveDialog post={post} onClose={() => setMoving(false)} /> : null}
    </section>
  );
}

function Facts({ post }: { readonly post: Post }) {
  const { t } = useTranslation("runSheet");
  const mayGive = usePermits("post.give", { owner: post.owner });
  const owner = useReplica((view) =>
    post.owner === null ? null : (view.state?.members.get(post.owner)?.name ?? post.owner),
  );
  return (
    <section className="flex flex-col gap-3">
      {mayGive ? (
        <OwnerChoice
          owner={post.owner}
          onChange={(to) => void act("post.give", { post: post.id, owner: to }, ["nothing.to.do"])}
        />
      ) : (
        <p className="flex flex-col">
          <span className="text-xs font-medium text-ink-soft">{t("panel.owner")}</span>
          <span className="text-sm">{owner ?? t("panel.nobody")}</span>
        </p>
      )}
      <Note post={post} />
    </section>
  );
}

function Note({ post }: { readonly post: Post }) {
  const { t } = useTranslation(["runSheet", "common"]);
  const mayNote = usePermits("post.note", { owner: post.owner });
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    if (post.note === "" && !mayNote) return null;
    return (
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-col">
          <span className="text-xs font-medium text-ink-soft">{t("panel.note")}</span>
          <p className={`text-sm break-words whitespace-pre-wrap ${post.note === "" ? "text-ink-faint" : ""}`}>
            {post.note === "" ? t("panel.noNote") : <ForeignText links>{post.note}</ForeignText>}
          </p>
        </div>
        {mayNote ? <IconButton icon={Pencil} label={t("panel.editNote")} onPress={() => setText(post.note)} /> : null}
      </div>
    );
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void act("post.note", { post: post.id, note: text }, ["nothing.to.do"]);
        setText(null);
      }}
    >
      <Field label={t("panel.note")} value={text} onChange={setText} maxLength={2000} lines={3} spelling autoFocus />
      <div className="flex justify-end gap-2">
        <Button onPress={() => setText(null)}>{t("common:cancel")}</Button>
        <Button type="submit" look="primary">
          {t("common:save")}
        </Button>
      </div>
    </form>
  );
}

function Variants({ post }: { readonly post: Post }) {
  const { t } = useTranslation("runSheet");
  const now = useTick();
  return (
    <section aria-label={t("panel.channels")} className="flex flex-col gap-3">
      {post.variants.map((variant) => (
        <VariantCard key={variant.id} post={post} variant={variant} now={now} />
      ))}
      <AddChannel post={post} />
    </section>
  );
}

function AddChannel({ post }: { readonly post: Post }) {
  const { t } = useTranslation("runSheet");
  const mayAdd = usePermits("post.variant.add", { owner: post.owner });
  const channels = useChannels();
  const [channel, setChannel] = useState<string | null>(null);
  if (!mayAdd) return null;
  if (channel !== null) {
    return <VariantEditor post={post} channel={channel} variant={null} onDone={() => setChannel(null)} />;
  }
  const free = channels.filter(
    ({ id, retired }) => !retired && !post.variants.some((variant) => variant.channel === id),
  );
  if (free.length === 0) return null;
  return (
    <div>
      <Menu
        label={t("panel.addChannel")}
        trigger={
          <Button small look="quiet" icon={Plus}>
            {t("panel.addChannel")}
          </Button>
        }
        groups={[
          {
            id: "channels",
            actions: free.map(({ id, name }) => ({
              id,
              label: name === id ? id : `${name} · ${id}`,
              onAction: () => setChannel(id),
            })),
          },
        ]}
      />
    </div>
  );
}

/** Calling the post off, asked twice; or taking it into the plan again. */
function CallOff({ post }: { readonly post: Post }) {
  const { t } = useTranslation(["runSheet", "common"]);
  const mayCancel = usePermits("post.cancel", { owner: post.owner });
  const mayRestore = usePermits("post.restore", { owner: post.owner });
  const [isAsked, setAsked] = useState(false);
  const isOff = post.variants.every(({ state }) => state === "cancelled");
  if (isOff) {
    return mayRestore ? (
      <div>
        <Button onPress={() => void act("post.restore", { post: post.id })}>{t("panel.restorePost")}</Button>
      </div>
    ) : null;
  }
  if (!mayCancel || !post.variants.some(isAhead)) return null;
  return (
    <div className="flex gap-2">
      {isAsked ? (
        <>
          <Button
            look="primary"
            onPress={() => {
              setAsked(false);
              void act("post.cancel", { post: post.id });
            }}
          >
            {t("panel.sure")}
          </Button>
          <Button onPress={() => setAsked(false)}>{t("common:no")}</Button>
        </>
      ) : (
        <Button look="quiet" onPress={() => setAsked(true)}>
          {t("panel.cancelPost")}
        </Button>
      )}
    </div>
  );
}
