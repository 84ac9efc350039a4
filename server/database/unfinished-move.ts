import type { Database } from './open-database.ts';
import { StartError } from './start-error.ts';

/** A table that exists in a database while a move into it has begun and not ended. */
const MARK = 'move_under_way';

/** True if a move into a database has begun and not ended. */
export async function isMoveUnderWay({ prisma }: Database): Promise<boolean> {
  const [found] = await prisma.$queryRawUnsafe<{ begun: boolean }[]>(
    `SELECT to_regclass('${MARK}') IS NOT NULL AS begun`,
  );
  return found?.begun ?? false;
}

/** Notes that a move into a database begins. */
export async function beginMove({ prisma }: Database): Promise<void> {
  await prisma.$executeRawUnsafe(`CREATE TABLE ${MARK} ()`);
}

/** Notes that a database is whole. */
export async function endMove({ prisma }: Database): Promise<void> {
  await prisma.$executeRawUnsafe(`DROP TABLE ${MARK}`);
}

/** Throws a `StartError` if a move into a database was stopped: parts are missing. */
export async function checkIsWhole(database: Database): Promise<void> {
  if (await isMoveUnderWay(database))
    throw new StartError(
      'A move into the database at DATABASE_URL was stopped half-way. Give the command again (npm run move), which goes on ' +
        'where it stopped.',
    );
}
