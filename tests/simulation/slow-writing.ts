import { OutcomeUnknown, StorageFull, type Store, StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import type { BatchRows } from "@flowdesk/server/storage/batch-rows.ts";
import { UnderWay } from "@flowdesk/server/storage/follow.ts";
import { type After, type Lock, TableStore } from "@flowdesk/server/storage/table-store.ts";
import { setClock } from "./database-clock.ts";
import type { Random } from "./random.ts";
import type { WorldStorage } from "./storage.ts";
import { Turn } from "./turn.ts";

/** What of a store in tables is the engine's: open to the store alone. */
interface Engine {
  inTurn<T>(desk: string, work: () => Promise<T>): Promise<T>;
  lock(...args: readonly unknown[]): Promise<Lock | null>;
  writeAfter(rows: BatchRows, after: After): Promise<boolean>;
  write(...args: readonly unknown[]): Promise<number>;
}

/**
 * Has writing take its time, in the world's: the world goes on while a batch is being written, and another may be decided
 * meanwhile. Writing can fail after it was decided, which nothing else in a world does.
 */
export class SlowWriting {
  /** How many batches were decided while the one before them was being written, and were written after it. */
  followed = 0;
  /** How many of such were not written: as the one before them was not, or as the desk stood elsewhere. */
  leftBehind = 0;
  elsewhere = 0;
  readonly #stores: readonly TableStore[];
  readonly #storage: WorldStorage;
  readonly #random: Random;
  readonly #turn: Turn;
  #isHealed = false;

  constructor(stores: readonly Store[], storage: WorldStorage, random: Random) {
    this.#stores = stores.filter((store) => store instanceof TableStore);
    this.#storage = storage;
    this.#random = random;
    this.#turn = new Turn(storage.time, random);
  }

  /** Nothing fails from now on. */
  heal(): void {
    this.#isHealed = true;
  }

  /** Puts itself between the stores and their engines. Gives what takes it away. */
  install(): () => void {
    const { time } = this.#storage;
    this.#storage.takesTime = true;
    for (const store of this.#stores) Object.assign(store, this.#around(store));
    const { isWritten } = UnderWay.prototype;
    UnderWay.prototype.isWritten = async function (this: UnderWay) {
      const written = isWritten.call(this);
      await time.aside((goOn) => void written.then(() => goOn()));
      return written;
    };
    return () => {
      UnderWay.prototype.isWritten = isWritten;
      for (const store of this.#stores)
        for (const name of ["inTurn", "lock", "writeAfter", "write"]) Reflect.deleteProperty(store, name);
    };
  }

  #around(store: TableStore): Engine {
    const engine = store as unknown as Engine;
    const own = {
      inTurn: engine.inTurn.bind(store),
      lock: engine.lock.bind(store),
      writeAfter: engine.writeAfter.bind(store),
      write: engine.write.bind(store),
    } as Engine;
    const { hasClock, clock } = this.#storage;
    let isTried = false;
    return {
      inTurn: (desk, work) =>
        this.#turn.take(store, async () => {
          isTried = false;
          const done = await own.inTurn(desk, work);
          if (done === false && !isTried) this.leftBehind++;
          return done;
        }),
      lock: async (...args) => {
        const lock = await own.lock(...args);
        if (lock === null) return null;
        return {
          ...lock,
          commit: (rows) =>
            this.#writes(
              rows,
              () => lock.commit(rows),
              () => lock.letGo(),
            ),
        };
      },
      writeAfter: async (rows, after) => {
        isTried = true;
        const isWritten = await this.#writes(
          rows,
          async () => {
            await setClock(store, hasClock ? clock() : rows.at);
            return own.writeAfter(rows, after);
          },
          async () => {},
        );
        // Only what follows has no commands: messages have none.
        if (after.commands.length === 0) {
          if (isWritten) this.followed++;
          else this.elsewhere++;
        }
        return isWritten;
      },
      write: (...args) => this.#turn.take(store, () => own.write(...args)),
    };
  }

  /** Writes after a while, unless something befalls it until then. */
  async #writes(rows: BatchRows, write: () => Promise<boolean>, letGo: () => Promise<void>): Promise<boolean> {
    const storage = this.#storage;
    const ms = this.#random.between(20, 400);
    const befalls = this.#isHealed ? 1 : this.#random.next();
    await storage.time.aside((goOn) => goOn(ms));
    const { now } = storage.time;
    const failure =
      now < storage.fullUntil
        ? new StorageFull("The disk is full")
        : now < storage.awayUntil || befalls < 0.2
          ? new StoreUnavailable("The transaction was rolled back")
          : null;
    if (failure !== null) {
      await letGo();
      throw failure;
    }
    const isWritten = await write();
    if (isWritten) storage.head = Math.max(storage.head, rows.seq);
    if (isWritten && befalls < 0.28) throw new OutcomeUnknown("No answer came");
    return isWritten;
  }
}
