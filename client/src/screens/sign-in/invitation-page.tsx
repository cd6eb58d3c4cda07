import { type InvitationLook, type Me, passwordLength } from "@flowdesk/shared/protocol/account.ts";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate, pathOf } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { acceptInvitation, lookAtInvitation, me } from "../../connection/session.ts";
import { useFormats, useWords } from "../../text/use-text.ts";
import { Card, Wrong } from "./card.tsx";
import { sentenceOf } from "./sentence.ts";

/** An invitation to a desk: what it is for, and the account with which it is taken up. */
export function InvitationPage({ token }: { readonly token: string }) {
  const { t, i18n } = useTranslation(["account", "shift"]);
  const words = useWords();
  const formats = useFormats();
  const [held] = useState(token);
  const [invitation, setInvitation] = useState<InvitationLook | null>(null);
  const [person, setPerson] = useState<Me["user"] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  useEffect(() => {
    if (location.hash !== "") history.replaceState(null, "", location.pathname);
  }, []);
  useEffect(() => {
    let isWanted = true;
    lookAtInvitation(held)
      .then((found) => {
        if (!isWanted) return;
        setInvitation(found);
        setName(found.name ?? "");
      })
      .catch((error: unknown) => isWanted && setWrong(sentenceOf(words, error)));
    // Nobody being signed in is what is expected here. A person of the demonstration is nobody: an account is made.
    me()
      .then(({ user }) => isWanted && setPerson(user.demonstration === true ? null : user))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [held, words]);
  const join = (account?: { name: string; email?: string; password?: string }) => {
    setBusy(true);
    setWrong(null);
    acceptInvitation(held, account)
      .then(({ desk }) => navigate(pathOf(desk), "replace"))
      .catch((error: unknown) => setWrong(sentenceOf(words, error)))
      .finally(() => setBusy(false));
  };
  if (invitation === null) {
    return (
      <Card title={wrong === null ? t("invitation") : t("linkBroken")}>
        <div className="flex flex-col gap-4">
          {wrong === null ? (
            <p className="text-sm text-ink-faint">{t("looking")}</p>
          ) : (
            <p className="text-sm text-ink-soft">{t("invitationBrokenHint")}</p>
          )}
          <Wrong>{wrong}</Wrong>
        </div>
      </Card>
    );
  }
  const { until } = invitation;
  const about = (
    <p className="text-sm text-ink-soft">
      {t(until === undefined ? "invitedAs" : "volunteerAs", {
        role: invitation.roles.map((role) => t(`shift:role.${role}`)).join(", "),
        until: `${formats.dateTime(until ?? invitation.expiresAt)} ${zoneAt(until ?? invitation.expiresAt, i18n.language)}`,
      })}
    </p>
  );
  if (person !== null) {
    return (
      <Card title={t("invited", { desk: invitation.deskName })}>
        <div className="flex flex-col gap-4">
          {about}
          <Wrong>{wrong}</Wrong>
          <Button look="primary" isDisabled={isBusy} onPress={() => join()} className="h-10!">
            {t("acceptAs", { name: person.name })}
          </Button>
        </div>
      </Card>
    );
  }
  if (until !== undefined) {
    const onName = (event: FormEvent) => {
      event.preventDefault();
      if (name.trim() !== "") join({ name: name.trim() });
    };
    return (
      <Card title={t("invited", { desk: invitation.deskName })}>
        <form onSubmit={onName} className="flex flex-col gap-4">
          {about}
          <Field
            label={t("name")}
            name="name"
            autoComplete="name"
            value={name}
            onChange={setName}
            isRequired
            autoFocus
          />
          <Wrong>{wrong}</Wrong>
          <Button type="submit" look="primary" isDisabled={isBusy} className="h-10!">
            {t("comeIn")}
          </Button>
        </form>
      </Card>
    );
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (password.length < passwordLength.min) setWrong(t("passwordShort", { count: passwordLength.min }));
    else join({ name: name.trim(), email: email.trim(), password });
  };
  return (
    <Card title={t("invited", { desk: invitation.deskName })}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        {about}
        <Field label={t("name")} name="name" autoComplete="name" value={name} onChange={setName} isRequired autoFocus />
        <Field
          label={t("email")}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <Field
          label={t("password")}
          type="password"
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          isRequired
          hint={t("passwordHint", { count: passwordLength.min })}
        />
        <Wrong>{wrong}</Wrong>
        <Button type="submit" look="primary" isDisabled={isBusy} className="h-10!">
          {t("createAccount")}
        </Button>
      </form>
    </Card>
  );
}

/** The zone of whoever reads, which need not be the desk's, as it is called at an instant. */
function zoneAt(at: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: "short" }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
