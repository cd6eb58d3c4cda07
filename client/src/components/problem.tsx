import { UrgencyShape } from "./urgency-mark.tsx";

/** Why something was refused, in the place where it was asked; read out at once. Nothing while nothing is wrong. */
export function Problem({ children }: { readonly children: string | null }) {
  return (
    <div role="alert" className="contents">
      {children === null ? null : (
        <p className="flex items-start gap-1.5 text-sm font-medium text-over">
          <span className="mt-[3px]">
            <UrgencyShape urgency="overdue" />
          </span>
          {children}
        </p>
      )}
    </div>
  );
}
