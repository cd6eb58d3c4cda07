import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { TokenEntry } from "@flowdesk/shared/protocol/account.ts";
import { KeyRound } from "lucide-react";
import { type FormEvent, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { makeToken, revokeToken, tokensOf } from "../../connection/tokens.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { RoleTicks } from "./role-ticks.tsx";
import { Nothing, Row, Rows, Section } from "./section.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { useFetched } from "./use-fetched.ts";

/** The tokens by which programs come in. */
export function TokenSettings() {
  const { t } = useTranslation(["settings", "common"]);
  const desk = useReplica((view) => view.state?.desk.id ?? "");
  const { fetched, again } = useFetched(useCallback(() => tokensOf(desk), [desk]));
  const [isMaking, setMaking] = useState(false);
  const [showsRevoked, setShowsRevoked] = useState(false);
  const all = fetched.kind === "here" ? fetched.value : [];
  const shown = all.filter(({ revokedAt }) => showsRevoked || revokedAt === null);
  return (
    <Section
      title={t("tokens")}
      hint={t("tokensPart.hint")}
      tools={
        <Button look="primary" icon={KeyRound} onPress={() => setMaking(true)}>
          {t("tokensPart.make")}
        </Button>
      }
    >
      {fetched.kind === "loading" ? <Skeleton rows={3} /> : null}
      {fetched.kind === "failed" ? (
        <div className="flex flex-wrap items-center gap-3">
          <Problem>{fetched.problem}</Problem>
          <Button onPress={again}>{t("common:tryAgain")}</Button>
        </div>
      ) : null}
      {fetched.kind === "here" && shown.length === 0 ? <Nothing>{t("tokensPart.none")}</Nothing> : null}
      {shown.length === 0 ? null : (
        <Rows label={t("tokens")}>
          {shown.map((token) => (
            <TokenRow key={token.id} desk={desk} token={token} onRevoked={again} />
          ))}
        </Rows>
      )}
      {all.some(({ revokedAt }) => revokedAt !== null) ? (
        <Toggle isSelected={showsRevoked} onChange={setShowsRevoked}>
          {t("tokensPart.showRevoked")}
        </Toggle>
      ) : null}
      {isMaking ? (
        <MakeDialog
          desk={desk}
          onClose={() => {
            setMaking(false);
            again();
          }}
        />
      ) : null}
    </Section>
  );
}

function TokenRow({
  desk,
  token,
  onRevoked,
}: {
  readonly desk: string;
  readonly token: TokenEntry;
  readonly onRevoked: () => void;
}) {
  const { t } = useTranslation(["settings", "shift", "common"]);
  const { timeNear } = useFormats();
  const now = useTick(60);
  const [isAsked, setAsked] = useState(false);
  const { isBusy, problem, ask } = useAttempt();
  const at = (time: string) => ({ time: timeNear(time, now) });
  const isRevoked = token.revokedAt !== null;
  return (
    <Row
      isFaint={isRevoked}
      tools={
        isRevoked ? undefined : isAsked ? (
          <>
            <Button
              small
              look="primary"
              isDisabled={isBusy}
              onPress={() => {
                void ask(() => revokeToken(desk, token.id)).then((done) => {
                  if (done !== null) onRevoked();
                });
              }}
            >
              {t("tokensPart.revokeDo")}
            </Button>
            <Button small onPress={() => setAsked(false)}>
              {t("common:no")}
            </Button>
          </>
        ) : (
          <Button small onPress={() => setAsked(true)}>
            {t("tokensPart.revoke")}
          </Button>
        )
      }
    >
      <span className="flex-1 basis-40">
        <bdi className="font-medium">{token.name}</bdi>
        <span className="block text-xs">{token.roles.map((role) => t(`shift:role.${role}`)).join(", ")}</span>
      </span>
      <span className="nums text-xs text-ink-faint">
        {isAsked && !isRevoked
          ? t("tokensPart.revokeAsk", { name: token.name })
          : [
              t("tokensPart.made", at(token.createdAt)),
              token.lastUsedAt === null ? t("tokensPart.unused") : t("tokensPart.used", at(token.lastUsedAt)),
              ...(token.revokedAt === null ? [] : [t("tokensPart.revoked", at(token.revokedAt))]),
            ].join(" · ")}
      </span>
      <Problem>{problem}</Problem>
    </Row>
  );
}

function MakeDialog({ desk, onClose }: { readonly desk: string; readonly onClose: () => void }) {
  const { t } = useTranslation(["settings", "components"]);
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<readonly Role[]>(["source"]);
  const [token, setToken] = useState<string | null>(null);
  const { isBusy, problem, ask } = useAttempt();
  const isReady = name.trim() !== "" && roles.length > 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void ask(() => makeToken(desk, name, roles)).then((made) => {
      if (made !== null) setToken(made.answer.token);
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("tokensPart.make")} closeLabel={t("components:dialog.close")}>
      {token === null ? (
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field label={t("tokensPart.name")} value={name} onChange={setName} maxLength={120} autoFocus />
          <RoleTicks chosen={roles} onChange={setRoles} isProgram />
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
