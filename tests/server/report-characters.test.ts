import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { readFormat } from '../../domain/formats/formats.ts';
import { charactersOf } from '../../server/rendering/report/report-characters.ts';
import { reportFacts } from '../../server/rendering/report/report-facts.ts';
import { STYLES } from '../../server/rendering/report/styles.ts';
import { aDebate } from '../support/debate-builder.ts';
import { bytesOf } from '../support/exchanged.ts';

test('every character of a long imported claim is noted, also those behind its limit', async () => {
  const text = `${'long '.repeat(LIMITS.wordingCharacters / 5)} ends in Ωμέγα`;
  const debate = await readFormat('kialo', bytesOf(`Build it?\n- Pro: ${text}\n- Con: No`));
  const body = charactersOf(reportFacts(debate)).in('body');
  expect([...'Ωμέγα'].filter((character) => !body.has(character.codePointAt(0) ?? 0))).toEqual([]);
});

/** The modules with Parley’s own words in a report. */
const WORDS = [
  'server/rendering/report/report-words.ts',
  'domain/debate/polls/result-rows.ts',
  'domain/debate/polls/number-text.ts',
  'domain/formats/written-conclusion.ts',
  'domain/formats/cross-link-words.ts',
  'domain/formats/scheme-words.ts',
  'domain/formats/steelman-words.ts',
  'domain/notifications/task-words.ts',
];

test.each(WORDS)('every sign in %s is noted for each face of a report', (path) => {
  const lines = readFileSync(path, 'utf8').split('\n');
  const code = lines.filter((line) => !/^\s*(\/\*|\*|\/\/)/.test(line)).join('');
  const { state } = aDebate();
  const needed = charactersOf(reportFacts({ state, names: new Map(), kept: [] }));
  const faces = new Set(Object.values(STYLES).map(({ face }) => face));
  for (const face of faces)
    expect([...code].filter((sign) => !needed.in(face).has(sign.codePointAt(0) ?? 0)).join(''), face).toBe(
      '',
    );
});
