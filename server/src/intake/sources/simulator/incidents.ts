import type { Random } from "./random.ts";
import type { Incident, IncidentLine, Scenario, ScenarioChannel, Voice } from "./scenario.ts";

/** A message of an incident with its time. */
export interface PlannedLine {
  /** Ms after the script's beginning. */
  readonly at: number;
  readonly incident: Incident;
  readonly line: IncidentLine;
  readonly voice: Voice;
  readonly template: string;
  readonly channel: ScenarioChannel;
}

/** Every message of every incident in order. A crowd is spread over its minutes: it swells quickly and thins out slowly. */
export function incidentMessages(scenario: Scenario, random: Random): PlannedLine[] {
  const all: PlannedLine[] = [];
  for (const incident of scenario.incidents) {
    for (const line of incident.lines) {
      const at = (incident.at * 60 + line.after) * 1000;
      const { crowd } = line;
      if (crowd === undefined) {
        const channel = channelOf(scenario, line.platform);
        all.push({ at, incident, line, voice: line.voice, template: line.text, channel });
        continue;
      }
      const ways = waysOf(line, crowd.variants);
      for (let person = 0; person < crowd.people; person++) {
        const { voice, template } = ways[person % ways.length] ?? { voice: line.voice, template: line.text };
        // The sum of two even draws leans to the middle; its square root's complement, to the beginning.
        const share = (1 - Math.sqrt(random.next())) * 0.8 + random.next() * 0.2;
        const channel = person === 0 ? channelOf(scenario, line.platform) : anyChannel(scenario, line, random);
        all.push({
          at: person === 0 ? at : at + Math.floor(share * crowd.minutes * 60_000),
          incident,
          line: person === 0 ? line : bare(line, channel),
          voice,
          template,
          channel,
        });
      }
    }
  }
  return all.filter(({ at }) => at >= 0 && at < scenario.lasts * 60_000).sort((a, b) => a.at - b.at);
}

/** Where people ask that all ask: on any channel that takes this kind. */
function anyChannel(scenario: Scenario, line: IncidentLine, random: Random): ScenarioChannel {
  const open = scenario.channels.filter(({ traffic }) => (traffic[line.kind] ?? 0) > 0);
  const place = random.weighted(open.map(({ traffic }) => traffic[line.kind] ?? 0));
  return open[place] ?? channelOf(scenario, line.platform);
}

/** What one of a crowd writes: the name and the fate of the first are only the first one's. */
function bare(line: IncidentLine, { platform }: ScenarioChannel): IncidentLine {
  const { kind, intent, voice, text, after, crowd, answer } = line;
  return {
    after,
    platform,
    kind,
    intent,
    voice,
    text,
    ...(crowd === undefined ? {} : { crowd }),
    ...(answer === undefined ? {} : { answer }),
  };
}

/** The ways of saying it one after the other, the first as written. */
function waysOf(line: IncidentLine, variants: NonNullable<IncidentLine["crowd"]>["variants"]) {
  const ways = [{ voice: line.voice, template: line.text }];
  const lists = (Object.entries(variants) as Array<[Voice, readonly string[]]>).map(([voice, texts]) =>
    texts.map((template) => ({ voice, template })),
  );
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let row = 0; row < longest; row++) {
    for (const list of lists) {
      const way = list[row];
      if (way !== undefined) ways.push(way);
    }
  }
  return ways;
}

function channelOf(scenario: Scenario, platform: IncidentLine["platform"]): ScenarioChannel {
  const found = scenario.channels.find((channel) => channel.platform === platform);
  if (found === undefined) throw new Error(`${scenario.id} has an incident on ${platform} and no channel there`);
  return found;
}
