import { DatabaseUnusable } from "./unusable.ts";

/** A database's address that has been read. */
export interface Address {
  /** As the driver is given it. */
  readonly href: string;
  /** Host, port and name: all of it that may be shown. */
  readonly where: string;
  /** The same without TLS, for a server that has none; null where that is not to be gone without. */
  readonly withoutTls: string | null;
  /** The files of certificates and keys that it names, by the option that does. */
  readonly files: ReadonlyMap<string, string>;
}

const form = "A database's address is of the form postgres://user:password@host:5432/name.";
const encoded =
  "What the user and password have of / # ? @ and % is percent-encoded in it: %2F for /, %23 for #, %3F for ?, %40 for @, %25 for %.";

/**
 * What each `sslmode` is to the driver, which has a meaning of its own for some and warns that it will change. Those that
 * look at a certificate look at its host too.
 */
const modes: ReadonlyMap<string, "disable" | "no-verify" | "verify-full"> = new Map([
  ["disable", "disable"],
  ["prefer", "no-verify"],
  ["no-verify", "no-verify"],
  ["require", "verify-full"],
  ["verify-ca", "verify-full"],
  ["verify-full", "verify-full"],
]);

const switches: ReadonlyMap<string, string> = new Map([
  ["true", "true"],
  ["1", "true"],
  ["false", "0"],
  ["0", "0"],
  ["no-verify", "no-verify"],
]);

/**
 * Reads a database's address. What is said of one that cannot be read repeats nothing of it, as where its password begins
 * and ends is then not known.
 * @throws DatabaseUnusable `database.address`
 */
export function readAddress(given: string): Address {
  if (given.trim() === "") throw refused(`${form} What was given is empty.`);
  const url = URL.parse(
    given
      // A percent sign that begins no code stands for itself.
      .replace(/%(?![0-9a-f]{2})/giu, "%25")
      // A user without a host is one on this machine, as with ?host=/run/postgresql; a URL cannot have it.
      .replace(/^([^/]*\/\/[^/?#]*@)(?=[/?]|$)/u, "$1localhost"),
  );
  if (!/^\s*postgres(?:ql)?:\/\//iu.test(given)) throw refused(form);
  if (url === null) throw refused(`${form} ${encoded}`);
  // The user and password end at the first of / # ?, whatever was meant.
  if (`${url.pathname}${url.search}`.includes("@") || url.hash !== "" || !isDecodable(url))
    throw refused(`The database's address cannot be read as it was meant. ${encoded}`);
  const options = new Map(url.searchParams);
  const port = options.get("port");
  if (port !== undefined && !/^\d{1,5}$/u.test(port)) throw refused("The port in the database's address is no number.");
  return {
    ...withTls(url, options),
    where: whereOf(url, options),
    files: new Map(
      ["sslrootcert", "sslcert", "sslkey"].flatMap((name) => {
        const file = options.get(name);
        return file === undefined || file === "" ? [] : [[name, file]];
      }),
    ),
  };
}

function whereOf({ host, hostname, pathname }: URL, options: ReadonlyMap<string, string>): string {
  // The driver goes by the options first.
  const machine = options.get("host") || (options.has("port") ? hostname : host) || "this machine";
  const port = options.get("port");
  return `${machine}${port === undefined ? "" : `:${port}`}${pathname}`;
}

function withTls(url: URL, options: ReadonlyMap<string, string>): Pick<Address, "href" | "withoutTls"> {
  const mode = options.get("sslmode");
  const meant = mode === undefined ? undefined : modes.get(mode);
  if (mode !== undefined && meant === undefined)
    throw refused(`The address's sslmode is none there is. There are: ${[...modes.keys()].join(", ")}.`);
  const negotiation = options.get("sslnegotiation") ?? "postgres";
  if (negotiation !== "postgres" && negotiation !== "direct")
    throw refused("The address's sslnegotiation is none there is. There are: postgres, direct.");
  if (negotiation === "direct" && (mode === "disable" || mode === "prefer"))
    throw refused(`The address asks for TLS from the first byte, and for sslmode=${mode}. Write sslmode=verify-full.`);
  const isLibpq = options.get("uselibpqcompat") === "true";
  if (isLibpq && mode === "verify-ca" && !options.has("sslrootcert"))
    throw refused("With sslmode=verify-ca the address names the authority's certificate: sslrootcert=FILE.");
  const ssl = options.get("ssl");
  if (ssl !== undefined) {
    const to = switches.get(ssl);
    if (to === undefined) throw refused("The address's ssl is true, false or no-verify. Write sslmode instead.");
    url.searchParams.set("ssl", to);
  }
  if (meant === undefined) return { href: url.href, withoutTls: null };
  // Whoever asks for libpq's own meaning of the modes is given that by the driver.
  url.searchParams.set("sslmode", isLibpq ? (mode ?? meant) : meant);
  const { href } = url;
  if (mode !== "prefer") return { href, withoutTls: null };
  url.searchParams.set("sslmode", "disable");
  return { href, withoutTls: url.href };
}

function isDecodable({ username, password, hostname, pathname }: URL): boolean {
  try {
    for (const part of [username, password, hostname, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function refused(sentence: string): DatabaseUnusable {
  return new DatabaseUnusable("database.address", sentence);
}
