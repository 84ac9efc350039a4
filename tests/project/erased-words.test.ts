import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The only file of the board that may take a target's text as it is stored: its hooks read it out. */
const READER = 'app/_board/core/claims/use-target.ts';

/** An excerpt of a stored text, or that text as the whole content of an element. Those of proposals are read out already. */
const STORED = [/\bexcerpt\((?!read|proposal\.)[^)]*\.text\b/, />\s*\{\w+\??\.text\}\s*</];

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app/_board'], {
  encoding: 'utf8',
});
const files = listed
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: readFileSync(path, 'utf8') }));

test('the board reads out each text it shows: erased words are a note, not a row of signs', () => {
  expect(files.length).toBeGreaterThan(500);
  const importing = files.filter(({ code }) => code.includes('/map/target-text.ts'));
  expect(importing.map(({ path }) => path)).toEqual([READER]);
  const stored = files.filter(({ code }) => STORED.some((pattern) => pattern.test(code)));
  expect(stored.map(({ path }) => path)).toEqual([]);
});
