import type { PlannedPost } from "@flowdesk/shared/protocol/import.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { useTranslation } from "react-i18next";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { ForeignName, ForeignText } from "../../components/foreign-text.tsx";
import { useFormats } from "../../text/use-text.ts";

const head = "px-2 py-1.5 text-left text-xs font-medium text-ink-faint";
const cell = "px-2 py-1.5 align-top";

/** The first messages as they would come in, times in the desk's zone. */
export function FirstMessages({ messages }: { readonly messages: readonly IncomingMessage[] }) {
  const { t } = useTranslation("bringIn");
  const { dateTime } = useFormats();
  return (
    <div className="rounded-lg border border-line">
      <table className="w-full text-sm">
        <caption className="px-2 py-2 text-left text-xs text-ink-faint">
          {t("first", { count: messages.length })}
        </caption>
        <thead className="border-y border-line">
          <tr>
            {(["time", "channel", "way", "author", "text"] as const).map((name) => (
              <th key={name} scope="col" className={head}>
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <tr
              key={`${message.channel} ${message.externalId} ${message.at}`}
              className="border-b border-line last:border-0"
            >
              <td className={`${cell} nums mid:whitespace-nowrap`}>
                <time dateTime={message.at}>{dateTime(message.at)}</time>
              </td>
              <td className={cell}>
                <span className="flex items-center gap-1.5">
                  <ChannelMark channel={message.channel} isDm={message.kind === "dm"} />
                  <ForeignName>{message.channel.slice(message.channel.indexOf(":") + 1)}</ForeignName>
                </span>
              </td>
              <td className={`${cell} text-ink-soft`}>{t(`way.${message.direction ?? "in"}`)}</td>
              <td className={`${cell} wrap-anywhere`}>
                <ForeignName>{message.author.handle}</ForeignName>
              </td>
              <td className={`${cell} w-1/2 wrap-anywhere`}>
                <ForeignText>{message.text.slice(0, 280)}</ForeignText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The first posts as they would be planned, at the wall-clock time of the calendar. */
export function FirstPosts({ posts }: { readonly posts: readonly PlannedPost[] }) {
  const { t } = useTranslation("bringIn");
  return (
    <div className="rounded-lg border border-line">
      <table className="w-full text-sm">
        <caption className="px-2 py-2 text-left text-xs text-ink-faint">
          {t("firstPosts", { count: posts.length })}
        </caption>
        <thead className="border-y border-line">
          <tr>
            {(["row", "time", "text"] as const).map((name) => (
              <th key={name} scope="col" className={head}>
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {posts.map(({ row, local, zone, shifted, text }) => (
            <tr key={row} className="border-b border-line last:border-0">
              <td className={`${cell} nums`}>{row}</td>
              <td className={`${cell} nums mid:whitespace-nowrap`}>
                {local.slice(0, 16).replace("T", " ")} <span className="text-ink-faint">{zone}</span>
                {shifted === null ? null : <p className="text-xs text-ink-soft">{t(`shifted.${shifted}`)}</p>}
              </td>
              <td className={`${cell} wrap-anywhere`}>
                <ForeignText>{text.slice(0, 280)}</ForeignText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
