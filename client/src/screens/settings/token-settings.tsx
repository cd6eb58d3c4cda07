import type { TokenEntry } from "@flowdesk/shared/protocol/account.ts";
import { KeyRound } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Problem } from "../../components/problem.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { revokeToken, tokensOf } from "../../connection/tokens.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { FetchedRows } from "./fetched-rows.tsx";
import { Row, Section } from "./section.tsx";
import { EditTokenDialog, MakeTokenDialog } from "./token-dialogs.tsx";
import { useFetched } from "./use-fetched.ts";

/** The tokens by which programs come in. */
export function TokenSettings() {
  const { t } = useTranslation("settings");
  const desk = useReplica((view) => view.state?.desk.id ?? "");
  const { fetched, again } = useFetched(useCallback(() => tokensOf(desk), [desk]));
  const [isMaking, setMaking] = useState(false);
  const [showsOut, setShowsOut] = useState(false);
  const now = useTick(1);
  const isOut = ({ revokedAt, until }: TokenEntry) =>
    revokedAt !== null || (until !== undefined && Date.parse(until) <= now);
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
      <FetchedRows
        label={t("tokens")}
        fetched={fetched}
        onAgain={again}
        none={t("tokensPart.none")}
        keeps={(token) => showsOut || !isOut(token)}
      >
        {(token) => <TokenRow key={token.id} desk={desk} token={token} isOut={isOut(token)} onChanged={again} />}
      </FetchedRows>
      {fetched.kind === "here" && fetched.value.some(isOut) ? (
        <Toggle isSelected={showsOut} onChange={setShowsOut}>
          {t("tokensPart.showRevoked")}
        </Toggle>
      ) : null}
      {isMaking ? (
        <MakeTokenDialog
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
  isOut,
  onChanged,
}: {
  readonly desk: string;
  readonly token: TokenEntry;
  /** It lets nobody in any more: it was revoked, or its end has come. */
  readonly isOut: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation(["settings", "shift", "common"]);
  const { timeNear } = useFormats();
  const now = useTick(60);
  const [isAsked, setAsked] = useState(false);
  const [isEdited, setEdited] = useState(false);
  const { isBusy, problem, ask } = useAttempt();
  const at = (time: string) => ({ time: timeNear(time, now) });
  const { until } = token;
  return (
    <Row
      isFaint={isOut}
      tools={
        isOut ? undefined : isAsked ? (
          <>
            <Button
              small
              look="primary"
              isDisabled={isBusy}
              onPress={() => {
                void ask(() => revokeToken(desk, token.id)).then((done) => {
                  if (done !== null) onChanged();
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
          <>
            <Button small onPress={() => setEdited(true)}>
              {t("common:edit")}
            </Button>
            <Button small onPress={() => setAsked(true)}>
              {t("tokensPart.revoke")}
            </Button>
          </>
        )
      }
    >
      <span className="flex-1 basis-40">
        <bdi className="font-medium">{token.name}</bdi>
        <span className="block text-xs">{token.roles.map((role) => t(`shift:role.${role}`)).join(", ")}</span>
      </span>
      <span className="nums text-xs text-ink-faint">
        {isAsked && !isOut
          ? t("tokensPart.revokeAsk", { name: token.name })
          : [
              t("tokensPart.made", at(token.createdAt)),
              token.lastUsedAt === null ? t("tokensPart.unused") : t("tokensPart.used", at(token.lastUsedAt)),
              ...(token.revokedAt === null ? [] : [t("tokensPart.revoked", at(token.revokedAt))]),
              ...(until === undefined || token.revokedAt !== null
                ? []
                : [t(isOut ? "tokensPart.ended" : "tokensPart.ends", at(until))]),
            ].join(" · ")}
      </span>
      <Problem>{problem}</Problem>
      {isEdited ? (
        <EditTokenDialog
          desk={desk}
          token={token}
          onClose={() => {
            setEdited(false);
            onChanged();
          }}
        />
      ) : null}
    </Row>
  );
}
