import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const app = join(import.meta.dirname, '../../app');

// The catalogue's formatter takes UTC for granted, and readers would take that for their own time.
test('every time on a page is written in a zone that is named', () => {
  const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, source: readFileSync(join(app, path), 'utf8') }))
    .filter(({ source }) => source.includes('.dateTime('));
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter(({ source }) => !source.includes('timeZone')).map(({ path }) => path)).toEqual([]);
});
