import { Keys, type PaletteGroup } from "./command-palette.tsx";

/** Keys and what they do, in groups; a group without any is left out. */
export function KeyTable({ groups }: { readonly groups: readonly PaletteGroup[] }) {
  return (
    <div className="gap-x-10 mid:columns-2">
      {groups
        .filter(({ actions }) => actions.some(({ keys }) => keys.length > 0))
        .map((group) => (
          <section key={group.id} className="mb-4 break-inside-avoid">
            <h3 className="pane-title mb-1">{group.title}</h3>
            <dl>
              {group.actions
                .filter(({ keys }) => keys.length > 0)
                .map(({ id, label, keys }) => (
                  <div key={id} className="flex min-h-7 items-center justify-between gap-4">
                    <dt className="min-w-0 text-sm">{label}</dt>
                    <dd className="shrink-0">
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
    </div>
  );
}
