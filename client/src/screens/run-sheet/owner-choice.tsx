import { permits } from "@flowdesk/shared/desk/permission.ts";
import { useTranslation } from "react-i18next";
import { Choice } from "../../components/choice.tsx";
import { useMembers } from "../../store/use-desk.ts";

const nobody = "nobody:";

/** Who sees to it that a post goes out: anyone who may put one out, or nobody yet. */
export function OwnerChoice({
  owner,
  onChange,
}: {
  readonly owner: string | null;
  readonly onChange: (owner: string | null) => void;
}) {
  const { t } = useTranslation("runSheet");
  const members = useMembers();
  const able = members.filter((member) => permits(member, "post.live", { owner: member.id }) || member.id === owner);
  return (
    <Choice
      label={t("panel.owner")}
      options={[{ id: nobody, label: t("panel.nobody") }, ...able.map(({ id, name }) => ({ id, label: name }))]}
      value={owner ?? nobody}
      onChange={(id) => onChange(id === nobody ? null : id)}
    />
  );
}
