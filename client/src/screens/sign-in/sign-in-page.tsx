import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { signIn } from "../../connection/session.ts";
import { useWords } from "../../text/use-text.ts";
import { Card, Wrong } from "./card.tsx";
import { sentenceOf } from "./sentence.ts";

/** Where the way leads once somebody is signed in: an address of this console, nothing else. */
function wayOn(): string {
  const to = new URLSearchParams(location.search).get("to");
  return to?.startsWith("/desks/") === true ? to : "/";
}

/** Signing in with email and password. */
export function SignInPage() {
  const { t } = useTranslation("account");
  const words = useWords();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setWrong(null);
    signIn(email.trim(), password)
      .then(() => navigate(wayOn(), "replace"))
      .catch((error: unknown) => setWrong(sentenceOf(words, error)))
      .finally(() => setBusy(false));
  };
  return (
    <Card title={t("signIn")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field
          label={t("email")}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
        <Field
          label={t("password")}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        <Wrong>{wrong}</Wrong>
        <Button type="submit" look="primary" isDisabled={isBusy} className="h-10!">
          {t("signIn")}
        </Button>
        <p className="text-xs text-ink-faint">{t("noAccount")}</p>
      </form>
    </Card>
  );
}
