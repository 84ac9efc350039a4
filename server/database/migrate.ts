import { join } from 'node:path';
import type { MigrationConnection, MigrationSession } from './migration-connection.ts';
import { findPrismaFolder, type Migration, migrationList, readMigrations } from './migrations-folder.ts';
import { NO_FILTERS, openSchemaEngine } from './schema-engine.ts';
import { NoDatabase, StartError } from './start-error.ts';

interface Applied {
  name: string;
  checksum: string;
  finished: boolean;
}

/**
 * Migrates a database to the current version, as `prisma migrate deploy` would and with the same records, so that either can continue where
 * the other stopped. Nothing else can migrate meanwhile, and a migration that fails or is killed leaves nothing behind. Returns the names
 * of the migrations it applied. `upTo`: the last migration to apply, for a backup of an older release.
 */
export async function applyMigrations(
  connection: MigrationConnection,
  folder = join(findPrismaFolder(), 'migrations'),
  upTo?: string,
): Promise<string[]> {
  const all = await readMigrations(folder);
  const migrations = upTo === undefined ? all : all.filter(({ name }) => name <= upTo);
  return connection.alone(async (session) => {
    const applied = await readHistory(session);
    checkHistory(migrations, applied);
    if (applied.length === migrations.length) return [];
    return runMigrations(session, folder, migrations);
  });
}

/**
 * Checks that this release understands a database as it is, and changes nothing: its migrations must be this release's, or the first of
 * them. Otherwise throws a `StartError`.
 */
export async function checkMigrations(
  session: Pick<MigrationSession, 'rows'>,
  folder = join(findPrismaFolder(), 'migrations'),
): Promise<void> {
  const applied = await readHistory(session);
  if (applied.length === 0)
    throw new NoDatabase(
      'There is no debate database here. Check DATA_DIR or DATABASE_URL, or start the server once to create it.',
    );
  checkHistory(await readMigrations(folder), applied);
}

async function readHistory(session: Pick<MigrationSession, 'rows'>): Promise<Applied[]> {
  const [found] = await session.rows(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS has_history,
            EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = to_regnamespace(current_schema())) AS has_tables`,
  );
  if (!found?.has_history) {
    if (found?.has_tables) {
      throw new StartError(
        'The database contains tables of another program. Give Parley its own database, for example with "createdb parley".',
      );
    }
    return [];
  }
  const rows = await session.rows(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows.map((row) => ({
    name: String(row.migration_name),
    checksum: String(row.checksum),
    finished: row.finished_at !== null,
  }));
}

function checkHistory(migrations: Migration[], applied: Applied[]): void {
  for (const { name, checksum, finished } of applied) {
    const ours = migrations.find((migration) => migration.name === name);
    if (!ours) {
      throw new StartError(
        `The database was brought up to date by a newer release of Parley (migration "${name}" is not known here). ` +
          'Start that release, or restore a backup made with this one.',
      );
    }
    if (!finished) {
      throw new StartError(
        `The migration "${name}" failed half-way when it was applied by another program. Restore a backup, or repair the ` +
          `database and say so with "npx prisma migrate resolve".`,
      );
    }
    if (ours.checksum !== checksum) {
      throw new StartError(
        `The migration "${name}" was changed after it had been applied to this database. Put "prisma/migrations" back as it ` +
          'was released; a change of tables needs a new migration.',
      );
    }
  }
}

async function runMigrations(
  session: MigrationSession,
  folder: string,
  migrations: Migration[],
): Promise<string[]> {
  const engine = await openSchemaEngine(session.adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrationList(folder, migrations),
      filters: NO_FILTERS,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}
