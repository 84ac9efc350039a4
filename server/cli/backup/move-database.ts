import type { Database } from '../../database/open-database.ts';
import { StartError } from '../../database/start-error.ts';
import { beginMove, endMove, isMoveUnderWay } from '../../database/unfinished-move.ts';
import { isEmpty, migrationsOf } from './backup-tables.ts';
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
  await withOpen(source, async (first) => {
    await checkSameRelease(first, target);
    await begin(target);
    report(`${await moveRows(first, target)} rows copied`);
  });
  await source.hold();
  report('writes are refused from now on; copying what has changed …');
  return withOpen(source, async (last) => {
    await checkSameRelease(last, target);
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

/** Throws a `StartError` if a database has data that is no part of an earlier try. It only reads. */
export async function checkMovableInto(target: Database): Promise<void> {
  if (!(await isMoveUnderWay(target)) && !(await isEmpty(target.prisma)))
    throw new StartError(
      'The database at DATABASE_URL already has data, and nothing was changed. Move into an empty one.',
    );
}

async function begin(target: Database): Promise<void> {
  await checkMovableInto(target);
  if (!(await isMoveUnderWay(target))) await beginMove(target);
}

/** Rows fit only the tables of the release that wrote them. */
async function checkSameRelease(source: Database, target: Database): Promise<void> {
  const [theirs, ours] = [await migrationsOf(source.prisma), await migrationsOf(target.prisma)];
  if (theirs.join() !== ours.join())
    throw new StartError(
      `The debates in DATA_DIR are of another release of Parley (their last migration is "${theirs.at(-1)}", here it is ` +
        `"${ours.at(-1)}"). Start a server of this release on them once, then move.`,
    );
}
