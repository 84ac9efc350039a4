import { resolve } from 'node:path';

/** Names a database for its operator: by its folder, or by name and host, without credentials. */
export function databaseName(databaseUrl: string | null, dataDir: string): string {
  if (databaseUrl === null) return `the database in ${resolve(dataDir)}`;
  const { host, pathname, searchParams } = new URL(databaseUrl);
  return `the database ${pathname.slice(1)} at ${host || (searchParams.get('host') ?? 'this machine')}`;
}
