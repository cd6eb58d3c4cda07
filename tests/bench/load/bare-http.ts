import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerParent } from "./answering.ts";
import { listening } from "./listening.ts";
import { type Probed, watched } from "./watched.ts";

/** Rows and nothing else, of which J and K mark the next and the one before. */
const page = `<!doctype html>
<meta charset="utf-8">
<title>Bare</title>
<div role="grid">${Array.from({ length: 20 }, (_, row) => `<div role="row">Row ${row}</div>`).join("")}</div>
<script>
  const rows = [...document.querySelectorAll("[role=row]")];
  let at = 0;
  addEventListener("keydown", ({ key }) => {
    rows[at].style.background = "";
    at = (at + (key === "k" ? rows.length - 1 : 1)) % rows.length;
    rows[at].style.background = "silver";
  });
</script>
`;

const { look, forget } = watched();

const http = createServer((request, response) => {
  if (request.method === "POST") take(request, response);
  else response.setHeader("content-type", "text/html").end(page);
});

/** Parses a body of messages, and says that they were taken. */
function take(request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const { messages } = JSON.parse(Buffer.concat(parts).toString()) as { messages: readonly unknown[] };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ accepted: messages.length, rejected: 0 }));
  });
}

/** HTTP with nothing else: what it answers, and the page that it gives, are the limit for anything built on it. */
answerParent({
  /** Gives where it listens. */
  listen: () => listening(http),

  /** What it took since it was last asked. */
  probe(): Probed {
    const probed = look();
    forget();
    return probed;
  },
});
