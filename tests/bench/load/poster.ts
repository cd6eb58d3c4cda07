import { Agent, request } from "node:http";
import { machineClock, pause } from "../clock.ts";
import { answerParent } from "./answering.ts";
import { message } from "./message.ts";

/** Where to, as whom. */
export interface Target {
  readonly origin: string;
  readonly desk: string;
  readonly token: string;
  /** Makes ids of this run its own. */
  readonly run: string;
}

/** As many as will go: so many connections, each sending the next batch when the last was answered, for so long in ms. */
export interface Flood extends Target {
  readonly connections: number;
  readonly batch: number;
  readonly warmUp: number;
  readonly lasts: number;
}

/** At a rate per second, in so many posts per second, for so long in ms, whether or not answers come. */
export interface Stream extends Target {
  readonly rate: number;
  readonly posts: number;
  readonly lasts: number;
}

/** Exactly so many. */
export interface Fill extends Target {
  readonly count: number;
}

export interface Posted {
  readonly accepted: number;
  /** From first to last answer that counted, in ms. */
  readonly took: number;
  /** Posts that were put off by 503. */
  readonly putOff: number;
}

let number = 0;

answerParent({
  async flood({ connections, batch, warmUp, lasts, ...target }: Flood): Promise<Posted> {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const began = machineClock() + warmUp;
    const until = began + lasts;
    const posted = { accepted: 0, putOff: 0 };
    const work = async () => {
      while (machineClock() < until) {
        const answer = await post(target, agent, batch);
        const now = machineClock();
        if (answer === null) posted.putOff++;
        else if (now >= began && now <= until) posted.accepted += answer;
        if (answer === null) await pause(20);
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
    agent.destroy();
    return { ...posted, took: lasts };
  },

  async stream({ rate, posts, lasts, ...target }: Stream): Promise<Posted> {
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    const began = machineClock();
    const posted = { accepted: 0, putOff: 0 };
    const underWay: Array<Promise<void>> = [];
    let sent = 0;
    while (machineClock() - began < lasts) {
      const owed = Math.floor(((machineClock() - began) / 1000) * rate) - sent;
      const size = Math.min(owed, Math.max(1, Math.round(rate / posts)));
      if (size > 0 && owed >= rate / posts) {
        sent += size;
        underWay.push(
          post(target, agent, size).then((accepted) => {
            if (accepted === null) posted.putOff++;
            else posted.accepted += accepted;
          }),
        );
      } else await pause(1);
    }
    await Promise.all(underWay);
    agent.destroy();
    return { ...posted, took: machineClock() - began };
  },

  async fill({ count, ...target }: Fill): Promise<Posted> {
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const began = machineClock();
    const posted = { accepted: 0, putOff: 0 };
    let left = count;
    const work = async () => {
      while (left > 0) {
        const size = Math.min(left, 500);
        left -= size;
        const answer = await post(target, agent, size);
        if (answer === null) {
          left += size;
          posted.putOff++;
          await pause(100);
        } else posted.accepted += answer;
      }
    };
    await Promise.all(Array.from({ length: 4 }, work));
    agent.destroy();
    return { ...posted, took: machineClock() - began };
  },
});

/** Sends a batch; how many were accepted, or null if it was put off. */
function post({ origin, desk, token, run }: Target, agent: Agent, size: number): Promise<number | null> {
  const sent = machineClock();
  const at = new Date().toISOString();
  const messages = Array.from({ length: size }, () => message(run, ++number, sent, at));
  const body = Buffer.from(JSON.stringify({ messages }));
  return new Promise((resolve, reject) => {
    const posting = request(
      `${origin}/api/desks/${desk}/messages`,
      {
        method: "POST",
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": body.length,
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => {
          if (response.statusCode === 503) return resolve(null);
          const answer = JSON.parse(text) as { accepted?: number; rejected?: number };
          if (response.statusCode !== 200 || answer.rejected !== 0) {
            return reject(new Error(`Messages were not taken (${response.statusCode}): ${text.slice(0, 500)}`));
          }
          resolve(answer.accepted ?? 0);
        });
      },
    );
    posting.on("error", reject);
    posting.end(body);
  });
}
