import type { Effect, LogEntry } from '../../domain/debate/engine/entries.ts';
import type { OperationLog } from './operation-log.ts';
import { oldestEntries } from './searched-entries.ts';

/** Entries read at once: each agenda may have 30 phases with long notes. */
const PAGE = 20;

/**
 * The entries of these types, which change a debate's agenda, numbered above `after`, up to `upTo`, oldest first. A log may have thousands:
 * callers keep what they need of one, not the entry.
 */
export async function* agendaEntries(
  log: Pick<OperationLog, 'search'>,
  debateId: string,
  stretch: { readonly after: number; readonly upTo: number },
  types: readonly Effect['type'][],
): AsyncGenerator<LogEntry> {
  const wanted = { types, by: null, always: [] };
  for await (const entries of oldestEntries(log, debateId, stretch, wanted, PAGE)) yield* entries;
}
