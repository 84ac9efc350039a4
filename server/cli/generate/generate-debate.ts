import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import type { Database } from '../../database/open-database.ts';
import { createEntries } from '../../log/create-entries.ts';
import { DatabaseLog } from '../../log/database-log.ts';
import { listingOf } from '../../log/debate-listing.ts';
import type { StoredEntry } from '../../log/operation-log.ts';
import { storeSnapshot } from '../../log/snapshots/snapshots.ts';
import { type DebateSize, generatedOperations } from './generated-operations.ts';

/**
 * Creates a debate of a size in the database. Operations that the rules refuse (a claim too deep) are skipped, so that there may be
 * slightly fewer.
 */
export async function generateDebate(
  database: Database,
  size: DebateSize,
): Promise<{ debateId: string; claims: number; entries: number }> {
  const debateId = `d_made-${size.claims}-${size.seed}-${Date.now().toString(36)}`;
  const now = Date.now();
  let state = EMPTY_STATE;
  const entries: StoredEntry[] = [];
  for (const { author, operation } of generatedOperations(size)) {
    const created = createEntries(state, [operation], author, now);
    if (!created.ok) continue;
    state = created.state;
    entries.push(...created.entries);
  }
  const log = new DatabaseLog(database);
  const { title = '', visibility = 'public' } = state.head ?? {};
  await log.createDebate({ id: debateId, title, visibility, listing: listingOf(state) }, entries);
  await storeSnapshot(log, debateId, state);
  const people = [...state.participants.keys()];
  await database.prisma.user.createMany({
    data: people.map((id) => ({ id: `u_${debateId}-${id}`, name: `Guest ${id.slice(6)}` })),
  });
  await database.prisma.participant.createMany({
    data: people.map((id) => ({ id, debateId, userId: `u_${debateId}-${id}`, name: `Guest ${id.slice(6)}` })),
  });
  return { debateId, claims: state.claims.size, entries: entries.length };
}
