import type { ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { axisX, axisY, plot, rectX, rectY, ruleX, ruleY, text } from "@observablehq/plot";

type Class = ReviewAnswer["bins"][number];

export interface DistributionOptions {
  readonly bins: readonly Class[];
  /** Each in ms. */
  readonly targets: readonly number[];
  readonly width: number;
  /** Lengths downwards and bars to the side, for narrow screens. */
  readonly isUpright: boolean;
  readonly number: (value: number) => string;
  readonly length: (ms: number) => string;
  readonly targetName: (ms: number) => string;
  /** What a class is and holds, in words. */
  readonly nameOf: (bin: Class) => string;
  readonly onOpen: (bin: Class) => void;
}

/**
 * Where a length of time lies on the axis of classes: a whole number at the end of each class, in between by the
 * logarithm, as the classes grow by doubling.
 */
export function placeOf(bins: readonly Class[], ms: number): number {
  const index = bins.findIndex(({ upTo }) => upTo === null || ms <= upTo);
  const { over = null, upTo = null } = bins[index] ?? {};
  if (upTo === null) return over !== null && ms > over ? index + Math.min(1, Math.log2(ms / over)) : index;
  const start = over ?? upTo / 2;
  return index + Math.max(0, Math.log(ms / start) / Math.log(upTo / start));
}

/** Room beside lying bars in px: for the count of the longest, and after it for the names of the targets. */
const besideBars = 116;

/**
 * The distribution of response times as a picture: a bar for each class, first answers below and later ones on top, the
 * targets as lines across. What lies beyond the only target is drawn in the colour of what is overdue.
 */
export function distributionPlot(options: DistributionOptions): Element {
  const { bins, targets, width, isUpright, number, length, targetName } = options;
  const only = targets.length === 1 ? targets[0] : undefined;
  const isLate = ({ over }: Class) => only !== undefined && over !== null && over >= only;
  const bars = bins.flatMap((bin, index) => [
    { index, from: 0, to: bin.first, fill: isLate(bin) ? "var(--over)" : "var(--bar-strong)", opacity: 1 },
    {
      index,
      from: bin.first,
      to: bin.first + bin.next,
      fill: isLate(bin) ? "var(--over)" : "var(--bar)",
      opacity: isLate(bin) ? 0.6 : 1,
    },
  ]);
  const most = Math.max(1, ...bins.map(({ first, next }) => first + next));
  const edges = bins.flatMap(({ upTo }, index) => (upTo === null ? [] : [{ place: index + 1, label: length(upTo) }]));
  const labelOf = (place: number) => edges.find((edge) => edge.place === place)?.label ?? "";
  const lines = targets.map((ms) => ({ place: placeOf(bins, ms), label: targetName(ms) }));
  const counts = bins
    .map(({ first, next }, index) => ({ index, count: first + next }))
    .filter(({ count }) => count > 0);
  const shared = {
    width,
    style: { background: "transparent", fontSize: "11px", fontFamily: "inherit", overflow: "visible" },
  };
  const faint = { fill: "var(--ink-faint)" };
  const svg = isUpright
    ? plot({
        ...shared,
        height: bins.length * 24 + 20,
        marginLeft: 64,
        marginRight: besideBars,
        marginTop: 14,
        marginBottom: 6,
        x: { domain: [0, most], axis: null },
        y: { domain: [0, bins.length], reverse: true, axis: null },
        marks: [
          axisY(
            edges.map(({ place }) => place),
            { tickFormat: labelOf, tickSize: 0, color: "var(--ink-faint)", label: null },
          ),
          rectX(bars, {
            y1: (d) => d.index,
            y2: (d) => d.index + 1,
            x1: "from",
            x2: "to",
            fill: "fill",
            fillOpacity: "opacity",
            insetTop: 2,
            insetBottom: 2,
          }),
          text(counts, {
            y: (d) => d.index + 0.5,
            x: "count",
            text: (d) => number(d.count),
            textAnchor: "start",
            dx: 5,
            ...faint,
          }),
          ruleX([0], { stroke: "var(--line-strong)" }),
          ruleY(lines, {
            y: "place",
            stroke: "var(--ink)",
            strokeWidth: 1.5,
            strokeDasharray: "4 3",
            insetRight: -besideBars,
          }),
          text(lines, {
            y: "place",
            frameAnchor: "right",
            text: "label",
            textAnchor: "end",
            dx: besideBars,
            dy: -7,
            fill: "var(--ink)",
            stroke: "var(--surface)",
            strokeWidth: 4,
          }),
          rectX(bins, {
            y1: (_, index) => index,
            y2: (_, index) => index + 1,
            x1: 0,
            x2: most,
            fill: "transparent",
            ariaDescription: "classes",
          }),
        ],
      })
    : plot({
        ...shared,
        height: 250,
        marginLeft: 16,
        marginRight: 16,
        marginTop: 26,
        marginBottom: 24,
        x: { domain: [0, bins.length], axis: null },
        y: { domain: [0, most], axis: null },
        marks: [
          rectY(bars, {
            x1: (d) => d.index,
            x2: (d) => d.index + 1,
            y1: "from",
            y2: "to",
            fill: "fill",
            fillOpacity: "opacity",
            insetLeft: 2,
            insetRight: 2,
          }),
          text(counts, { x: (d) => d.index + 0.5, y: "count", text: (d) => number(d.count), dy: -8, ...faint }),
          ruleY([0], { stroke: "var(--line-strong)" }),
          axisX(
            edges.map(({ place }) => place),
            { tickFormat: labelOf, tickSize: 3, color: "var(--ink-faint)", label: null },
          ),
          ruleX(lines, { x: "place", stroke: "var(--ink)", strokeWidth: 1.5, strokeDasharray: "4 3", insetTop: -12 }),
          text(lines, {
            x: "place",
            frameAnchor: "top",
            text: "label",
            dy: -20,
            fill: "var(--ink)",
            stroke: "var(--surface)",
            strokeWidth: 4,
          }),
          rectY(bins, {
            x1: (_, index) => index,
            x2: (_, index) => index + 1,
            y1: 0,
            y2: most,
            fill: "transparent",
            ariaDescription: "classes",
          }),
        ],
      });
  makeOpenable(svg, options);
  return svg;
}

/** Lets each class be pressed. By keyboard the same is reached in the table beside the picture. */
function makeOpenable(svg: Element, { bins, nameOf, onOpen }: DistributionOptions): void {
  svg.setAttribute("aria-hidden", "true");
  svg.querySelectorAll<SVGRectElement>('g[aria-description="classes"] rect').forEach((rect, index) => {
    const bin = bins[index];
    if (bin === undefined) return;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = nameOf(bin);
    rect.append(title);
    if (bin.first + bin.next === 0) return;
    rect.style.cursor = "pointer";
    rect.addEventListener("click", () => onOpen(bin));
  });
}
