import { once } from "node:events";
import { createWriteStream } from "node:fs";

const brands = ["Northern Air", "Fjord Wings", "Øresund", "Sundline", "Polar", "Skyferry"];
const texts = [
  "what is going on with flight 1028? We have been on the tarmac for two hours and nobody says a word",
  "thank you for the quick help at the gate, your crew was great #goodservice",
  '"Lost" my bag again, third time this year. Who do I call, the number just rings',
  "kan jeg flytte min billet til i morgen uden gebyr? Jeg kan ikke komme igennem på telefonen",
  "Cancelled Flightled and rebooked for tomorrow, no hotel, no meal voucher\nreally?",
  "love the new seats 😍✈️",
];

const header =
  "tweet_id,airline_sentiment,airline_sentiment_confidence,negativereason,negativereason_confidence,airline,airline_sentiment_gold,name,negativereason_gold,retweet_count,text,tweet_coord,tweet_created,tweet_location,user_timezone";

/** The templates over the columns of `writeMentions`. */
export const mentionsMap = JSON.stringify({
  externalId: "{tweet_id}",
  "author.handle": "{name}",
  channel: "x:{airline}",
  kind: "mention",
  text: "{text}",
  at: "{tweet_created}",
});

/**
 * Writes a CSV of so many mentions to airlines, in the columns and forms of the collection that such files come in: ids
 * of 18 digits, quoted texts with line ends, times with their offset, newest first, spread over nine days.
 */
export async function writeMentions(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  const newest = Date.parse("2015-02-24T19:36:00Z");
  const step = (9 * 86_400_000) / rows;
  file.write(`${header}\n`);
  for (let row = 0; row < rows; row++) {
    const brand = brands[row % brands.length] ?? "";
    const time = new Date(newest - row * step - 8 * 3_600_000).toISOString();
    const created = `${time.slice(0, 10)} ${time.slice(11, 19)} -0800`;
    const text = `@${brand.replaceAll(" ", "")} ${texts[row % texts.length]} (${row})`;
    const line = `${570_306_133_677_760_513n - BigInt(row) * 1_000_003n},negative,0.7033,Late Flight,0.6842,${brand},,traveller${(row * 7919) % 80_021},,0,"${text.replaceAll('"', '""')}",,${created},Somewhere,Eastern Time (US & Canada)\n`;
    if (!file.write(line)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
