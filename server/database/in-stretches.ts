import { nextTurn } from '../timing/next-turn.ts';

/**
 * Repeats a statement that changes up to `limit` rows, until it finds fewer. Others have their turn in between, because the embedded
 * database runs on the server's thread.
 */
export async function inStretches(limit: number, change: (limit: number) => Promise<number>): Promise<void> {
  for (let changed = limit; changed === limit; ) {
    changed = await change(limit);
    await nextTurn();
  }
}
