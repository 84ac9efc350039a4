import { expect, test } from 'vitest';
import { databaseName } from '../../server/cli/backup/database-name.ts';

test('[OP14] a database is named by its folder, or by name and host, without credentials', () => {
  expect(databaseName(null, '/srv/parley/data/')).toBe('the database in /srv/parley/data');
  const url = (place: string) => databaseName(`postgresql://${place}`, './data');
  expect(url('ann:hunter2@db.example.org:5433/parley?sslmode=require')).toBe(
    'the database parley at db.example.org:5433',
  );
  expect(url('/parley?host=/run/postgresql&password=hunter2')).toBe('the database parley at /run/postgresql');
});
