/**
 * `tsx make-flat-debate.ts <data folder> <id> <claims>`: a process of its own, since an embedded database has one owner.
 */
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { listingOf } from '../../server/log/debate-listing.ts';
import { storeSnapshot } from '../../server/log/snapshots/snapshots.ts';
import { addClaim, upTo } from '../support/log-node.ts';

/** Puts a public debate into an embedded database whose claims all stand right under one position, `p_yes`. */
async function storeFlatDebate(dataDir: string, id: string, claims: number): Promise<void> {
  const operations: Operation[] = [
    {
      type: 'debate.create',
      title: 'Flat',
      motion: 'All is one level',
      visibility: 'public',
      settings: { guests: 'debater', wording: 'shared' },
      ownerId: 'm_owner',
    },
    { type: 'position.add', positionId: 'p_yes', name: 'Yes', hue: 'blue', summary: '' },
    ...upTo(claims).map((n) => addClaim(`flat${n}`)),
  ];
  const created = createEntries(EMPTY_STATE, operations, 'm_owner', 1_000);
  if (!created.ok) throw new Error(created.rejection.code);
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  const log = new DatabaseLog(database);
  const debate = { id, title: 'Flat', visibility: 'public', listing: listingOf(created.state) };
  await log.createDebate(debate, created.entries);
  await storeSnapshot(log, id, created.state);
  await database.close();
}

const [dataDir = '', id = '', claims] = process.argv.slice(2);
await storeFlatDebate(dataDir, id, Number(claims));
