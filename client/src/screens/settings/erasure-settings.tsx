import { type Found, isFound } from "@flowdesk/shared/desk/author/found.ts";
import { Eraser, Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { channelLabels } from "../../components/channel-names.ts";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { findAuthor } from "../../connection/author.ts";
import { erasureStore } from "../../store/erasure-store.ts";
import { useReplica } from "../../store/use-desk.ts";
import { Section } from "./section.tsx";

/** Whom an erasure is about; `channel` is null for all. */
interface Whom {
  readonly author: string;
  readonly channel: string | null;
}

const everywhere = "*";
const shown = ["items", "messages", "mentions", "responses", "changes"] as const;

/** Takes out of the desk what somebody outside wrote, when they ask for it. */
export function ErasureSettings() {
  const { t } = useTranslation(["erasure", "settings"]);
  const desk = useReplica((view) => view.state?.desk.id ?? "");
  const channels = useReplica((view) => view.state?.channels);
  const [author, setAuthor] = useState("");
  const [channel, setChannel] = useState(everywhere);
  const [looked, setLooked] = useState<{ readonly whom: Whom; readonly found: Found } | null>(null);
  const isDone = useStore(erasureStore, (state) => state.isDone);
  const { isBusy, problem, ask, give, forget } = useAttempt();
  const whom: Whom = { author: author.trim(), channel: channel === everywhere ? null : channel };
  const options = [
    { id: everywhere, label: t("allChannels") },
    ...[...channelLabels([...(channels?.values() ?? [])])].map(([id, label]) => ({ id, label })),
  ];
  const restart = () => {
    setLooked(null);
    erasureStore.setState({ isDone: false });
    forget();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (whom.author === "") return;
    restart();
    void ask(() => findAuthor(desk, whom.author, whom.channel)).then((answer) => {
      if (answer !== null) setLooked({ whom, found: answer.answer });
    });
  };
  const erase = async () => {
    if (looked === null) return;
    const { author: sought, channel: on } = looked.whom;
    const taken = await give("author.erase", { author: sought, ...(on === null ? {} : { channel: on }) });
    if (!taken) return;
    erasureStore.setState({ isDone: true });
    setLooked(null);
  };
  return (
    <Section title={t("settings:erasure")} hint={t("hint")}>
      <form onSubmit={onSubmit} className="flex max-w-xl flex-wrap items-end gap-3">
        <Field
          label={t("handle")}
          value={author}
          onChange={(next) => {
            setAuthor(next);
            restart();
          }}
          maxLength={200}
          className="flex-1 basis-56"
        />
        <Choice
          label={t("channel")}
          options={options}
          value={channel}
          onChange={(next) => {
            setChannel(next);
            restart();
          }}
          className="flex-1 basis-40"
        />
        <Button type="submit" icon={Search} isDisabled={whom.author === "" || isBusy}>
          {t("look")}
        </Button>
      </form>
      <Problem>{problem}</Problem>
      <div role="status" className="flex max-w-xl flex-col gap-3">
        {looked === null ? null : isFound(looked.found) ? (
          <>
            <ul className="flex flex-col gap-1 text-sm">
              {shown
                .filter((kind) => looked.found[kind] > 0)
                .map((kind) => (
                  <li key={kind} className="nums">
                    {t(`found.${kind}`, { count: looked.found[kind] })}
                  </li>
                ))}
            </ul>
            <p className="text-sm">{t("warning")}</p>
          </>
        ) : (
          <p className="text-sm">{t("nothing")}</p>
        )}
        {isDone ? <p className="text-sm font-medium">{t("done")}</p> : null}
      </div>
      {looked !== null && isFound(looked.found) ? (
        <div>
          <Button look="primary" icon={Eraser} isDisabled={isBusy} onPress={() => void erase()}>
            {t("erase", { author: looked.whom.author })}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
