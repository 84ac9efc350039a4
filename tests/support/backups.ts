import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Database } from '../../server/database/open-database.ts';
import { programParameters } from './programs.ts';

/** All that a database holds, each row as the text it is stored as. */
export async function contentsOf({ prisma }: Database): Promise<Record<string, string[]>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT relname::text AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
      AND relname NOT IN ('_prisma_migrations', 'snapshot') ORDER BY 1`;
  const contents: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${name}" t ORDER BY 1`,
    );
    contents[name] = rows.map(({ row }) => row);
  }
  return contents;
}

/** Runs the command of backups; its exit code and what it said. */
export async function backupCommand(
  parameters: readonly string[],
  dataDir: string,
  databaseUrl = '',
): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [...programParameters('backup-command'), ...parameters], { env });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return `${code}: ${said}`;
}
