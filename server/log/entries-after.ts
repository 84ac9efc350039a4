import { ENTRY_SHAPE, type LogEntry } from '../../domain/debate/engine/entries.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { nextTurn } from '../timing/next-turn.ts';
import type { OperationLog } from './operation-log.ts';

/** Entries read and folded in one turn of the thread: PGlite reads on it too. */
const PAGE = 250;
/** Characters of JSON read in one turn, unless a single entry has more: an imported source has up to 400,000. */
export const PAGE_CHARACTERS = 500_000;

/** The entries of a debate numbered above `after`, up to `upTo` if given, in pages. Other work gets a turn between two pages. */
export async function* entriesAfter(
  log: Pick<OperationLog, 'readPage'>,
  debateId: string,
  after: number,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<LogEntry[]> {
  let read = after;
  for (;;) {
    const limit = Math.min(PAGE, upTo - read);
    if (limit <= 0) return;
    const { entries, isCut } = await log.readPage(debateId, read, limit, PAGE_CHARACTERS);
    if (entries.length > 0) yield entries.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
    if (entries.length < PAGE && !isCut) return;
    read = entries.at(-1)?.seq ?? read;
    await nextTurn();
  }
}
