import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { TokenEntry } from "@flowdesk/shared/protocol/account.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { changeToken, makeToken } from "../../connection/tokens.ts";
import { useDesk } from "../../store/use-desk.ts";
import { readLocal } from "./local-time.ts";
import { RoleTicks } from "./role-ticks.tsx";
import { ShownOnce } from "./shown-once.tsx";

/** Makes a token, which is shown once. */
export function MakeTokenDialog({ desk, onClose }: { readonly desk: string; readonly onClose: () => void }) {
  const { t } = useTranslation(["settings", "components"]);
  const zone = useDesk()?.zone ?? "UTC";
  const [name, setName] = useState("");
  const [end, setEnd] = useState("");
  const [roles, setRoles] = useState<readonly Role[]>(["source"]);
  const [token, setToken] = useState<string | null>(null);
  const { isBusy, problem, ask } = useAttempt();
  const until = readLocal(end, zone);
  const isReady = name.trim() !== "" && roles.length > 0 && until !== null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void ask(() => makeToken(desk, { name: name.trim(), roles, ...(until === "" ? {} : { until }) })).then((made) => {
      if (made !== null) setToken(made.answer.token);
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("tokensPart.make")} closeLabel={t("components:dialog.close")}>
      {token === null ? (
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field label={t("tokensPart.name")} value={name} onChange={setName} maxLength={120} autoFocus />
          <RoleTicks chosen={roles} onChange={setRoles} isProgram />
          <EndField zone={zone} value={end} onChange={setEnd} />
          <Problem>{problem}</Problem>
          <div className="flex justify-end">
            <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
              {t("tokensPart.create")}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <ShownOnce label={t("tokensPart.token")} hint={t("tokensPart.once")} secret={token} />
          <div className="mt-4 flex justify-end">
            <Button onPress={onClose}>{t("invitations.done")}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** Gives a token another name or another end. */
export function EditTokenDialog({
  desk,
  token,
  onClose,
}: {
  readonly desk: string;
  readonly token: TokenEntry;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["settings", "components", "common"]);
  const zone = useDesk()?.zone ?? "UTC";
  const known = token.until === undefined ? "" : wallClockOf(token.until, zone).local.slice(0, 16);
  const [name, setName] = useState(token.name);
  const [end, setEnd] = useState(known);
  const { isBusy, problem, ask } = useAttempt();
  const until = readLocal(end, zone);
  const isReady = name.trim() !== "" && until !== null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const change = {
      ...(name.trim() === token.name ? {} : { name: name.trim() }),
      // What is read to the minute is not written back by itself.
      ...(end === known ? {} : { until: until === "" ? null : until }),
    };
    void ask(() => changeToken(desk, token.id, change)).then((done) => {
      if (done !== null) onClose();
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={token.name} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field label={t("tokensPart.name")} value={name} onChange={setName} maxLength={120} autoFocus />
        <EndField zone={zone} value={end} onChange={setEnd} />
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
            {t("common:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** From when on a token is refused, on the desk's clock. */
function EndField({
  zone,
  value,
  onChange,
}: {
  readonly zone: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation("settings");
  return (
    <Field
      label={t("peoplePart.until")}
      hint={t("peoplePart.untilHint", { zone })}
      type="datetime-local"
      value={value}
      onChange={onChange}
      className="max-w-60"
    />
  );
}
