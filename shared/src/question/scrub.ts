/** Addresses, with or without their scheme, and e-mail addresses. */
const addresses = /\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+|\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:\/\S*)?/giu;
/** Handles as platforms write them, and hashtags, which may be somebody's. */
const handles = /[@＠#＃][\p{L}\p{N}_.@-]+|(?<![\p{L}\p{N}])u\/[\p{L}\p{N}_-]+/gu;
/** Five digits or more, with whatever people put between them: telephone numbers, orders, codes. */
const numbers = /\+?\d(?:[\s().\-/]*\d){4,}/gu;
/** Up to three words after what people say before their name, whichever way they are written. */
const introduced =
  /(?<![\p{L}])(?:jeg hedder|mit navn er|jeg heter|mitt navn er|jag heter|mitt namn är|my name is|my name's|navnet er|i am called|hilsen|mvh|vh|kh|hälsningar|hälsn|regards|cheers|yours|sincerely)[\s,:–-]+[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}/giu;
/** `I am Maja`: only what is written as a name is one. */
const called =
  /(?<![\p{L}])(?:[Jj]eg er|[Jj]ag är|[Ii] am|[Ii]['’]m)\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2}/gu;
const pictures = /[\p{Extended_Pictographic}\p{Cf}\p{Cc}]/gu;

/**
 * A text without what could tell who wrote it or whom it is about: addresses, handles, hashtags, telephone numbers and
 * other long numbers, and names that people introduce themselves by.
 */
export function scrubbed(text: string): string {
  return text
    .replace(addresses, " ")
    .replace(handles, " ")
    .replace(numbers, " ")
    .replace(introduced, " ")
    .replace(called, " ")
    .replace(pictures, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
