import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { findPrismaFolder, migrationList, readMigrations } from './migrations-folder.ts';
import { NO_FILTERS, openSchemaEngine } from './schema-engine.ts';

/**
 * The SQL missing between the migrations in a folder and a schema; an empty text if nothing is. Computed on an empty database, closed
 * afterwards, and another in memory: no real one is touched.
 */
export async function missingMigration(folder: string, schema: string, database: PGlite): Promise<string> {
  try {
    const engine = await openSchemaEngine(new PrismaPGlite(database), schema);
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList(folder, await readMigrations(folder))) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    });
    engine.free();
    return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '');
  } finally {
    await database.close();
  }
}

/**
 * `npx tsx server/database/author-migration.ts --name add-something` writes the migration for a changed
 * schema.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: 'string' } } });
  if (!values.name) throw new Error('Say what the migration does: --name add-something');
  const prisma = findPrismaFolder();
  const sql = await missingMigration(
    join(prisma, 'migrations'),
    await readFile(join(prisma, 'schema.prisma'), 'utf8'),
    await PGlite.create(),
  );
  if (!sql) {
    process.stdout.write('The migrations make the schema already.\n');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const target = join(prisma, 'migrations', `${stamp}_${values.name.replace(/\W+/g, '_')}`);
  await mkdir(target);
  await writeFile(join(target, 'migration.sql'), sql);
  process.stdout.write(`Wrote ${target}. Read it, then commit it with the schema.\n`);
}

if (process.argv[1]?.endsWith('author-migration.ts')) await main();
