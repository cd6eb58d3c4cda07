/** Numbers for names that come again and again, from 0; names that differ in what `keyOf` leaves out are one. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #keyOf: (name: string) => string;

  constructor(keyOf: (name: string) => string) {
    this.#keyOf = keyOf;
  }

  get count(): number {
    return this.#names.length;
  }

  /** The name's number, a new one for a name not met before. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const key = this.#keyOf(name);
    const number = this.#numbers.get(key) ?? this.#names.push(name) - 1;
    this.#numbers.set(key, number);
    this.#numbers.set(name, number);
    return number;
  }

  /** The name as it was first written. */
  nameOf(number: number): string {
    return this.#names[number] ?? "";
  }

  /** A name met before in the form in which it was first written. */
  find(name: string): string | undefined {
    const number = this.#numbers.get(this.#keyOf(name));
    return number === undefined ? undefined : this.#names[number];
  }
}
