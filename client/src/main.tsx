import { wishOfAddress } from "./app/address-wish.ts";
import { mount } from "./app/mount.tsx";
import { startTicking } from "./store/tick-store.ts";
import { viewStore } from "./store/view-store.ts";
import { speak, startText } from "./text/i18n.ts";
import "./styles/main.css";

/** What only old browsers lack is fetched only by them, before anything needs it. */
async function supplyTemporal(): Promise<void> {
  if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
}

startText();
await Promise.all([
  supplyTemporal(),
  speak(wishOfAddress(new URL(location.href)).language ?? viewStore.getState().language),
]);
viewStore.subscribe((now, before) => {
  if (now.language !== before.language) void speak(now.language);
});
startTicking();
mount(document.getElementById("root") ?? document.body);
