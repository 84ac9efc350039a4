import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const app = join(import.meta.dirname, '../../app');

/** Sources of the pages and of the parts they share, by path. */
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, source: readFileSync(join(app, path), 'utf8') }));
const pages = sources.filter(({ path }) => !path.startsWith('_board/'));

/** A plain link with an address that is not a board's, a file's or a route's. */
const PLAIN = /<a\s[^>]*?href=(?:"|\{`)\/(?!api\/|debates\/|sample-debate\.csv)[^"`]*["`]/g;

/** Also on boards, from where it leaves for another document. */
const ON_BOARDS_TOO = ['_ui/sign-out/sign-out-dialog.tsx'];

test('pages link to pages through the router', () => {
  const found = pages
    .filter(({ path }) => !ON_BOARDS_TOO.includes(path))
    .flatMap(({ path, source }) => [...source.matchAll(PLAIN)].map(([link]) => `${path}: ${link}`));
  expect(found).toEqual([]);
});

test('boards link to pages as to other documents', () => {
  const found = sources.filter(
    ({ path, source }) => path.startsWith('_board/') && /next\/link|page-link/.test(source),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('answers of routes are read by their schemas', () => {
  const found = sources.filter(({ source }) => /\.json\(\)\) as /.test(source)).map(({ path }) => path);
  // Both read caches that the offline worker wrote.
  expect(found.sort()).toEqual([
    '_board/core/offline/saved-assets.ts',
    '_board/core/offline/saved-summary.ts',
  ]);
});
