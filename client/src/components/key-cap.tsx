/** A key as it stands on the keyboard. */
export function KeyCap({
  children,
  onInk = false,
  className = "",
}: {
  readonly children: string;
  readonly onInk?: boolean;
  readonly className?: string;
}) {
  const look = onInk ? "border-on-ink/40 text-on-ink" : "border-line bg-sunken text-ink-soft";
  return (
    <kbd
      className={`inline-flex h-[18px] min-w-[18px] items-center justify-center rounded border px-1 font-sans text-2xs leading-none ${look} ${className}`}
    >
      {children}
    </kbd>
  );
}
