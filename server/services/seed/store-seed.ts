import { finish, type Steps } from '#domain/collections/steps.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import type { SeedDebate } from '#prisma/seed/seed-debate.ts';
import type { Database } from '../../database/open-database.ts';
import { createEntries } from '../../log/create-entries.ts';
import { listingOf } from '../../log/debate-listing.ts';
import type { OperationLog, StoredEntry } from '../../log/operation-log.ts';
import { seedOperations, seedParticipants } from './seed-operations.ts';

/** Milliseconds between the seeded entries: the debate looks as if it had taken an afternoon. */
const PACE = 20_000;

/** The first entries of a debate written as data, the last of them before `now`, and the resulting state. */
export function* seedSteps(
  seed: SeedDebate,
  now: number,
): Steps<{ readonly state: DebateState; readonly entries: StoredEntry[] }> {
  const steps = seedOperations(seed);
  const start = now - steps.length * PACE;
  let state = EMPTY_STATE;
  const entries: StoredEntry[] = [];
  for (const [index, { author, operation }] of steps.entries()) {
    const created = createEntries(state, [operation], author, start + index * PACE);
    if (!created.ok)
      throw new Error(`The seed does not fit its own rules: ${created.rejection.code}, step ${index}`);
    state = created.state;
    entries.push(...created.entries);
    yield;
  }
  return { state, entries };
}

/** Stores a debate written as data, with its people; an existing one is left unchanged. Returns its id. */
export async function storeSeed(
  database: Database,
  log: OperationLog,
  seed: SeedDebate,
  now = Date.now(),
): Promise<string> {
  const { prisma } = database;
  const debateId = seed.slug;
  const people = seedParticipants(seed);
  const { state, entries } = finish(seedSteps(seed, now));
  const { title = '', visibility = 'public' } = state.head ?? {};
  await log.createDebate({ id: debateId, title, visibility, listing: listingOf(state) }, entries);
  await prisma.user.createMany({
    data: people.map(({ userId, name }) => ({ id: userId, name })),
    skipDuplicates: true,
  });
  await prisma.participant.createMany({
    data: people.map(({ id, userId, name }) => ({ id, debateId, userId, name })),
    skipDuplicates: true,
  });
  return debateId;
}
