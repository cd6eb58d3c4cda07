import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";

export interface TabOf<Key extends string> {
  readonly id: Key;
  readonly label: string;
  /** Shown beside the label; nothing where it is undefined. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

/** Panes that lie behind each other. */
export function Tabs<Key extends string>({
  label,
  tabs,
  selected,
  onSelect,
  className = "",
}: {
  label: string;
  tabs: readonly TabOf<Key>[];
  selected: Key;
  onSelect: (id: Key) => void;
  className?: string;
}) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) onSelect(tab.id);
      }}
      className={`flex min-h-0 flex-col ${className}`}
    >
      <TabList aria-label={label} className="relative flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex h-9 cursor-default items-center gap-1.5 border-b-2 border-transparent px-2 text-sm whitespace-nowrap text-ink-soft hover:text-ink focus-visible:-outline-offset-2 selected:border-ink selected:font-medium selected:text-ink touch:h-11"
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="nums text-xs text-ink-faint">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          className="relative min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
