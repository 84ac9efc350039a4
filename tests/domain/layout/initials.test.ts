import { expect, test } from 'vitest';
import { initialsOf } from '#domain/layout/initials.ts';

test.each([
  ['Dana', 'Da'],
  ['Dana Maria Drew', 'DD'],
  ['Dana Drew (from a file)', 'DD'],
  ['Dana (from a file)', 'Da'],
  ['(Dana)', '(D'],
  ['Dana Drew (2)', 'D2'],
  ['  丹  ', '丹'],
  ['😀x y', '😀y'],
  ['', ''],
])('%j is %j in short', (name, short) => {
  expect(initialsOf(name)).toBe(short);
});
