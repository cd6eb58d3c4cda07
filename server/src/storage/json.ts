/**
 * An entity as JSON text, written once however often it is asked for: a new item stands in its own row and in the log's,
 * and both take the same text. Entities are immutable, so that the object stands for its text.
 */
export class Texts {
  readonly #known = new Map<object, string>();

  of(entity: object): string {
    let text = this.#known.get(entity);
    if (text === undefined) {
      text = JSON.stringify(entity);
      this.#known.set(entity, text);
    }
    return text;
  }

  /** An object as JSON, key by key in its order; what is absent (`undefined`) is left out, as JSON does. */
  ofParts(whole: object): string {
    let text = "";
    for (const [key, value] of Object.entries(whole)) {
      if (value === undefined) continue;
      const part = typeof value === "object" && value !== null ? this.of(value) : JSON.stringify(value);
      text += `${text === "" ? "{" : ","}"${key}":${part}`;
    }
    return text === "" ? "{}" : `${text}}`;
  }
}
