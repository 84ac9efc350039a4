import { EMPTY_STATE } from '../../domain/debate/state.ts';
import { madeInChina2025 } from '../../prisma/seed/made-in-china-2025.ts';
import type { Database } from '../database/open-database.ts';
import { createEntries } from '../log/create-entries.ts';
import { listingOf } from '../log/debate-listing.ts';
import type { OperationLog } from '../log/operation-log.ts';
import { seedOperations, seedParticipants } from './seed-operations.ts';

/** Milliseconds between the seeded entries: the debate looks as if it had taken an afternoon. */
const PACE = 20_000;

/** On the very first start: the debate Parley opens with. Killed half-way, the next start does the rest. */
export async function seedOnce(database: Database, log: OperationLog): Promise<void> {
  const { prisma } = database;
  if (await prisma.setting.findUnique({ where: { key: 'seeded' } })) return;
  const debateId = madeInChina2025.slug;
  const people = seedParticipants(madeInChina2025);
  const steps = seedOperations(madeInChina2025);
  const start = Date.now() - steps.length * PACE;
  let state = EMPTY_STATE;
  const entries = steps.flatMap(({ author, operation }, index) => {
    const created = createEntries(state, [operation], author, start + index * PACE);
    if (!created.ok)
      throw new Error(`The seed does not fit its own rules: ${created.rejection.code}, step ${index}`);
    state = created.state;
    return created.entries;
  });
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
  await prisma.setting.create({ data: { key: 'seeded', value: debateId } });
}
