import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/button.tsx";
import { Menu, type MenuAction } from "../../components/menu.tsx";

/** What can be done with a row; nothing if nothing can. @param name what the row is, for those who listen */
export function RowMenu({ name, actions }: { readonly name: string; readonly actions: readonly MenuAction[] }) {
  const { t } = useTranslation("settings");
  if (actions.length === 0) return null;
  const label = `${t("more")}: ${name}`;
  return (
    <Menu label={label} trigger={<IconButton icon={Ellipsis} label={label} />} groups={[{ id: "row", actions }]} />
  );
}
