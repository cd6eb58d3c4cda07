import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

/** Puts the console on the page. */
export function mount(into: HTMLElement): void {
  createRoot(into).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
