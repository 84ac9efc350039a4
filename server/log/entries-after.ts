import { ENTRY_SHAPE, type LogEntry } from '../../domain/debate/engine/entries.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { nextTurn } from '../timing/next-turn.ts';
import type { OperationLog } from './operation-log.ts';

/** Entries read and folded in one turn of the thread: PGlite reads on it too. */
const PAGE = 250;

/** The entries of a debate numbered above `after`, up to `upTo` if given, in pages. Other work gets a turn between two pages. */
export async function* entriesAfter(
  log: Pick<OperationLog, 'read'>,
  debateId: string,
  after: number,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<LogEntry[]> {
  let read = after;
  for (;;) {
    const limit = Math.min(PAGE, upTo - read);
    const stored = limit > 0 ? await log.read(debateId, read, limit) : [];
    if (stored.length > 0) yield stored.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
    if (stored.length < PAGE) return;
    read = stored.at(-1)?.seq ?? read;
    await nextTurn();
  }
}
