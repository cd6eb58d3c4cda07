import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The console's build: for browsers of the last years, into `dist`, which the server serves. */
export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: { target: "es2023", outDir: "dist", assetsInlineLimit: 0 },
});
