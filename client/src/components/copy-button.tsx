import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonLook } from "./button.tsx";
import { copyText } from "./copy-text.ts";

/** How long it says that it has copied, in ms. */
const said = 4000;

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** What it says once it has copied. */
  readonly doneLabel: string;
  readonly look?: ButtonLook;
  readonly small?: boolean;
}

/** Copies a text, and says so for a while. */
export function CopyButton({ text, label, doneLabel, look = "plain", small = false }: CopyButtonProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), said);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      look={look}
      small={small}
      icon={isCopied ? Check : Copy}
      onPress={() => {
        void copyText(text).then((done) => setCopied(done ? text : null));
      }}
    >
      <span aria-live="polite">{isCopied ? doneLabel : label}</span>
    </Button>
  );
}
