const bits = 5;
const width = 1 << bits;
const mask = width - 1;

type Bucket<T> = ReadonlyMap<string, T>;
type Shelf<T> = ReadonlyArray<Bucket<T> | undefined>;

/** FNV-1a over the UTF-16 units. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/**
 * An immutable map from id to entity that shares structure with the one it was made from: 32 shelves of 32 buckets, of
 * which `put` and `remove` copy one each (about twenty entries of 20,000), so that a desk's state can be a plain value
 * without costing a copy of everything a change.
 */
export class Table<T> {
  readonly size: number;
  readonly #shelves: ReadonlyArray<Shelf<T> | undefined>;

  private constructor(shelves: ReadonlyArray<Shelf<T> | undefined>, size: number) {
    this.#shelves = shelves;
    this.size = size;
  }

  static readonly #nothing = new Table<never>([], 0);

  static empty<T>(): Table<T> {
    return Table.#nothing as Table<T>;
  }

  /** A table of many entries at once, in time linear in their number. A later entry of the same id wins. */
  static of<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const filling = Table.filling<T>();
    for (const [id, value] of entries) filling.add(id, value);
    return filling.table();
  }

  /** The same, entry by entry, for who must not be kept by many at once. After `table` nothing more is added. */
  static filling<T>(): { readonly add: (id: string, value: T) => void; readonly table: () => Table<T> } {
    const shelves: Array<Array<Map<string, T> | undefined> | undefined> = [];
    let size = 0;
    return {
      add: (id, value) => {
        const hash = hashOf(id);
        const shelf = shelves[hash & mask] ?? [];
        shelves[hash & mask] = shelf;
        const at = (hash >>> bits) & mask;
        const bucket = shelf[at] ?? new Map<string, T>();
        shelf[at] = bucket;
        if (!bucket.has(id)) size++;
        bucket.set(id, value);
      },
      table: () => new Table<T>(shelves, size),
    };
  }

  #bucket(hash: number): Bucket<T> | undefined {
    return this.#shelves[hash & mask]?.[(hash >>> bits) & mask];
  }

  get(id: string): T | undefined {
    return this.#bucket(hashOf(id))?.get(id);
  }

  has(id: string): boolean {
    return this.#bucket(hashOf(id))?.has(id) ?? false;
  }

  put(id: string, value: T): Table<T> {
    const hash = hashOf(id);
    const old = this.#bucket(hash);
    const had = old?.has(id) ?? false;
    if (had && old?.get(id) === value) return this;
    const bucket = new Map(old);
    bucket.set(id, value);
    return this.#with(hash, bucket, had ? this.size : this.size + 1);
  }

  remove(id: string): Table<T> {
    const hash = hashOf(id);
    const old = this.#bucket(hash);
    if (!old?.has(id)) return this;
    const bucket = new Map(old);
    bucket.delete(id);
    return this.#with(hash, bucket.size === 0 ? undefined : bucket, this.size - 1);
  }

  #with(hash: number, bucket: Bucket<T> | undefined, size: number): Table<T> {
    const shelves = this.#shelves.slice();
    const shelf = (shelves[hash & mask] ?? []).slice();
    shelf[(hash >>> bits) & mask] = bucket;
    shelves[hash & mask] = shelf;
    return new Table<T>(shelves, size);
  }

  *entries(): IterableIterator<[string, T]> {
    for (const shelf of this.#shelves) if (shelf) for (const bucket of shelf) if (bucket) yield* bucket;
  }

  *values(): IterableIterator<T> {
    for (const shelf of this.#shelves) if (shelf) for (const bucket of shelf) if (bucket) yield* bucket.values();
  }

  [Symbol.iterator](): IterableIterator<[string, T]> {
    return this.entries();
  }
}
