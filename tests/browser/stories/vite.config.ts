import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const source = fileURLToPath(new URL("../../../client/src", import.meta.url));

/** The console over a desk in the page: for looking at, never shipped. */
export default defineConfig({
  root: here,
  plugins: [
    react(),
    tailwindcss(),
    {
      name: "story-session",
      enforce: "pre",
      resolveId: (id: string) => (id.endsWith("connection/desk-session.ts") ? `${here}story-session.ts` : null),
    },
  ],
  resolve: { alias: { "@flowdesk/client": source } },
  build: {
    outDir: `${here}../../output/stories`,
    emptyOutDir: true,
    target: "es2023",
    minify: false,
    chunkSizeWarningLimit: 5000,
  },
});
