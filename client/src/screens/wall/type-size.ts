/**
 * Sizes of type on the wall. Signs are read from a distance of two hundred times the height of their letters (the rule of
 * thumb of ISO 9241-303 and of sign makers, which is 17 minutes of arc; the eye needs five). From five metres that is
 * 25 mm: 2.7 % of the height of a screen of 75 inches, of which no text is smaller. `--u` is one percent of the height.
 */
export const typeSize = {
  small: "text-[calc(var(--u)*2.7)] leading-[1.2]",
  body: "text-[calc(var(--u)*3.1)] leading-[1.2]",
  large: "text-[calc(var(--u)*4.4)] leading-[1.15]",
  /** Numbers by how many digits they have: up to three, four, more. */
  number: "text-[calc(var(--u)*9)] leading-none",
  longNumber: "text-[calc(var(--u)*7)] leading-[calc(var(--u)*9)]",
  longestNumber: "text-[calc(var(--u)*5.4)] leading-[calc(var(--u)*9)]",
  clock: "text-[calc(var(--u)*7)] leading-none",
} as const;

/** How large a shape stands beside text, in CSS. */
export const shapeSize = "calc(var(--u) * 2.6)";
