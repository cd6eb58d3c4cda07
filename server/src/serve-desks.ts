import { createServer, type RequestListener, type Server } from "node:http";
import type { Running, ServeOptions } from "./compose-serving.ts";
import { lockForServing } from "./storage/sqlite/serve-lock.ts";

/**
 * Serves the desks of a database, or of a data folder. With `demo` an empty folder is given a demonstration, which goes on
 * at every start; a database, which many servers may share, never is.
 * @throws DataFolderError, DatabaseUnusable if it cannot be used; DataFolderError if another server has the folder.
 */
export async function serveDesks(options: ServeOptions): Promise<Running> {
  const { data, host, port } = options;
  // The folder is one server's alone, also where the database is shared: files are put down in it.
  const lock = lockForServing(data);
  const server = createServer(stillStarting);
  try {
    const address = await listen(server, host, port);
    const origin = options.origin ?? address;
    lock.announce(origin);
    const { serveOn } = await import("./compose-serving.ts");
    return await serveOn({ server, stillStarting, origin, release: lock.release }, options);
  } catch (error) {
    server.close();
    lock.release();
    throw error;
  }
}

/** Whoever asks before the desks are open is told to ask again; the port is taken first, so that its refusal comes first. */
const stillStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { "Content-Type": "application/json", "Retry-After": "1" });
  response.end(
    JSON.stringify({ error: { code: "not.ready", message: "Flowdesk is starting; try again in a moment." } }),
  );
};

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const because =
        error.code === "EADDRINUSE"
          ? `Port ${port} on ${host} is in use. Choose another with --port.`
          : error.code === "EACCES"
            ? `This user may not listen on port ${port}. Choose one above 1023 with --port.`
            : `The server cannot listen on ${host}:${port}: ${error.message}`;
      reject(Object.assign(new Error(because), { code: "address" }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      const name = host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host;
      resolve(`http://${name}:${bound}`);
    });
  });
}
