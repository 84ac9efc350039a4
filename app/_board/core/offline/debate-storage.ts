import { ENTRY_SHAPE } from '#domain/debate/engine/entries.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { browserTable, library } from './browser-database.ts';
import { DEBATES } from './save-message.ts';

/** Maximum number of debates kept: the most recently kept ones. */
const DEBATES_KEPT = 20;

/** A debate as this browser last knew it. */
export interface SavedDebate {
  readonly opening: InitialState;
  readonly seq: number;
  /** Version of its shape. Debates of another version are not read. */
  readonly shape: number;
  readonly keptAt: number;
}

/** Debates in the browser's database. Each call may fail. */
export class DebateStorage {
  async read(debateId: string): Promise<SavedDebate | null> {
    const [{ get }, store] = await Promise.all([library(), database()]);
    const kept = await get<SavedDebate>(debateId, store);
    return kept?.shape === ENTRY_SHAPE ? kept : null;
  }

  /** Keeps a debate if `mayKeep` still allows it when its turn has come. The debates kept longest ago make room. */
  async keep(opening: InitialState, seq: number, mayKeep: () => boolean): Promise<void> {
    const [{ entries, delMany, promisifyRequest }, store] = await Promise.all([library(), database()]);
    const debate: SavedDebate = { opening, seq, shape: ENTRY_SHAPE, keptAt: Date.now() };
    const count = await store('readwrite', async (table) => {
      if (mayKeep()) table.put(debate, opening.debateId);
      return promisifyRequest(table.count());
    });
    // All of them are read only where one has to go: each may be megabytes.
    if (count <= DEBATES_KEPT) return;
    const kept = await entries<string, SavedDebate>(store);
    const old = kept.sort(([, a], [, b]) => b.keptAt - a.keptAt).slice(DEBATES_KEPT);
    if (old.length > 0)
      await delMany(
        old.map(([debateId]) => debateId),
        store,
      );
  }

  /** Forgets a debate. */
  async forget(debateId: string): Promise<void> {
    const [{ del }, store] = await Promise.all([library(), database()]);
    await del(debateId, store);
  }
}

/** Forgets all debates, so that a person who signs out leaves nothing to read. */
export async function forgetDebates(): Promise<void> {
  const [{ clear }, store] = await Promise.all([library(), database()]);
  await clear(store);
}

const database = browserTable(...DEBATES);
