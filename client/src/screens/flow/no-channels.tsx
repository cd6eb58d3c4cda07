import { RadioTower } from "lucide-react";
import { useTranslation } from "react-i18next";
import { navigate, pathOf, useRoute } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { usePermits } from "../../store/use-desk.ts";

/** What stands in the queue of a desk that nothing can come in to yet: what to begin with. */
export function NoChannels() {
  const { t } = useTranslation("flow");
  const mayAdd = usePermits("channel.add");
  const mayBringIn = usePermits("message.receive");
  const route = useRoute();
  const go = (part: "channels" | "bringIn") => {
    if (route.kind === "desk") navigate(pathOf(route.desk, "settings", { part }));
  };
  return (
    <Empty
      icon={RadioTower}
      title={t("noChannels.title")}
      action={
        <>
          {mayAdd ? (
            <Button look="primary" onPress={() => go("channels")}>
              {t("noChannels.add")}
            </Button>
          ) : null}
          {mayBringIn ? <Button onPress={() => go("bringIn")}>{t("noChannels.bringIn")}</Button> : null}
        </>
      }
    >
      {t(mayAdd ? "noChannels.hint" : "noChannels.hintOthers")}
    </Empty>
  );
}
