import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button.tsx";
import type { WallSource } from "../connection/follow-wall.ts";
import { Refusal } from "../connection/refusal.ts";
import { type DeskOfMine, me } from "../connection/session.ts";
import { Card } from "../screens/sign-in/card.tsx";
import { DesksPage } from "../screens/sign-in/desks-page.tsx";
import { EnterPage } from "../screens/sign-in/enter-page.tsx";
import { sentenceOf } from "../screens/sign-in/sentence.ts";
import { SignInPage } from "../screens/sign-in/sign-in-page.tsx";
import { laterWords } from "../text/i18n.ts";
import { useWords } from "../text/use-text.ts";
import { Console } from "./console.tsx";
import { navigate, type Route, useRoute } from "./route.ts";
import { useTheme } from "./theme.ts";

/** The console: which page the address means, and whether somebody is signed in for it. */
export function App() {
  useTheme();
  const { i18n } = useTranslation();
  const route = useRoute();
  return (
    <I18nProvider locale={i18n.language}>
      <Page route={route} />
    </I18nProvider>
  );
}

function Page({ route }: { readonly route: Route }) {
  const { t } = useTranslation("app");
  switch (route.kind) {
    case "sign-in":
      return <SignInPage />;
    case "enter":
      return <EnterPage token={route.token} />;
    case "invitation":
      return (
        <Suspense fallback={<div className="h-dvh bg-ground" />}>
          <InvitationPage token={route.token} />
        </Suspense>
      );
    case "wall":
      return <Wall source={{ token: route.token }} />;
    case "nowhere":
      return (
        <Hitch
          title={t("nowhere")}
          hint={t("nowhereHint")}
          action={<Button onPress={() => navigate("/")}>{t("gone.otherDesks")}</Button>}
        />
      );
    case "start":
    case "desk":
      return <SignedIn route={route} />;
  }
}

/** Why there is no desk to show, as a page of its own with the way on. */
function Hitch({ title, hint, action }: { readonly title: string; readonly hint: string; readonly action: ReactNode }) {
  return (
    <Card title={title}>
      <div className="flex flex-col items-start gap-4">
        <p className="text-sm text-ink-soft">{hint}</p>
        {action}
      </div>
    </Card>
  );
}

const InvitationPage = lazy(async () => ({
  default: (await import("../screens/sign-in/invitation-page.tsx")).InvitationPage,
}));

const WallScreen = lazy(async () => {
  const [screen] = await Promise.all([import("../screens/wall/wall-screen.tsx"), laterWords()]);
  return screen;
});

/** A big screen has no bars around it. */
function Wall({ source }: { readonly source: WallSource }) {
  return (
    <Suspense fallback={<div className="h-dvh bg-ground" />}>
      <WallScreen source={source} />
    </Suspense>
  );
}

type Session =
  | { readonly kind: "asking" }
  | { readonly kind: "here"; readonly desks: readonly DeskOfMine[] }
  | { readonly kind: "failed"; readonly error: unknown };

function SignedIn({ route }: { readonly route: Extract<Route, { kind: "start" | "desk" }> }) {
  const { t } = useTranslation("app");
  const words = useWords();
  const [session, setSession] = useState<Session>({ kind: "asking" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks anew.
  useEffect(() => {
    let isWanted = true;
    const take = (next: Session) => {
      if (isWanted) setSession(next);
    };
    me()
      .then(({ desks }) => take({ kind: "here", desks }))
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 401)
          navigate(`/sign-in?to=${encodeURIComponent(location.pathname)}`, "replace");
        else take({ kind: "failed", error });
      });
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  if (session.kind === "asking") return <div className="h-dvh bg-ground" />;
  if (session.kind === "failed") {
    return (
      <Hitch
        title={t("gone.failed")}
        hint={sentenceOf(words, session.error)}
        action={
          <Button look="primary" onPress={() => setAttempt((count) => count + 1)}>
            {t("gone.again")}
          </Button>
        }
      />
    );
  }
  if (route.kind === "desk" && route.screen === "wall") return <Wall source={{ desk: route.desk }} />;
  if (route.kind === "start") return <DesksPage desks={session.desks} />;
  return <Console key={route.desk} desk={route.desk} desks={session.desks} screen={route.screen} />;
}
