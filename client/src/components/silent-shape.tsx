/** The shape of silence: a pulse that ends in a cross. Always with its word. */
export function SilentShape({ size = 12 }: { readonly size?: number | string }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 12 12" className="shrink-0">
      <path
        d="M1.5 6h2l1.2-2.4L6.5 8.4 7.6 6H8M9 4.5l2.4 3M11.4 4.5 9 7.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
