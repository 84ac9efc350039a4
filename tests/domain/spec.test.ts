import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const spec = readFileSync(join(ROOT, 'domain/SPEC.md'), 'utf8');

/** Numbers of rules a text quotes in brackets, as [SY3]. */
function quoted(text: string): string[] {
  return [...text.matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, rule = '']) => rule);
}

/** The titles of tests, and of their groups, in a file: only what is run can keep a rule. */
function titles(source: string): string {
  const starts = source.matchAll(
    /\b(?:test|it|describe)(?:\.each\([^)]*\)|\.for\([^)]*\))?\(\s*(['"`])([\s\S]*?)\1/g,
  );
  return [...starts].map(([, , title = '']) => title).join('\n');
}

const rules = [...spec.matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm)].map(([, rule = '']) => rule);
const testFiles = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.test.ts'),
);
const tested = new Map(
  testFiles.map((path) => [path, quoted(titles(readFileSync(join(ROOT, 'tests', path), 'utf8')))]),
);

describe('the rules of SPEC.md', () => {
  test('each has its own number, without a hole in its group', () => {
    const groups = [...new Set(rules.map((rule) => rule.slice(0, 2)))];
    const expected = groups.flatMap((group) =>
      rules.filter((rule) => rule.startsWith(group)).map((_, index) => `${group}${index + 1}`),
    );
    expect(rules).toEqual(expected);
    expect(rules.length).toBeGreaterThan(60);
  });

  test.each(rules)('%s is quoted by a test', (rule) => {
    expect([...tested.values()].flat()).toContain(rule);
  });

  test('every rule a test quotes is there', () => {
    const unknown = [...tested].flatMap(([path, quotes]) =>
      quotes.filter((rule) => !rules.includes(rule)).map((rule) => `${path}: ${rule}`),
    );
    expect(unknown).toEqual([]);
  });
});
