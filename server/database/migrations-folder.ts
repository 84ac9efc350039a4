import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from './schema-engine.ts';
import { StartError } from './start-error.ts';

/** A migration of this release. */
export interface Migration {
  name: string;
  sql: string;
  /** As Prisma stores it with an applied migration. */
  checksum: string;
}

const LOCK = 'migration_lock.toml';

/**
 * The folder `prisma/`, wherever the program runs: the current folder, or one above this module (which is `server/database/` in the sources
 * and `dist/` once bundled).
 */
export function findPrismaFolder(): string {
  const starts = [process.cwd()];
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    starts.push(folder);
    if (dirname(folder) === folder) break;
  }
  const found = starts
    .map((start) => resolve(start, 'prisma'))
    .find((folder) => existsSync(join(folder, 'migrations', LOCK)));
  if (found) return found;
  throw new StartError(
    `The folder "prisma/migrations" was found neither in ${process.cwd()} nor beside the program. ` +
      'Start Parley in its own folder, with the folder "prisma" in it.',
  );
}

/** The migrations in a folder, in the order in which they are applied. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The same in the form that the schema engine needs. */
export async function migrationList(folder: string, migrations: Migration[]): Promise<MigrationList> {
  return {
    baseDir: folder,
    lockfile: { path: LOCK, content: await readFile(join(folder, LOCK), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
