import { FileUp } from "lucide-react";
import { DropZone, FileTrigger, isFileDropItem, Text } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { ForeignName } from "../../components/foreign-text.tsx";
import { useFormats } from "../../text/use-text.ts";

/** Where a file is dropped or chosen. */
export function FileChoice({
  file,
  hint,
  isDisabled,
  onChoose,
}: {
  readonly file: File | null;
  readonly hint: string;
  readonly isDisabled: boolean;
  readonly onChoose: (file: File) => void;
}) {
  const { t } = useTranslation("bringIn");
  const { number } = useFormats();
  return (
    <DropZone
      isDisabled={isDisabled}
      getDropOperation={() => "copy"}
      onDrop={({ items }) => {
        const dropped = items.find(isFileDropItem);
        if (dropped !== undefined) void dropped.getFile().then(onChoose);
      }}
      className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-4 py-6 text-center drop-target:border-ink drop-target:bg-selected"
    >
      <FileUp aria-hidden size={22} strokeWidth={1.5} className="text-ink-faint" />
      {file === null ? (
        <Text slot="label" className="text-sm text-ink-soft">
          {t("file.drop")}
        </Text>
      ) : (
        <Text slot="label" className="text-sm font-medium">
          <ForeignName>{file.name}</ForeignName>
          <span className="nums ml-2 font-normal text-ink-faint">{number(Math.ceil(file.size / 1024))} KB</span>
        </Text>
      )}
      <FileTrigger
        onSelect={(files) => {
          const chosen = files?.[0];
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        <Button isDisabled={isDisabled} {...(file === null ? { look: "primary" } : {})}>
          {t(file === null ? "file.choose" : "file.other")}
        </Button>
      </FileTrigger>
      <p className="text-xs text-ink-faint">{hint}</p>
    </DropZone>
  );
}
