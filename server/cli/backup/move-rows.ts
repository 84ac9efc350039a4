import type { Database } from '../../database/open-database.ts';
import { backupTables } from './backup-tables.ts';

/** Rows compared at once. */
const ROWS = 500;

/**
 * Makes `to` hold exactly the rows of `from`, wherever an earlier call was stopped: rows of `to` that `from` doesn't have are deleted, then
 * rows that `to` doesn't have are inserted, some hundred at a time. Returns the number of rows it inserted.
 */
export async function moveRows(from: Database, to: Database): Promise<number> {
  const tables = await keyedTables(from);
  for (const table of tables)
    for await (const rows of rowsMissing(to, from, table)) await deleteRows(to, table, rows);
  let inserted = 0;
  // Deleting a row deletes those that refer to it, and they are inserted again with it.
  for (const table of tables)
    for await (const rows of rowsMissing(from, to, table)) {
      await insertRows(to, table, rows);
      inserted += rows.length;
    }
  return inserted;
}

/** Compares each row of each database with the other's; the number of rows, or `null` if a row differs or exists in only one of them. */
export async function countSameRows(one: Database, other: Database): Promise<number | null> {
  let count = 0;
  for (const table of await keyedTables(one)) {
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const)
      for await (const _ of rowsMissing(here, there, table)) return null;
    const [row] = await one.prisma.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${table.name}"`,
    );
    count += row?.count ?? 0;
  }
  return count;
}

interface KeyedTable {
  readonly name: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
}

async function keyedTables({ prisma }: Database): Promise<KeyedTable[]> {
  const names = await backupTables(prisma);
  const keys = await prisma.$queryRaw<{ name: string; key: string[] }[]>`
    SELECT c.relname::text AS name, array_agg(a.attname::text) AS key FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    WHERE i.indisprimary AND c.relnamespace = current_schema()::regnamespace GROUP BY c.relname`;
  return names.map((name) => {
    const key = keys.find((keyed) => keyed.name === name)?.key;
    if (!key) throw new Error(`The table "${name}" has no primary key`);
    return { name, key };
  });
}

/** The rows of a table in `from` of which `other` has no identical one, in pieces, each row as the database writes it as text. */
async function* rowsMissing(from: Database, other: Database, table: KeyedTable): AsyncGenerator<string[]> {
  const isSame = [...table.key.map((column) => `t."${column}" = (r.row::"${table.name}")."${column}"`)];
  const missing = `SELECT r.row FROM unnest($1::text[]) AS r (row) WHERE NOT EXISTS (
    SELECT FROM "${table.name}" t WHERE ${isSame.join(' AND ')} AND t::text = r.row)`;
  for await (const rows of piecesOf(from, table)) {
    const found = await other.prisma.$queryRawUnsafe<{ row: string }[]>(missing, rows);
    if (found.length > 0) yield found.map(({ row }) => row);
  }
}

/** A table's rows by its key, in pieces. Each piece is read alone, so that rows may be changed between two. */
async function* piecesOf({ prisma }: Database, { name, key }: KeyedTable): AsyncGenerator<string[]> {
  const columns = key.map((column) => `"${column}"`).join(', ');
  let last: string | null = null;
  for (;;) {
    const after: string =
      last === null ? '' : `WHERE (${columns}) > (SELECT ${columns} FROM unnest($2::text[]::"${name}"[]))`;
    const rows: { row: string }[] = await prisma.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${name}" t ${after} ORDER BY ${columns} LIMIT $1::int`,
      ROWS,
      ...(last === null ? [] : [[last]]),
    );
    if (rows.length === 0) return;
    yield rows.map(({ row }) => row);
    last = rows.at(-1)?.row ?? null;
  }
}

async function deleteRows({ prisma }: Database, { name, key }: KeyedTable, rows: string[]): Promise<void> {
  const isSame = key.map((column) => `t."${column}" = r."${column}"`).join(' AND ');
  await prisma.$executeRawUnsafe(
    `DELETE FROM "${name}" t USING unnest($1::text[]::"${name}"[]) r WHERE ${isSame}`,
    rows,
  );
}

async function insertRows({ prisma }: Database, { name }: KeyedTable, rows: string[]): Promise<void> {
  await prisma.$executeRawUnsafe(`INSERT INTO "${name}" SELECT * FROM unnest($1::text[]::"${name}"[])`, rows);
}
