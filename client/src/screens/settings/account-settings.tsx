import { passwordLength } from "@flowdesk/shared/protocol/account.ts";
import { LogOut } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { pathOf, useRoute } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { Tick } from "../../components/toggle.tsx";
import { me as askMe, changePassword, setCredentials, signOut } from "../../connection/session.ts";
import { useMe } from "../../store/use-desk.ts";
import { useView } from "../../store/use-view.ts";
import { languages, setLanguage, setTheme, type Theme } from "../../store/view-store.ts";
import { readTags, writtenTags } from "./language-tags.ts";
import { Group, Section } from "./section.tsx";
import { SettingLine } from "./setting-line.tsx";
import { useFetched } from "./use-fetched.ts";

const themes: readonly Theme[] = ["system", "light", "dark"];

/** One's own account: name, how one signs in, and how this screen looks. */
export function AccountSettings() {
  const { t } = useTranslation(["settings", "common"]);
  const me = useMe();
  const theme = useView((view) => view.theme);
  const language = useView((view) => view.language);
  if (me === undefined) return null;
  return (
    <Section title={t("account")} hint={t("accountPart.hint")}>
      <div className="grid items-start gap-4 mid:grid-cols-2">
        <SettingLine
          label={t("accountPart.name")}
          hint={t("accountPart.nameHint")}
          value={me.name}
          maxLength={120}
          read={(name) => (name.trim() === "" ? null : { name: name.trim() })}
          type="member.rename"
        />
        <SettingLine
          label={t("accountPart.languages")}
          hint={t("peoplePart.languagesHint")}
          value={writtenTags(me.languages)}
          maxLength={200}
          read={(text) => ({ languages: readTags(text) })}
          type="member.languages"
        />
      </div>
      <SignIn />
      <Group title={t("accountPart.screen")}>
        <div className="grid gap-4 mid:grid-cols-2">
          <Choice
            label={t("common:language.label")}
            options={languages.map((id) => ({ id, label: t(`common:language.${id}`) }))}
            value={language}
            onChange={setLanguage}
          />
          <Choice
            label={t("common:theme.label")}
            options={themes.map((id) => ({ id, label: t(`common:theme.${id}`) }))}
            value={theme}
            onChange={setTheme}
          />
        </div>
      </Group>
      <div>
        <Button
          icon={LogOut}
          onPress={() => {
            // A fresh page: nothing of the desk stays in memory for whoever sits down next.
            void signOut().finally(() => location.assign("/sign-in"));
          }}
        >
          {t("common:signOut")}
        </Button>
      </div>
    </Section>
  );
}

/** How one signs in: a first password where there is none, else another one. */
function SignIn() {
  const { t } = useTranslation(["settings", "common"]);
  const route = useRoute();
  const { fetched, again } = useFetched(askMe);
  const [said, setSaid] = useState<string | null>(
    route.kind === "desk" && route.query.get("said") === "password" ? t("accountPart.changed") : null,
  );
  // Whom anybody may be takes no password.
  if (fetched.kind === "here" && fetched.value.user.demonstration === true) return null;
  return (
    <Group title={t("accountPart.signIn")}>
      <p role="status" className="text-sm font-medium empty:hidden">
        {said}
      </p>
      {fetched.kind === "loading" ? <Skeleton rows={2} /> : null}
      {fetched.kind === "failed" ? (
        <div className="flex items-center gap-3">
          <Problem>{fetched.problem}</Problem>
          <Button onPress={again}>{t("common:tryAgain")}</Button>
        </div>
      ) : null}
      {fetched.kind !== "here" ? null : fetched.value.user.hasPassword ? (
        <OtherPassword
          email={fetched.value.user.email ?? ""}
          onDone={(endedOthers) => {
            if (!endedOthers || route.kind !== "desk") return setSaid(t("accountPart.changed"));
            // The session of this page has ended with the others; a fresh page goes on with the new one.
            location.assign(pathOf(route.desk, "settings", { part: "account", said: "password" }));
          }}
        />
      ) : (
        <FirstPassword
          email={fetched.value.user.email ?? ""}
          onDone={() => {
            setSaid(t("accountPart.isSet"));
            again();
          }}
        />
      )}
    </Group>
  );
}

function FirstPassword({ email: known, onDone }: { readonly email: string; readonly onDone: () => void }) {
  const { t } = useTranslation("settings");
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const { isBusy, problem, ask } = useAttempt();
  const isReady = email.includes("@") && password.length >= passwordLength.min;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void ask(() => setCredentials(email, password)).then((done) => {
      if (done !== null) onDone();
    });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3">
      <p className="text-sm text-ink-soft">{t("accountPart.noPassword")}</p>
      <div className="grid items-start gap-3 mid:grid-cols-2">
        <Field
          label={t("accountPart.email")}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          maxLength={254}
        />
        <Field
          label={t("accountPart.password")}
          hint={t("accountPart.passwordHint", { count: passwordLength.min })}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          maxLength={passwordLength.max}
        />
      </div>
      <Problem>{problem}</Problem>
      <div>
        <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
          {t("accountPart.setPassword")}
        </Button>
      </div>
    </form>
  );
}

function OtherPassword({ email, onDone }: { readonly email: string; readonly onDone: (endedOthers: boolean) => void }) {
  const { t } = useTranslation("settings");
  const [present, setPresent] = useState("");
  const [fresh, setFresh] = useState("");
  const [endsOthers, setEndsOthers] = useState(true);
  const { isBusy, problem, ask } = useAttempt();
  const isReady = present !== "" && fresh.length >= passwordLength.min;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void ask(() => changePassword(present, fresh, endsOthers)).then((done) => {
      if (done === null) return;
      setPresent("");
      setFresh("");
      onDone(endsOthers);
    });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3">
      <p className="text-sm text-ink-soft">{t("accountPart.signedInAs", { email })}</p>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <div className="grid items-start gap-3 mid:grid-cols-2">
        <Field
          label={t("accountPart.present")}
          type="password"
          autoComplete="current-password"
          value={present}
          onChange={setPresent}
          maxLength={passwordLength.max}
        />
        <Field
          label={t("accountPart.fresh")}
          hint={t("accountPart.passwordHint", { count: passwordLength.min })}
          type="password"
          autoComplete="new-password"
          value={fresh}
          onChange={setFresh}
          maxLength={passwordLength.max}
        />
      </div>
      <Tick isSelected={endsOthers} onChange={setEndsOthers}>
        {t("accountPart.endOthers")}
      </Tick>
      <Problem>{problem}</Problem>
      <div>
        <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
          {t("accountPart.change")}
        </Button>
      </div>
    </form>
  );
}
