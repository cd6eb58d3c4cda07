/**
 * How a figure went lately, as bars from the oldest to the newest, the newest in full ink. A picture beside a number that
 * says the same, so it is not read out.
 */
export function LiveLine({
  values,
  width = 44,
  height = 16,
}: {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
}) {
  const most = Math.max(1, ...values);
  const step = width / Math.max(1, values.length);
  const bars = values.map((value, index) => {
    const tall = value === 0 ? 1 : Math.max(2, (value / most) * height);
    return `M${index * step} ${height}v${-tall}h${Math.max(1, step - 1)}v${tall}z`;
  });
  return (
    <svg aria-hidden="true" width={width} height={height} className="shrink-0">
      <path d={bars.slice(0, -1).join("")} className="fill-bar" />
      <path d={bars.at(-1)} className="fill-ink" />
    </svg>
  );
}
