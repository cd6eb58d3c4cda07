/** Figures over a span of time. */
export const review = {
  title: "Review",
  responseTime: "Response time",
  withinTarget: "Within the target",
} as const;
