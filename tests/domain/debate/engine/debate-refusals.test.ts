import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { isPassing, REJECTION_CODES, toRejection } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { aDebate, comment, newClaim, SOURCE } from '#tests/support/debate-builder.ts';
import { SAMPLES } from '#tests/support/operation-samples.ts';

describe('[DE2] refusals', () => {
  test('only refusals of the moment pass', () => {
    expect(REJECTION_CODES.filter((code) => isPassing(toRejection(code)))).toEqual([
      'too_fast',
      'server_outdated',
      'busy',
      'unavailable',
    ]);
  });
});

describe('[DE7] bounds', () => {
  const many = <T>(count: number, value: (index: number) => [string, T]) =>
    Array.from({ length: count }, (_, i) => value(i));

  test.each<[string, (state: DebateState) => DebateState, Operation, number]>([
    [
      'positions',
      (state) => state,
      { type: 'position.add', positionId: 'north', name: 'x', hue: 'teal', summary: '' },
      LIMITS.positions,
    ],
    ['claims', (state) => state, newClaim('n', 'east'), LIMITS.claims],
    ['comments', (state) => state, comment(), LIMITS.comments],
    ['sources', (state) => state, { ...SOURCE, sourceId: 's-n' }, LIMITS.sources],
    ['participants', (state) => state, SAMPLES['participant.join'].operation, LIMITS.participants],
  ])('%s', (what, _, operation, limit) => {
    const debate = aDebate();
    const key = what as 'positions';
    const [some] = debate.state[key].values();
    if (!some) throw new Error('There is one');
    const filler = many(limit - debate.state[key].size, (index) => [
      `f-${index}`,
      { ...some, id: `f-${index}` },
    ]);
    debate.state = { ...debate.state, [key]: debate.state[key].merge(filler) };
    const who = what === 'participants' ? SYSTEM : 'olga';
    expect(decide(debate.state, operation, debate.actor(who))).toEqual({
      ok: false,
      rejection: { code: 'too_many', limit },
    });
  });

  test.each<[string, number, (text: string) => Operation]>([
    ['title', LIMITS.titleCharacters, (title) => ({ type: 'debate.edit', title })],
    ['motion', LIMITS.motionCharacters, (motion) => ({ type: 'debate.edit', motion })],
    ['name', LIMITS.positionNameCharacters, (name) => ({ type: 'position.edit', positionId: 'east', name })],
    [
      'summary',
      LIMITS.positionSummaryCharacters,
      (summary) => ({ type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary }),
    ],
    ['wording', LIMITS.wordingCharacters, (text) => newClaim('n', 'east', { text })],
    ['comment', LIMITS.commentCharacters, (text) => comment({ text })],
    ['source title', LIMITS.sourceTitleCharacters, (title) => ({ ...SOURCE, sourceId: 's-n', title })],
    ['new excerpt', LIMITS.newSourceTextCharacters, (excerpt) => ({ ...SOURCE, sourceId: 's-n', excerpt })],
    ['new note', LIMITS.newSourceTextCharacters, (note) => ({ ...SOURCE, sourceId: 's-n', note })],
    [
      'excerpt',
      LIMITS.sourceTextCharacters,
      (text) => ({ type: 'source.edit', sourceId: 's-a', field: 'excerpt', base: 1, change: [[0, text]] }),
    ],
    [
      'changed summary',
      LIMITS.positionSummaryCharacters,
      (text) => ({ type: 'summary.edit', positionId: 'east', base: 1, change: [[0, text]] }),
    ],
    ['locator', LIMITS.sourceLocatorCharacters, (locator) => ({ ...SOURCE, sourceId: 's-n', locator })],
  ])('text of a %s', (_, limit, operation) => {
    const debate = aDebate();
    expect(debate.ask('olga', operation('論'.repeat(limit + 1)))).toEqual({
      ok: false,
      rejection: { code: 'text_too_long', limit },
    });
    debate.does('olga', operation('論'.repeat(limit)));
  });
});
