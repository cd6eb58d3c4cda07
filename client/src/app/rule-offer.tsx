import { X } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { Button, IconButton } from "../components/button.tsx";
import { dropOffer, ruleOfferStore, takeOffer } from "../store/rule-offer.ts";
import { navigate, pathOf } from "./route.ts";

/** How long the offer stands if nobody takes it up, in ms. */
const offerSpan = 15_000;

/** Offers to make a rule of a correction: stands at the foot, takes no focus, goes by itself. */
export function RuleOfferHere({ desk }: { readonly desk: string }) {
  const { t } = useTranslation(["needs", "components"]);
  const offered = useStore(ruleOfferStore, (state) => state.offered);
  useEffect(() => {
    if (offered === null) return;
    const timer = setTimeout(dropOffer, offerSpan);
    return () => clearTimeout(timer);
  }, [offered]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-2 top-[calc(3.5rem+env(safe-area-inset-top))] z-20 flex justify-center mid:top-auto mid:right-auto mid:bottom-4 mid:left-16"
    >
      {offered === null ? null : (
        <div className="enter-up pointer-events-auto flex max-w-md items-center gap-2 rounded-lg border border-line-strong bg-surface py-1.5 pr-1.5 pl-3 text-sm shadow-lift">
          <span className="min-w-0 flex-1">{t("offer", { need: t(`components:need.${offered.need}`) })}</span>
          <Button
            small
            onPress={() => {
              takeOffer();
              navigate(pathOf(desk, "settings", { part: "needs" }));
            }}
          >
            {t("offerDo")}
          </Button>
          <IconButton icon={X} label={t("offerNo")} onPress={dropOffer} />
        </div>
      )}
    </div>
  );
}
