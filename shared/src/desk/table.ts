const bucketCount = 1024;

/** FNV-1a over the UTF-16 units, folded to a bucket. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (bucketCount - 1);
}

/**
 * An immutable map from id to entity that shares structure with the one it was made from: `put` and `remove` copy one
 * bucket (about twenty entries of 20,000), so that a desk's state can be a plain value without costing a copy a change.
 */
export class Table<T> {
  readonly size: number;
  readonly #buckets: ReadonlyArray<ReadonlyMap<string, T> | undefined>;

  private constructor(buckets: ReadonlyArray<ReadonlyMap<string, T> | undefined>, size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static readonly #nothing = new Table<never>([], 0);

  static empty<T>(): Table<T> {
    return Table.#nothing as Table<T>;
  }

  /** A table of many entries at once, in time linear in their number. A later entry of the same id wins. */
  static of<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const buckets: Array<Map<string, T> | undefined> = new Array(bucketCount);
    let size = 0;
    for (const [id, value] of entries) {
      const at = bucketOf(id);
      let bucket = buckets[at];
      if (bucket === undefined) {
        bucket = new Map();
        buckets[at] = bucket;
      }
      if (!bucket.has(id)) size++;
      bucket.set(id, value);
    }
    return new Table<T>(buckets, size);
  }

  get(id: string): T | undefined {
    return this.#buckets[bucketOf(id)]?.get(id);
  }

  has(id: string): boolean {
    return this.#buckets[bucketOf(id)]?.has(id) ?? false;
  }

  put(id: string, value: T): Table<T> {
    const at = bucketOf(id);
    const old = this.#buckets[at];
    if (old?.get(id) === value && old?.has(id)) return this;
    const bucket = new Map(old);
    bucket.set(id, value);
    const buckets = this.#buckets.length === 0 ? new Array(bucketCount) : this.#buckets.slice();
    buckets[at] = bucket;
    return new Table<T>(buckets, old?.has(id) ? this.size : this.size + 1);
  }

  remove(id: string): Table<T> {
    const at = bucketOf(id);
    const old = this.#buckets[at];
    if (!old?.has(id)) return this;
    const bucket = new Map(old);
    bucket.delete(id);
    const buckets = this.#buckets.slice();
    buckets[at] = bucket.size === 0 ? undefined : bucket;
    return new Table<T>(buckets, this.size - 1);
  }

  *entries(): IterableIterator<[string, T]> {
    for (const bucket of this.#buckets) if (bucket) yield* bucket;
  }

  *values(): IterableIterator<T> {
    for (const bucket of this.#buckets) if (bucket) yield* bucket.values();
  }

  [Symbol.iterator](): IterableIterator<[string, T]> {
    return this.entries();
  }
}
