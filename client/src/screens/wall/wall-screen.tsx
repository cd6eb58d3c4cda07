import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { second } from "@flowdesk/shared/time/instant.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClockProvider } from "../../components/clock.tsx";
import { followWall, type WallNews, type WallSource } from "../../connection/follow-wall.ts";
import { serverNow } from "../../store/server-clock.ts";
import { Board } from "./board.tsx";
import { typeSize } from "./type-size.ts";
import { useAwake } from "./use-awake.ts";

/** What is older than this is not called live, in ms: two answers that did not come, with the time they take. */
const freshFor = 10 * second;

/** What is known of the wall: the last that came, when, and what came of asking since. */
interface Known {
  readonly wall: Wall | null;
  /** When it came, in ms by the desk's clock. */
  readonly at: number;
  readonly news: Exclude<WallNews, { readonly wall: Wall }> | "here" | null;
}

/** The big screen in the room: only shows, needs no hand, and recovers by itself. */
export default function WallScreen({ source }: { readonly source: WallSource }) {
  const { t } = useTranslation("wall");
  const [known, setKnown] = useState<Known>({ wall: null, at: 0, news: null });
  useAwake();
  const key = "token" in source ? source.token : source.desk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which wall it is.
  useEffect(
    () =>
      followWall(source, (news) => {
        setKnown((before) =>
          typeof news === "string" ? { ...before, news } : { wall: news.wall, at: serverNow(), news: "here" },
        );
      }),
    [key],
  );
  const name = known.wall?.desk.name;
  useEffect(() => {
    document.title = `${name === undefined ? "" : `${name} · `}${t("title")} · Flowdesk`;
  }, [name, t]);
  const { wall, at, news } = known;
  if (news === "refused") return <Said title={t("connection.refused")} hint={t("connection.refusedHint")} />;
  if (wall === null) return <Said title={t(news === null ? "connection.loading" : "connection.unreachable")} />;
  return (
    <ClockProvider clock={serverNow}>
      <Board wall={wall} at={at} freshFor={freshFor} />
    </ClockProvider>
  );
}

function Said({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <main className="flex h-dvh flex-col items-center justify-center gap-[calc(var(--u)*2)] bg-ground p-[calc(var(--u)*4)] text-center [--u:1vmin] portrait:[--u:1.7vmin]">
      <h1 className={`font-semibold ${typeSize.large}`}>{title}</h1>
      {hint === undefined ? null : <p className={`max-w-[36em] text-ink-soft ${typeSize.body}`}>{hint}</p>}
    </main>
  );
}
