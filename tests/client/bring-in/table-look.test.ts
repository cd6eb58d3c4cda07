import { lookAtFile, lookAtText, namesFields } from "@flowdesk/client/screens/bring-in/table-look.ts";
import { describe, expect, test } from "vitest";

describe("what the beginning of a file looks like", () => {
  test("columns and a first row, with commas, semicolons or tabs, and with what is quoted", () => {
    expect(lookAtText('\uFEFFid;"name, of all";text\r\n1;"Åse; Bo";"two\nlines ""quoted"""\r\n2;x;y', "a.csv")).toEqual(
      {
        format: "csv",
        columns: ["id", "name, of all", "text"],
        example: ["1", "Åse; Bo", 'two\nlines "quoted"'],
      },
    );
    expect(lookAtText("a,b\t,c", "a.csv").columns).toEqual(["a", "b", "c"]);
    expect(lookAtText("sep=;\na,b;c\n", "a.csv").columns).toEqual(["a,b", "c"]);
    expect(lookAtText("", "a.csv")).toEqual({ format: "csv", columns: [], example: [] });
  });

  test("the columns in front of a file of refused rows are not its own", () => {
    expect(lookAtText("row;code;reason;id;text\n7;a.b;Because.;1;hej\n", "a.refused.csv")).toMatchObject({
      columns: ["id", "text"],
      example: ["1", "hej"],
    });
  });

  test.each([
    [",tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id", "a.csv", "twcs"],
    ["date,time_24hr,message_text,public_image_url", "a.csv", "sprout"],
    ["Text,Image URL,Tags,Posting Time,Board Name", "a.csv", "buffer"],
    ['{"externalId":"1"}', "export.txt", "jsonl"],
    ["# a remark", "export.ndjson", "jsonl"],
    ["text,date", "a.csv", "csv"],
  ])("%s", (text, name, format) => {
    expect(lookAtText(text, name).format).toBe(format);
  });

  test("letters in Windows-1252", async () => {
    const bytes = Uint8Array.from("navn;by\nÅse;Århus\n", (char) => char.charCodeAt(0));
    expect((await lookAtFile(new Blob([bytes]), "a.csv")).example).toEqual(["Åse", "Århus"]);
    expect((await lookAtFile(new Blob(["navn;by\nÅse;Århus\n"]), "a.csv")).example).toEqual(["Åse", "Århus"]);
  });

  test("a table whose columns are fields needs no map", () => {
    expect(namesFields(["externalId", "channel", "kind", "author.handle", "text", "at", "more"])).toBe(true);
    expect(namesFields(["externalId", "channel"])).toBe(false);
  });
});
