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
  return (
    <svg aria-hidden="true" width={width} height={height} className="shrink-0">
      {values.map((value, index) => {
        const tall = value === 0 ? 1 : Math.max(2, (value / most) * height);
        const x = index * step;
        return (
          <rect
            key={x}
            x={x}
            y={height - tall}
            width={Math.max(1, step - 1)}
            height={tall}
            className={index === values.length - 1 ? "fill-ink" : "fill-bar"}
          />
        );
      })}
    </svg>
  );
}
