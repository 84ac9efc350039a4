import { adoptOutbox, type Outbox, unsentByDebate, upcastOutbox } from '#domain/sync/outbox.ts';
import { newId } from '../../store/new-id.ts';
import { browserTable, library } from '../browser-database.ts';
import { outboxTexts } from './outbox-texts.ts';
import { liveTabs } from './tab-life.ts';

interface Kept {
  readonly outbox: Outbox;
  /** Id of the page that continues with it. */
  readonly owner: string;
  readonly keptAt: number;
  /** True if its page has been left: the next page that opens the debate continues with it. */
  readonly left: boolean;
}

/** Outboxes in the browser's database, one for each tab that has something to send. Each call may fail: see `persistOutbox`. */
export class OutboxStorage {
  readonly #debateId: string;
  readonly #owner = page();
  /** The change being made in the database. */
  #changing: IDBTransaction | null = null;

  constructor(debateId: string) {
    this.#debateId = debateId;
  }

  /**
   * Takes over what a closed page has kept for this participant; `null` if there is nothing. Only one page can take an outbox. Calls
   * `closing` with the tabs that still have one: the page may be about to close. `own`: the id of an outbox that this page has itself; a
   * page that came back after it was left has kept it like a closed one. `canTake`: false for one that is left where it is.
   */
  async take(
    participantId: string,
    closing: (clientIds: readonly string[]) => void,
    own: string | null = null,
    canTake: (outbox: Outbox) => boolean = () => true,
  ): Promise<Outbox | null> {
    const [{ entries }, store] = await Promise.all([library(), database()]);
    const theirs = (await entries<string, Kept>(store)).filter(
      ([key, { outbox }]) =>
        key !== own && outbox.debateId === this.#debateId && outbox.participantId === participantId,
    );
    const held = await liveTabs(theirs.flatMap(([, { left, outbox }]) => (left ? [] : [outbox.clientId])));
    let hasChanged = false;
    for (const [key, kept] of theirs) {
      if (!kept.left && held.has(kept.outbox.clientId)) continue;
      const outbox = adoptOutbox(upcastOutbox(kept.outbox));
      if (!canTake(outbox)) continue;
      if (await this.#claim(key, kept, outbox)) return outbox;
      hasChanged = true;
    }
    // The page before has written it once more while it closed, or another page has taken it: looked at again, either is seen.
    if (hasChanged) return this.take(participantId, closing, own, canTake);
    closing([...held]);
    return null;
  }

  /** Keeps the outbox as it is now. If another page has taken it over, returns the last number in that page's outbox; otherwise `null`. */
  async keep(outbox: Outbox, left = false): Promise<number | null> {
    let theirs: number | null = null;
    await this.#update(outbox.clientId, (kept) => {
      theirs = kept === undefined || kept.owner === this.#owner ? null : kept.outbox.clientSeq;
      return theirs === null ? this.#recordOf(outbox, left) : kept;
    });
    return theirs;
  }

  /**
   * Keeps the outbox of a page that closes now, in one step: the database's answers no longer reach the page, so it can't look first
   * whether another page has taken the outbox over. While a tab holds its lock, none has; without locks, a page that has will notice and
   * continue under another identity. A change that waits for an answer is given up: it would hold this one up until the page is gone, and
   * both would be lost.
   */
  async leave(outbox: Outbox): Promise<void> {
    const store = await database();
    try {
      this.#changing?.abort();
    } catch {
      // It is being committed, and holds nothing up.
    }
    await store('readwrite', (table) => {
      table.put(this.#recordOf(outbox, true), outbox.clientId);
      table.transaction.commit();
    });
  }

  #recordOf(outbox: Outbox, left: boolean): Kept {
    return { outbox, owner: this.#owner, keptAt: Date.now(), left };
  }

  /** Forgets an outbox, unless another page has taken it over: everything in it has arrived. */
  async forget(clientId: string): Promise<void> {
    await this.#update(clientId, (kept) => (kept?.owner === this.#owner ? undefined : kept));
  }

  async #claim(key: string, seen: Kept, outbox: Outbox): Promise<boolean> {
    let claimed = false;
    await this.#update(key, (kept) => {
      claimed = kept !== undefined && kept.owner === seen.owner && kept.keptAt === seen.keptAt;
      return claimed ? this.#recordOf(outbox, false) : kept;
    });
    return claimed;
  }

  /** Changes a record, or removes it where there is nothing to keep. */
  async #update(key: string, change: (kept: Kept | undefined) => Kept | undefined): Promise<void> {
    const [{ promisifyRequest }, store] = await Promise.all([library(), database()]);
    await store('readwrite', async (table) => {
      this.#changing = table.transaction;
      const changed = promisifyRequest(table.transaction);
      const asked = promisifyRequest<Kept | undefined>(table.get(key)).then((kept) => {
        const next = change(kept);
        if (next !== undefined) table.put(next, key);
        else if (kept !== undefined) table.delete(key);
      });
      await Promise.all([changed, asked]);
    }).finally(() => {
      this.#changing = null;
    });
  }
}

/** Forgets what these participants had not sent. */
export async function forgetOutboxesOf(participantIds: readonly string[]): Promise<void> {
  const [{ entries, delMany }, store] = await Promise.all([library(), database()]);
  const theirs = (await entries<string, Kept>(store)).filter(([, { outbox }]) =>
    participantIds.includes(outbox.participantId),
  );
  await delMany(
    theirs.map(([key]) => key),
    store,
  );
}

/** Returns, by debate, the number of changes of these participants that this browser keeps: no server has them yet, or they were rejected. */
export async function unsentHere(participantIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const [{ values }, store] = await Promise.all([library(), database()]);
  const outboxes = (await values<Kept>(store)).map(({ outbox }) => outbox);
  return unsentByDebate(outboxes, participantIds);
}

/** Returns what a participant wrote in a debate, in this browser, that no server has or that was rejected; each text once. */
export async function unsentTextHere(debateId: string, participantId: string): Promise<readonly string[]> {
  const [{ values }, store] = await Promise.all([library(), database()]);
  const words = new Set<string>();
  for (const { outbox } of await values<Kept>(store)) {
    if (outbox.debateId !== debateId || outbox.participantId !== participantId) continue;
    for (const one of outboxTexts(upcastOutbox(outbox))) words.add(one);
  }
  return [...words];
}

let name: string | undefined;

/** Returns this page's id, the same for every call: what the page has kept stays its own. */
function page(): string {
  name ??= newId('page');
  return name;
}

const database = browserTable('parley', 'outboxes');
