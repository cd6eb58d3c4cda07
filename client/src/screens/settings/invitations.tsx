import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { InvitationEntry } from "@flowdesk/shared/protocol/account.ts";
import { UserRoundPlus } from "lucide-react";
import { type FormEvent, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { invitationsOf, invite, withdrawInvitation } from "../../connection/invitations.ts";
import { useMember, useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { FetchedRows } from "./fetched-rows.tsx";
import { RoleTicks } from "./role-ticks.tsx";
import { Group, Row } from "./section.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { useFetched } from "./use-fetched.ts";

/** The links that let somebody in and have not been used. */
export function Invitations() {
  const { t } = useTranslation("settings");
  const desk = useReplica((view) => view.state?.desk.id ?? "");
  const { fetched, again } = useFetched(useCallback(() => invitationsOf(desk), [desk]));
  const { isBusy, problem, ask } = useAttempt();
  const [isMaking, setMaking] = useState(false);
  const withdraw = (id: string) => void ask(() => withdrawInvitation(desk, id)).then(again);
  return (
    <Group
      title={t("invitations.title")}
      hint={t("invitations.hint")}
      tools={
        <Button look="primary" icon={UserRoundPlus} onPress={() => setMaking(true)}>
          {t("invitations.make")}
        </Button>
      }
    >
      <Problem>{problem}</Problem>
      <FetchedRows label={t("invitations.title")} fetched={fetched} onAgain={again} none={t("invitations.none")}>
        {(entry) => (
          <Row
            key={entry.id}
            tools={
              <Button small isDisabled={isBusy} onPress={() => withdraw(entry.id)}>
                {t("invitations.withdraw")}
              </Button>
            }
          >
            <InvitationLine entry={entry} />
          </Row>
        )}
      </FetchedRows>
      {isMaking ? (
        <InviteDialog
          desk={desk}
          onClose={() => {
            setMaking(false);
            again();
          }}
        />
      ) : null}
    </Group>
  );
}

function InvitationLine({ entry }: { readonly entry: InvitationEntry }) {
  const { t } = useTranslation(["settings", "shift"]);
  const { timeNear } = useFormats();
  const now = useTick(60);
  const inviter = useMember(entry.createdBy)?.name;
  return (
    <>
      <span className="flex-1 basis-40">
        {entry.name === null ? (
          <span className="text-ink-faint italic">{t("invitations.unnamed")}</span>
        ) : (
          <bdi className="font-medium">{entry.name}</bdi>
        )}
        <span className="block text-xs text-ink-soft">
          {entry.roles.map((role) => t(`shift:role.${role}`)).join(", ")}
        </span>
      </span>
      <span className="nums text-xs text-ink-faint">
        {t("invitations.until", { time: timeNear(entry.expiresAt, now) })}
        {inviter === undefined ? "" : ` · ${t("invitations.by", { name: inviter })}`}
      </span>
    </>
  );
}

function InviteDialog({ desk, onClose }: { readonly desk: string; readonly onClose: () => void }) {
  const { t } = useTranslation(["settings", "components"]);
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<readonly Role[]>(["community-manager"]);
  const [link, setLink] = useState<string | null>(null);
  const { isBusy, problem, ask } = useAttempt();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (roles.length === 0) return;
    void ask(() => invite(desk, roles, name)).then((made) => {
      if (made !== null) setLink(made.answer.link);
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("invitations.make")} closeLabel={t("components:dialog.close")}>
      {link === null ? (
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field
            label={t("invitations.name")}
            hint={t("invitations.nameHint")}
            value={name}
            onChange={setName}
            maxLength={120}
            autoFocus
          />
          <RoleTicks chosen={roles} onChange={setRoles} />
          <Problem>{problem}</Problem>
          <div className="flex justify-end">
            <Button type="submit" look="primary" isDisabled={roles.length === 0 || isBusy}>
              {t("invitations.create")}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <ShownOnce label={t("invitations.link")} hint={t("invitations.once")} secret={link} />
          <div className="mt-4 flex justify-end">
            <Button onPress={onClose}>{t("invitations.done")}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
