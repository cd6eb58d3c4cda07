/** Growable array of 32-bit integers: a million rows take four megabytes, where an array of numbers takes many times that. */
export class Integers {
  #values = new Int32Array(1024);

  get(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const larger = new Int32Array(Math.max(index + 1, this.#values.length * 2));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[index] = value;
  }
}

/**
 * Rows that belong together, by their numbers from 1. Links may come in any order, the parent after the child, and may
 * form cycles: who belongs together does not depend on it.
 */
export class Linked {
  // 0: linked to nothing yet. Otherwise the row above it; a root is above itself.
  readonly #above = new Integers();

  link(a: number, b: number): void {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)];
    this.#above.set(rootA, rootA);
    this.#above.set(Math.max(rootA, rootB), Math.min(rootA, rootB));
    this.#above.set(Math.min(rootA, rootB), Math.min(rootA, rootB));
  }

  /** The one row that stands for all that are linked with this one; the row itself if it is alone. */
  rootOf(row: number): number {
    let root = row;
    for (let above = this.#above.get(root); above !== 0 && above !== root; above = this.#above.get(root)) root = above;
    for (let at = row; at !== root && at !== 0; ) {
      const above = this.#above.get(at);
      this.#above.set(at, root);
      at = above;
    }
    return root;
  }

  isAlone(row: number): boolean {
    return this.#above.get(row) === 0;
  }
}
