import { ENTRY_SHAPE, type LogEntry } from '../../domain/debate/engine/entries.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { nextTurn } from '../timing/next-turn.ts';
import type { MentioningEntries, OperationLog, SearchedEntries } from './operation-log.ts';

/** Entries searched per statement: PGlite runs on the server's thread, which others wait for. */
const STRETCH = 5_000;
/** Matching entries read per statement, unless the caller needs fewer because they are long. */
const PAGE = 200;

type Wanted = Pick<SearchedEntries, 'types' | 'by' | 'always'>;

/** Matching entries of a debate numbered up to `upTo`, newest first, in pages. Other work gets a turn between two pages. */
export async function* newestEntries(
  log: Pick<OperationLog, 'search'>,
  debateId: string,
  upTo: number,
  wanted: Wanted,
): AsyncGenerator<LogEntry[]> {
  for (let before = upTo + 1; before > 1; ) {
    const after = Math.max(0, before - 1 - STRETCH);
    const found = await log.search(debateId, { ...wanted, after, before }, PAGE);
    if (found.length > 0) yield found.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
    before = found.length < PAGE ? after + 1 : (found.at(-1)?.seq ?? 1);
    await nextTurn();
  }
}

/** Matching entries of a debate numbered above `after`, up to `upTo`, oldest first, in pages. Other work gets a turn between two pages. */
export async function* oldestEntries(
  log: Pick<OperationLog, 'search'>,
  debateId: string,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  wanted: Wanted,
  page = PAGE,
): AsyncGenerator<LogEntry[]> {
  for (let read = after; read < upTo; ) {
    const end = Math.min(upTo, read + STRETCH);
    const stretch = { ...wanted, after: read, before: end + 1, first: 'oldest' } as const;
    const found = await log.search(debateId, stretch, page);
    if (found.length > 0) yield found.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
    read = found.length < page ? end : (found.at(-1)?.seq ?? end);
    await nextTurn();
  }
}

/** Entries of a debate numbered up to `upTo` that mention something, oldest first, in pages. Other work gets a turn between two pages. */
export async function* entriesMentioning(
  log: Pick<OperationLog, 'mentioning'>,
  debateId: string,
  upTo: number,
  wanted: Pick<MentioningEntries, 'words' | 'types'>,
): AsyncGenerator<LogEntry[]> {
  for (let read = 0; read < upTo; ) {
    const end = Math.min(upTo, read + STRETCH);
    const found = await log.mentioning(debateId, { ...wanted, after: read, upTo: end }, PAGE);
    if (found.length > 0) yield found.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
    read = found.length < PAGE ? end : (found.at(-1)?.seq ?? end);
    await nextTurn();
  }
}
