import { ImagePlus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { isAddress, type MediaDraft } from "./draft.ts";

/** Most pictures of one variant. */
const most = 20;

/** The pictures and films that go with a text: where each lies, and what can be seen on it. */
export function MediaFields({
  media,
  onChange,
}: {
  readonly media: readonly MediaDraft[];
  readonly onChange: (media: readonly MediaDraft[]) => void;
}) {
  const { t } = useTranslation("runSheet");
  const set = (index: number, part: Partial<MediaDraft>) =>
    onChange(media.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div className="flex flex-col gap-2">
      {media.map(({ url, alt }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and they keep their places.
        <div key={index} className="flex items-start gap-2 rounded-lg border border-line p-2">
          <div className="grid min-w-0 flex-1 gap-2 mid:grid-cols-2">
            <Field
              label={t("media.url")}
              value={url}
              type="url"
              maxLength={2000}
              placeholder="https://"
              error={url.trim() === "" || isAddress(url) ? null : t("media.wrong")}
              onChange={(next) => set(index, { url: next })}
            />
            <Field
              label={t("media.alt")}
              value={alt}
              maxLength={2000}
              spelling
              onChange={(next) => set(index, { alt: next })}
            />
          </div>
          <IconButton
            icon={X}
            label={t("media.remove")}
            onPress={() => onChange(media.filter((_one, at) => at !== index))}
          />
        </div>
      ))}
      {media.length >= most ? null : (
        <div>
          <Button small look="quiet" icon={ImagePlus} onPress={() => onChange([...media, { url: "", alt: "" }])}>
            {t("media.add")}
          </Button>
        </div>
      )}
    </div>
  );
}
