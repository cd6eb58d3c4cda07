import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import { describe, expect, test } from "vitest";
import { DeskUnderTest } from "../../../fixtures/desk.ts";
import { aisha, jonas, karin } from "../../../fixtures/people.ts";

describe("channelId", () => {
  test.each([
    ["x:@Name", "x:name"],
    ["X: name ", "x:name"],
    ["facebook:Roskilde  Festival", "facebook:roskilde festival"],
    ["instagram:\u200ename", "instagram:name"],
    ["mastodon:@Me@Example.org", "mastodon:me@example.org"],
    ["name", null],
    ["x:", null],
    ["x:@", null],
    [":name", null],
    ["1x:name", null],
  ])("%j is %j", (raw, id) => {
    expect(channelId(raw)).toBe(id);
  });
});

describe("the commands on channels", () => {
  test("add a channel once, however it is written", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "channel.add", { channel: "threads:@Festival" });
    expect(desk.state.channels.get("threads:festival")).toMatchObject({ handle: "Festival", connection: "by-hand" });
    expect(desk.refusal(aisha, "channel.add", { channel: "Threads:FESTIVAL" }).code).toBe("channel.exists");
    expect(desk.refusal(aisha, "channel.add", { channel: "threads" }).code).toBe("command.invalid");
    expect(desk.refusal(jonas, "channel.add", { channel: "threads:other" }).code).toBe("forbidden");
  });

  test("name, connect, retire and restore it", () => {
    const desk = new DeskUnderTest();
    const channel = "x:@Festival";
    desk.must(karin, "channel.rename", { channel, name: "Festivalen" });
    desk.must(karin, "channel.connect", { channel, connection: "simulated" });
    desk.must(karin, "channel.retire", { channel });
    expect(desk.state.channels.get("x:festival")).toMatchObject({
      name: "Festivalen",
      connection: "simulated",
      retired: true,
      version: 4,
    });
    expect(desk.refusal(karin, "channel.retire", { channel }).code).toBe("nothing.to.do");
    desk.must(karin, "channel.restore", { channel });
    expect(desk.refusal(karin, "channel.retire", { channel: "x:unknown" }).code).toBe("channel.unknown");
  });
});
