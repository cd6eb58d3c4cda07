import {
  areAddresses,
  checkText,
  givenMedia,
  ownText,
  reword,
  textFor,
  type Wording,
} from "@flowdesk/client/screens/run-sheet/draft.ts";
import type { HashtagPolicy } from "@flowdesk/shared/hashtag/policy.ts";
import { describe, expect, it } from "vitest";

const at = "2026-07-04T19:00:00.000Z";
const hashtags: HashtagPolicy = {
  rules: [
    { tag: "Roskilde27", standing: "required" },
    { tag: "gratis", standing: "banned" },
  ],
  requireInReplies: false,
};

describe("the wording of a post", () => {
  const shared: Wording = { text: "Vi er i gang", own: {} };
  const split = ownText(shared, "x:festival", "I gang!");

  it("is one text for all until a channel has its own", () => {
    expect(textFor(shared, "x:festival")).toBe("Vi er i gang");
    expect(textFor(split, "x:festival")).toBe("I gang!");
    expect(textFor(split, "facebook:festival")).toBe("Vi er i gang");
  });

  it("mends the text that the channel has", () => {
    expect(reword(split, "x:festival", "Nu!")).toEqual({ text: "Vi er i gang", own: { "x:festival": "Nu!" } });
    expect(reword(split, "facebook:festival", "Nu!").text).toBe("Nu!");
  });

  it("goes back to the one for all", () => {
    expect(ownText(split, "x:festival", null)).toEqual(shared);
  });
});

describe("the check of a planned text", () => {
  it("stops a text that lacks a required tag, and offers it", () => {
    const check = checkText("x:festival", "Vi er i gang", false, hashtags, at);
    expect(check.isStopped).toBe(true);
    expect(check.findings[0]).toMatchObject({ kind: "missing-required", fix: { replacement: " #Roskilde27" } });
  });

  it("finds what the channel does not take", () => {
    const long = `#Roskilde27 ${"a".repeat(280)}`;
    expect(checkText("x:festival", long, false, hashtags, at).isUnfit).toBe(true);
    expect(checkText("facebook:festival", long, false, hashtags, at).isUnfit).toBe(false);
  });

  it("takes a picture without a text, and nothing without either", () => {
    const none: HashtagPolicy = { rules: [], requireInReplies: false };
    expect(checkText("x:festival", "", true, none, at).isUnfit).toBe(false);
    expect(checkText("x:festival", "", false, none, at).isUnfit).toBe(true);
  });
});

describe("the pictures of a post", () => {
  it("are those with an address, described where somebody did", () => {
    const media = [
      { url: " https://example.org/a.jpg ", alt: "Scenen" },
      { url: "", alt: "" },
      { url: "https://example.org/b.jpg", alt: " " },
    ];
    expect(givenMedia(media)).toEqual([
      { url: "https://example.org/a.jpg", alt: "Scenen" },
      { url: "https://example.org/b.jpg" },
    ]);
    expect(areAddresses(media)).toBe(true);
    expect(areAddresses([{ url: "javascript:alert(1)", alt: "" }])).toBe(false);
  });
});
