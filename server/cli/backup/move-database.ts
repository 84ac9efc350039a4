import type { Database } from '../../database/open-database.ts';
import { StartError } from '../../database/start-error.ts';
import { beginMove, endMove, isMoveUnderWay } from '../../database/unfinished-move.ts';
import { backupTables } from './backup-tables.ts';
import { countSameRows, moveRows } from './move-rows.ts';

/** The embedded database to move. */
export interface MoveSource {
  /** Opens it as of now; closing it releases it. */
  open(): Promise<Database>;
  /** Refuses writes to it from now on, until the command ends. */
  hold(): Promise<void>;
  /** Notes, while it is open, that it was moved: nothing is ever written to it again. Throws if it was not held since `hold`. */
  retire(): Promise<void>;
}

/**
 * Moves an embedded database into an empty PostgreSQL one, or goes on with a move that was stopped. The first copy is made while people
 * write; then writes are refused for as long as it takes to copy what has changed and to compare every row. Returns the number of rows.
 */
export async function moveDatabase(
  source: MoveSource,
  target: Database,
  report: (line: string) => void,
): Promise<number> {
  await begin(target);
  await withOpen(source, async (first) => report(`${await moveRows(first, target)} rows copied`));
  await source.hold();
  report('writes are refused from now on; copying what has changed …');
  return withOpen(source, async (last) => {
    report(`${await moveRows(last, target)} rows copied; comparing every row …`);
    const rows = await countSameRows(last, target);
    if (rows === null)
      throw new StartError(
        'The databases differ after the move: is something else writing to PostgreSQL? Start the move again.',
      );
    await source.retire();
    await endMove(target);
    return rows;
  });
}

async function withOpen<T>(source: MoveSource, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await source.open();
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** Only a database with nothing in it, or with parts of an earlier try, is moved into. */
async function begin(target: Database): Promise<void> {
  if (await isMoveUnderWay(target)) return;
  for (const table of await backupTables(target.prisma)) {
    const [row] = await target.prisma.$queryRawUnsafe<object[]>(`SELECT 1 AS one FROM "${table}" LIMIT 1`);
    if (row)
      throw new StartError(
        'The database at DATABASE_URL already has data, and nothing was changed. Move into an empty one.',
      );
  }
  await beginMove(target);
}
