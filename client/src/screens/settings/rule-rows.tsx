import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/button.tsx";
import type { MenuAction } from "../../components/menu.tsx";
import { RowMenu } from "./row-menu.tsx";
import { moved, without } from "./rule-order.ts";
import { Row, Rows } from "./section.tsx";

/** Rules in the order in which they are tried, each to be moved, altered and taken out. */
export function RuleRows<Rule>({
  label,
  rules,
  nameOf,
  isOrdered = true,
  onChange,
  onEdit,
  children,
}: {
  readonly label: string;
  readonly rules: readonly Rule[];
  /** What a rule is called, for those who listen. */
  readonly nameOf: (rule: Rule) => string;
  /** Whether the first that fits counts, so that the order matters. */
  readonly isOrdered?: boolean;
  /** Null where the member may only read. */
  readonly onChange: ((rules: Rule[]) => void) | null;
  readonly onEdit?: (index: number) => void;
  readonly children: (rule: Rule, index: number) => ReactNode;
}) {
  const { t } = useTranslation(["settings", "common"]);
  const actionsOf = (index: number): readonly MenuAction[] => {
    if (onChange === null) return [];
    const move = (to: number) => onChange(moved(rules, index, to));
    return [
      ...(isOrdered
        ? [
            { id: "up", label: t("up"), icon: ArrowUp, isDisabled: index === 0, onAction: () => move(index - 1) },
            {
              id: "down",
              label: t("down"),
              icon: ArrowDown,
              isDisabled: index === rules.length - 1,
              onAction: () => move(index + 1),
            },
          ]
        : []),
      { id: "remove", label: t("common:remove"), icon: Trash2, onAction: () => onChange(without(rules, index)) },
    ];
  };
  return (
    <Rows label={label}>
      {rules.map((rule, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no id; its place is what it is known by.
          key={index}
          tools={
            onChange === null ? undefined : (
              <>
                {onEdit === undefined ? null : (
                  <IconButton
                    icon={Pencil}
                    label={`${t("common:edit")}: ${nameOf(rule)}`}
                    onPress={() => onEdit(index)}
                  />
                )}
                <RowMenu name={nameOf(rule)} actions={actionsOf(index)} />
              </>
            )
          }
        >
          {children(rule, index)}
        </Row>
      ))}
    </Rows>
  );
}
