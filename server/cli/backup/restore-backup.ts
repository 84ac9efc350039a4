import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Prisma } from '#prisma/client/client.ts';
import type { Database } from '../../database/open-database.ts';
import { StartError } from '../../database/start-error.ts';
import { type BackupMark, headSchema, MARK, markSchema } from './backup-file.ts';
import { backupTables, isEmpty, migrationsOf, type Transaction } from './backup-tables.ts';

/** Characters of rows written at once. */
const CHARACTERS = 4_000_000;
/** Maximum milliseconds of restoring: a day. */
const LONGEST = 24 * 60 * 60 * 1_000;

/** Restores a backup into an empty database, completely or not at all; returns the number of rows. Any problem is a `StartError`. */
export async function restoreBackup(database: Database, path: string): Promise<number> {
  return database.prisma.$transaction((transaction) => restoreInto(transaction, path), {
    timeout: LONGEST,
    maxWait: LONGEST,
  });
}

/** The last migration of the tables a backup was made of; `undefined` if the file can't be read as one. */
export async function lastMigrationOf(path: string): Promise<string | undefined> {
  for await (const line of linesOf(path)) return headSchema.safeParse(parsed(line)).data?.migrations.at(-1);
  return undefined;
}

/** Throws a `StartError` if a backup whose tables end with the migration `last` can't be restored into a database. It only reads. */
export async function checkRestorable({ prisma }: Database, last: string | undefined): Promise<void> {
  await checkEmpty(prisma);
  const ours = (await migrationsOf(prisma)).at(-1);
  if (last !== undefined && ours !== undefined && ours > last) throw ofOtherRelease(last, ours);
}

async function restoreInto(transaction: Transaction, path: string): Promise<number> {
  const tables = await backupTables(transaction);
  await checkEmpty(transaction);
  const lines = linesOf(path);
  const first = await lines.next();
  await checkHead(transaction, first.done ? '' : first.value);
  let into: string | null = null;
  let rows = 0;
  let waiting: string[] = [];
  let characters = 0;
  const write = async () => {
    if (into !== null && waiting.length > 0) await insert(transaction, into, waiting);
    rows += waiting.length;
    waiting = [];
    characters = 0;
  };
  for await (const line of lines) {
    if (line.startsWith(MARK)) {
      await write();
      const mark = readMark(line);
      if ('rows' in mark) {
        if (mark.rows !== rows) throw damaged(`it says ${mark.rows} rows and has ${rows}`);
        return rows;
      }
      if (!tables.includes(mark.table)) throw damaged(`there is no table "${mark.table}" here`);
      into = mark.table;
    } else {
      if (into === null) throw damaged('its rows are of no table');
      waiting.push(readRow(line));
      characters += line.length;
      if (characters > CHARACTERS) await write();
    }
  }
  throw damaged('its end is missing');
}

async function checkEmpty(transaction: Transaction): Promise<void> {
  if (!(await isEmpty(transaction)))
    throw new StartError(
      'A backup can only be restored into an empty database, and this one has data. Set DATA_DIR to a new folder, or ' +
        'DATABASE_URL to a new database.',
    );
}

async function checkHead(transaction: Transaction, line: string): Promise<void> {
  const head = headSchema.safeParse(parsed(line));
  if (!head.success) throw new StartError('This file isn’t a backup that this release of Parley can read.');
  const ours = await migrationsOf(transaction);
  if (head.data.migrations.join() !== ours.join())
    throw ofOtherRelease(head.data.migrations.at(-1), ours.at(-1));
}

function ofOtherRelease(last: string | undefined, ours: string | undefined): StartError {
  return new StartError(
    `This backup was made with another release of Parley (its last migration is "${last}", here it is "${ours}"). If that ` +
      'release is older, restore it into a new folder or database, on which no server has started yet; otherwise with that ' +
      'release.',
  );
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const packed = createReadStream(path);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error));
  let rest = '';
  try {
    for await (const text of packed.pipe(unpacked).setEncoding('utf8')) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw isOfZlib(error) ? damaged('it is cut off, or is no gzip file') : error;
  }
  if (rest !== '') yield rest;
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function insert(transaction: Transaction, table: string, rows: readonly string[]): Promise<void> {
  try {
    await transaction.$executeRawUnsafe(
      `INSERT INTO "${table}" SELECT * FROM unnest($1::text[]::"${table}"[])`,
      rows,
    );
  } catch (error) {
    // A row that doesn't fit the table, or refers to one that doesn't exist. Problems of the database itself are no `P2010`.
    throw error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2010'
      ? damaged(`rows of the table "${table}" do not fit`)
      : error;
  }
}

function readRow(line: string): string {
  const row = parsed(line);
  if (typeof row !== 'string') throw damaged('a line of it cannot be read');
  return row;
}

function readMark(line: string): BackupMark {
  const mark = markSchema.safeParse(parsed(line.slice(MARK.length)));
  if (!mark.success) throw damaged('a line of it cannot be read');
  return mark.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function damaged(why: string): StartError {
  return new StartError(`This backup is damaged: ${why}. Nothing was restored.`);
}
