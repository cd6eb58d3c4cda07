import { Command, InvalidArgumentError, Option } from "commander";
import { preferLine, requirePlaces } from "./commands/places.ts";
import { isExpected, sentenceFor } from "./commands/sentence.ts";

function wholeNumber(raw: string): number {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return value;
}

function speed(raw: string): number {
  const value = Number(raw);
  if (!(value > 0 && value <= 100_000)) throw new InvalidArgumentError("A speed is a number above 0, at most 100,000.");
  return value;
}

function originOf(raw: string): string {
  const url = URL.parse(raw);
  if (url === null || !/^https?:$/u.test(url.protocol))
    throw new InvalidArgumentError("An origin is an address such as https://desk.example.org.");
  return url.origin;
}

const data = () => new Option("--data <dir>", "the data folder").env("FLOWDESK_DATA").default("./data");
const database = () =>
  new Option(
    "--database <url>",
    "the PostgreSQL database, as postgres://user:password@host/name; a file in the data folder if absent",
  ).env("FLOWDESK_DATABASE");
const desk = () => new Option("--desk <id>", "the desk").makeOptionMandatory();
const format = () =>
  new Option("--format <format>", "how the file is written; guessed if absent").choices(["twcs", "csv", "jsonl"]);

const program = new Command("flowdesk").description(
  "The console from which a flow manager directs a live effort in social media",
);

// Each command loads what it needs when it is called: `token create` does not wait for a web server's libraries.
program
  .command("serve")
  .description("serve the console")
  .addOption(data())
  .addOption(database())
  .option("--host <address>", "the address to listen on", "127.0.0.1")
  .option("--port <port>", "the port to listen on", wholeNumber, 3000)
  .option("--origin <url>", "the address that people open, if it is another one", originOf)
  .option("--no-demo", "give an empty folder no demonstration, and let none go on")
  .action(async (options) => (await import("./commands/serve.ts")).serve(options));

program
  .command("desk")
  .description("desks")
  .command("create <id>")
  .addOption(data())
  .addOption(database())
  .requiredOption("--name <name>", "the name that people read")
  .requiredOption("--zone <zone>", "the IANA time zone of the desk")
  .action(async (id, options) => (await import("./commands/desk-create.ts")).createDesk({ ...options, id }));

program
  .command("token")
  .description("access tokens of programs")
  .command("create")
  .addOption(data())
  .addOption(database())
  .addOption(desk())
  .requiredOption("--role <role>", "what the program may do")
  .option("--name <name>", "what the program is called")
  .option(
    "--until <time>",
    "from when on the token is refused, as 2027-07-04T06:00:00Z; without, it does not end by itself",
  )
  .action(async (options) => (await import("./commands/token-create.ts")).printToken(options));

program
  .command("user")
  .description("people")
  .command("invite")
  .addOption(data())
  .addOption(database())
  .addOption(desk())
  .requiredOption("--role <role>", "what the person may do; several with commas between")
  .option("--origin <url>", "the address at which the console is served", originOf)
  .action(async (options) => (await import("./commands/user-invite.ts")).printInvitation(options));

program
  .command("import <file>")
  .description("bring a file of messages into a desk")
  .addOption(data())
  .addOption(database())
  .addOption(desk())
  .addOption(format())
  .option("--map <file>", "templates over the columns of a CSV")
  .option("--dry-run", "show what would come in, and bring nothing in")
  .option("--json", "end with one line of counts")
  .action(async (file, options) => (await import("./commands/import.ts")).importFile({ ...options, file }));

program
  .command("replay <file>")
  .description("bring a file of messages in as if it happened now")
  .addOption(data())
  .addOption(database())
  .addOption(desk())
  .addOption(format())
  .requiredOption("--speed <times>", "how many times as fast as it was", speed)
  .option("--map <file>", "templates over the columns of a CSV")
  .option("--json", "end with one line of counts")
  .action(async (file, options) => (await import("./commands/import.ts")).importFile({ ...options, file }));

program
  .command("simulate")
  .description("play a simulated evening into a desk")
  .addOption(data())
  .addOption(database())
  .addOption(desk())
  .option("--scenario <name>", "the evening: festival, election-night or product-outage")
  .option("--rate <messages>", "messages a minute of the script on average; as the scenario has them if absent")
  .option("--seed <number>", "the same seed gives the same evening", "1")
  .option("--team", "three simulated colleagues come on shift and answer")
  .option("--from <time>", "the script's time to begin at, HH:MM")
  .option("--speed <times>", "how many times as fast as the clock", "1")
  .option("--json", "end with one line of counts")
  .action(async (options) => (await import("./commands/simulate.ts")).simulate(options));

program
  .command("posts")
  .description("planned posts")
  .command("import <file>")
  .addOption(data())
  .addOption(database())
  .addOption(desk())
  .addOption(
    new Option("--format <format>", "whose calendar it is").choices(["sprout", "buffer"]).makeOptionMandatory(),
  )
  .addOption(new Option("--dates <order>", "the order of day and month").choices(["dd/mm", "mm/dd"]))
  .option("--zone <zone>", "the IANA time zone of the calendar; the desk's if absent")
  .option("--channel <channels...>", "the channels that the posts go to; all of the desk if absent")
  .option("--dry-run", "show what would be planned, and plan nothing")
  .option("--json", "end with one line of counts")
  .action(async (file, { channel, ...options }) =>
    (await import("./commands/posts-import.ts")).importPosts({
      ...options,
      file,
      ...(channel === undefined ? {} : { channels: channel }),
    }),
  );

const from = () =>
  new Option("--from <place>", "a data folder, or a database as postgres://user:password@host/name")
    .env("FLOWDESK_FROM")
    .makeOptionMandatory();
const to = () =>
  new Option("--to <place>", "a data folder, or a database as postgres://user:password@host/name")
    .env("FLOWDESK_TO")
    .makeOptionMandatory();

program
  .command("copy")
  .description("copy desks with everything they hold to another place")
  .addOption(from())
  .addOption(to())
  .option("--desk <id>", "one desk; all if absent")
  .option("--json", "end with one line of counts")
  .action(async (options) => (await import("./commands/copy.ts")).copy(options));

program
  .command("backup")
  .description("back all desks up into a folder, while they are served or not")
  .addOption(data())
  .addOption(database())
  .requiredOption("--to <folder>", "a folder that is not there yet, or is empty")
  .option("--json", "end with one line of counts")
  .action(async (options) => (await import("./commands/backup.ts")).backup(options));

program
  .command("restore")
  .description("put a backup in place")
  .addOption(new Option("--from <folder>", "the backup").makeOptionMandatory())
  .addOption(to())
  .option("--desk <id>", "one desk; all if absent")
  .option("--json", "end with one line of counts")
  .action(async (options) => (await import("./commands/copy.ts")).restore(options));

program.hook("preAction", (_program, command) => {
  preferLine(command);
  requirePlaces(command.opts());
});

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  if (!isExpected(error) && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  process.exit(1);
}
