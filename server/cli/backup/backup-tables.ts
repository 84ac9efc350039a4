import type { Prisma } from '#prisma/client/client.ts';

/** The parts of Prisma in a transaction that backups use. */
export type Transaction = Pick<
  Prisma.TransactionClient,
  '$queryRawUnsafe' | '$executeRawUnsafe' | '$queryRaw' | '$executeRaw'
>;

/** Tables left out of a backup: Prisma's records of migrations are in the file's first line, and stored states are rebuilt from the log. */
const LEFT_OUT = ['_prisma_migrations', 'snapshot'];

/** The tables in a backup, each after those it refers to. */
export async function backupTables(transaction: Transaction): Promise<string[]> {
  const tables = await transaction.$queryRaw<{ name: string; refers: string[] }[]>`
    SELECT c.relname::text AS name,
           ARRAY(SELECT r.confrelid::regclass::text FROM pg_constraint r
                 WHERE r.conrelid = c.oid AND r.contype = 'f' AND r.confrelid <> c.oid)::text[] AS refers
    FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
    ORDER BY c.relname`;
  const waiting = new Map(
    tables.filter(({ name }) => !LEFT_OUT.includes(name)).map(({ name, refers }) => [name, refers]),
  );
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, refers]) => !refers.some((other) => waiting.has(other)));
    if (ready.length === 0) throw new Error(`Tables refer to each other: ${[...waiting.keys()].join(', ')}`);
    for (const [name] of ready) {
      ordered.push(name);
      waiting.delete(name);
    }
  }
  return ordered;
}

/** True if no table of a backup has a row. */
export async function isEmpty(transaction: Transaction): Promise<boolean> {
  for (const table of await backupTables(transaction)) {
    const [row] = await transaction.$queryRawUnsafe<object[]>(`SELECT 1 AS one FROM "${table}" LIMIT 1`);
    if (row) return false;
  }
  return true;
}

/** The names of the migrations a database has, in order. */
export async function migrationsOf(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
  return rows.map(({ name }) => name);
}
