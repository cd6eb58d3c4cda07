import type { Media } from "@flowdesk/shared/desk/item/message.ts";
import { ExternalLink, File, Film, Image, Music } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { ForeignText } from "./foreign-text.tsx";

const icons = { image: Image, video: Film, audio: Music, file: File };

/** A picture, film or sound of a stranger's: named, and not loaded until somebody asks for it. */
export function MediaView({ media }: { readonly media: Media }) {
  const { t } = useTranslation("components");
  const [shown, setShown] = useState(false);
  const Icon = icons[media.kind];
  if (shown && media.kind === "image") {
    return (
      <img
        src={media.url}
        alt={media.alt ?? ""}
        referrerPolicy="no-referrer"
        className="max-h-72 max-w-full rounded-md border border-line"
      />
    );
  }
  return (
    <span className="flex max-w-72 items-center gap-2 rounded-md border border-line bg-ground px-2 py-1.5 text-xs text-ink-soft">
      <Icon aria-hidden size={15} className="shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 truncate">
        {media.alt === undefined || media.alt === "" ? (
          t(`media.${media.kind}`)
        ) : (
          <ForeignText>{media.alt}</ForeignText>
        )}
      </span>
      {media.kind === "image" ? (
        <Button small look="quiet" onPress={() => setShown(true)}>
          {t("media.show")}
        </Button>
      ) : (
        <a
          href={media.url}
          target="_blank"
          rel="noreferrer noopener nofollow"
          className="inline-flex min-h-6 items-center gap-1 underline"
        >
          {t("media.open")}
          <ExternalLink aria-hidden size={12} />
        </a>
      )}
    </span>
  );
}
