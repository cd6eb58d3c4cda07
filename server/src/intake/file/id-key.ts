/**
 * A text that sorts as `compareIds` orders ids: numbers by length and then digits, before what is no number. (Beyond the
 * basic plane, which no platform's ids reach, SQLite sorts by code point and not by code unit.)
 */
export function idKey(id: string): string {
  return /^(?:0|[1-9]\d*)$/u.test(id) ? `0${String(id.length).padStart(3, "0")}${id}` : `1${id}`;
}

/** The id of a key. */
export function idOfKey(key: string): string {
  return key.startsWith("0") ? key.slice(4) : key.slice(1);
}
