import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAIRS } from '../../domain/spec/pairs.ts';

const ROOT = join(import.meta.dirname, '../..');
const SPEC = join(ROOT, 'domain/spec');
const pages = readdirSync(SPEC).filter((name) => name.endsWith('.md') && name !== 'README.md');
const index = readFileSync(join(SPEC, 'README.md'), 'utf8');

/** Rules quoted where a title begins, as '[SY3] …' or '[SY3] [SY4] …': a remark elsewhere keeps no rule. */
function quoted(source: string): string[] {
  const beginnings = source.matchAll(/(?:test|it|describe|\))\(\s*['"`]((?:\[[A-Z]{2}\d+\] )+)/g);
  return [...beginnings].flatMap(([, tags = '']) => tags.match(/[A-Z]{2}\d+/g) ?? []);
}

const rulesOf = new Map(
  pages.map((page) => {
    const rules = readFileSync(join(SPEC, page), 'utf8').matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm);
    return [page, [...rules].map(([, rule = '']) => rule)];
  }),
);
const rules = [...rulesOf.values()].flat();
const testFiles = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  /^(?!.*node_modules).*\.(test|spec)\.tsx?$/.test(path),
);
const tested = new Map(
  testFiles.map((path) => [path, quoted(readFileSync(join(ROOT, 'tests', path), 'utf8'))]),
);

describe('the rules of domain/spec', () => {
  test('each has its own number, without a hole in its group', () => {
    const groups = [...new Set(rules.map((rule) => rule.slice(0, 2)))];
    const expected = groups.flatMap((group) =>
      rules.filter((rule) => rule.startsWith(group)).map((_, index) => `${group}${index + 1}`),
    );
    expect(rules).toEqual(expected);
    expect(rules.length).toBeGreaterThan(500);
  });

  test.each([...rulesOf])('the index lists %s with its groups', (page, own) => {
    const [row = ''] = index.split('\n').filter((line) => line.includes(`](${page})`));
    const groups = new Set(own.map((rule) => `[${rule.slice(0, 2)}]`));
    expect(row.match(/\[[A-Z]{2}\]/g)).toEqual([...groups]);
  });

  test('the table of pairs follows from rules there are', () => {
    expect(PAIRS.flatMap((row) => row.rules).filter((rule) => !rules.includes(rule))).toEqual([]);
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
