import type { LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";
import { KeyCap } from "./key-cap.tsx";

/** `primary` once a pane, for what is mostly wanted; `plain` otherwise; `quiet` in rows and bars. */
export type ButtonLook = "primary" | "plain" | "quiet";

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: "bg-ink text-on-ink font-medium hover:opacity-90 pressed:opacity-80",
  plain: "border border-line-strong/60 bg-surface text-ink hover:bg-hover pressed:bg-selected",
  quiet: "text-ink-soft hover:bg-hover hover:text-ink pressed:bg-selected",
};

const base =
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md whitespace-nowrap disabled:opacity-50 touch:min-h-11";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "children"> {
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  /** The key that does the same, as it is shown: `R`, `⌘Enter`. */
  readonly shortcut?: string | undefined;
  readonly small?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A button with words on it, and the key that does the same. */
export function Button({
  look = "plain",
  icon: Icon,
  shortcut,
  small,
  className = "",
  children,
  ...rest
}: ButtonProps) {
  const size = small === true ? "h-7 px-2 text-xs" : "h-8 px-2.5 text-sm";
  return (
    <AriaButton {...rest} className={`${base} ${looks[look]} ${size} ${className}`}>
      {Icon === undefined ? null : <Icon aria-hidden size={small === true ? 14 : 15} strokeWidth={2} />}
      {children}
      {shortcut === undefined ? null : (
        <KeyCap onInk={look === "primary"} className="touch:hidden">
          {shortcut}
        </KeyCap>
      )}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "className" | "children" | "aria-label"> {
  readonly icon: LucideIcon;
  /** What it does: read out, and shown as a tip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly className?: string;
  /** Whether it is held down, for a button that turns something on and off. */
  readonly pressed?: boolean;
}

/** A button with a picture on it; its name and key come as a tip. */
export function IconButton({ icon: Icon, label, shortcut, className = "", pressed, ...rest }: IconButtonProps) {
  const key = useId();
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(shortcut === undefined ? {} : { "aria-describedby": key })}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        className={`${base} ${looks.quiet} size-7 touch:min-w-11 ${pressed === true ? "bg-selected text-ink" : ""} ${className}`}
      >
        <Icon aria-hidden size={16} strokeWidth={2} />
        {shortcut === undefined ? null : (
          <span id={key} hidden>
            {shortcut}
          </span>
        )}
      </AriaButton>
      <Tip label={label} shortcut={shortcut} />
    </TooltipTrigger>
  );
}

/** The library's tip takes no such attribute. */
const hide = (tip: HTMLDivElement | null) => tip?.setAttribute("aria-hidden", "true");

/**
 * The tip of a control: its name and its key, for those who see. Those who listen have both from the control itself, and
 * a text that floats outside all parts of the page is no place of theirs.
 */
export function Tip({ label, shortcut }: { readonly label: string; readonly shortcut?: string | undefined }) {
  return (
    <Tooltip
      ref={hide}
      offset={6}
      className="enter-fade z-50 flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-on-ink shadow-lift"
    >
      {label}
      {shortcut === undefined ? null : <KeyCap onInk>{shortcut}</KeyCap>}
    </Tooltip>
  );
}
