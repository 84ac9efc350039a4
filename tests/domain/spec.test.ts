import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const spec = readFileSync(join(ROOT, 'domain/SPEC.md'), 'utf8');

/** Rules quoted where a title begins, as '[SY3] …' or '[SY3] [SY4] …': a remark elsewhere keeps no rule. */
function quoted(source: string): string[] {
  const beginnings = source.matchAll(/(?:test|it|describe|\))\(\s*['"`]((?:\[[A-Z]{2}\d+\] )+)/g);
  return [...beginnings].flatMap(([, tags = '']) => tags.match(/[A-Z]{2}\d+/g) ?? []);
}

const rules = [...spec.matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm)].map(([, rule = '']) => rule);
const testFiles = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(test|spec)\.ts$/.test(path),
);
const tested = new Map(
  testFiles.map((path) => [path, quoted(readFileSync(join(ROOT, 'tests', path), 'utf8'))]),
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
