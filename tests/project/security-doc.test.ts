import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ASVS_REQUIREMENTS } from '../support/asvs-requirements.ts';

const ROOT = join(import.meta.dirname, '../..');
const document = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const rows = [...document.matchAll(/^\| (V\d+\.\d+\.\d+) .*$/gm)].map(([line]) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim()),
);
const STATES = ['met', 'partly', 'not met', 'n/a'];
/** A path from the root of this repository, and no name of a setting or option. */
const PATH =
  /`((?:app|server|domain|tests|docs|deploy|prisma)\/[\w./-]+|[\w.-]+\.(?:md|json|yaml)|Dockerfile|\.dockerignore)`/g;

describe('[RL9] docs/security.md', () => {
  test('has each requirement of level 1 and 2 once, in order, with its level', () => {
    expect(rows.map(([id, level]) => [id, Number(level)])).toEqual(ASVS_REQUIREMENTS);
    expect(ASVS_REQUIREMENTS.length).toBe(253);
  });

  test.each(rows)(
    'states for %s its topic, status and evidence',
    (id = '', _, about, state = '', shown = '') => {
      expect(about, id).toBeTruthy();
      expect(STATES, id).toContain(state);
      expect(shown, id).toBeTruthy();
      for (const [, path = ''] of shown.matchAll(PATH))
        expect(existsSync(join(ROOT, path)), `${id} names ${path}`).toBe(true);
    },
  );

  test('counts them as they stand, and names what is not met first', () => {
    const count = (wanted: string) => rows.filter(([, , , state]) => state === wanted).length;
    expect(document).toContain(
      `Of ${rows.length} requirements ${count('met')} are met, ${count('partly')} partly, ${count('not met')} are not met, and ${count('n/a')} do not apply.`,
    );
    const [, first = ''] = document.split('## What is not met');
    const [section = ''] = first.split('\n## ');
    for (const [id = '', , , state] of rows) if (state === 'not met') expect(section, id).toContain(id);
  });

  test('has no table cell over 120 characters', () => {
    for (const cells of rows) for (const cell of cells) expect(cell.length, cell).toBeLessThanOrEqual(120);
  });
});
