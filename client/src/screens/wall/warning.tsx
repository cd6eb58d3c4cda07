import type { ReactNode } from "react";
import { UrgencyShape } from "../../components/urgency-mark.tsx";
import { shapeSize } from "./type-size.ts";

/** A warning with its shape. */
export function Warning({
  urgency,
  children,
}: {
  readonly urgency: "at-risk" | "overdue";
  readonly children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-[calc(var(--u)*0.8)] font-semibold whitespace-nowrap ${urgency === "overdue" ? "text-over" : "text-risk"}`}
    >
      <UrgencyShape urgency={urgency} size={shapeSize} />
      {children}
    </span>
  );
}
