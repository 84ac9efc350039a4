import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { ClaimsBelow } from '#domain/front/claims-below.ts';
import { stageLanes } from '#domain/front/stage-lanes.ts';
import { CREATE, DebateBuilder, hide, newClaim } from '../../support/debate-builder.ts';

const NOTHING: ReadonlySet<string> = new Set();

function debate(): DebateBuilder {
  const position = (positionId: string) =>
    ({ type: 'position.add', positionId, name: positionId, hue: 'blue', summary: '' }) as const;
  const many = Array.from({ length: 6 }, (_, at) => newClaim(`a${at}`, 'p-one'));
  return new DebateBuilder()
    .does('system', CREATE)
    .does('olga', position('p-one'), position('p-two'), position('p-none'))
    .does('olga', ...many, newClaim('b', 'p-two'), newClaim('a51', 'c-a5'), newClaim('a52', 'c-a51'));
}

function lanesOf(built: DebateBuilder, rows: number, kept = NOTHING) {
  const state = built.projection(null);
  const below = new ClaimsBelow();
  finish(below.follow(state));
  return stageLanes(state, below, rows, kept).map(({ position, shown, more }) => [position.id, shown, more]);
}

describe('the lanes of the stage', () => {
  test('claims with most replies and votes are shown, in map order, and the rest is counted', () => {
    const built = debate().does('olga', { type: 'vote.cast', claimId: 'c-a3', answer: 'agree', wording: 1 });
    expect(lanesOf(built, 4)).toEqual([
      ['p-one', ['c-a0', 'c-a3', 'c-a5'], 3],
      ['p-two', ['c-b'], 0],
      ['p-none', [], 0],
    ]);
    expect(lanesOf(built, 20).map(([, shown]) => shown)).toEqual([
      ['c-a0', 'c-a1', 'c-a2', 'c-a3', 'c-a4', 'c-a5'],
      ['c-b'],
      [],
    ]);
  });

  test('a claim that was shown is not replaced by one with more votes', () => {
    const kept = new Set(['c-a0', 'c-a1', 'c-a2']);
    const built = debate().does('olga', { type: 'vote.cast', claimId: 'c-a3', answer: 'agree', wording: 1 });
    expect(lanesOf(built, 4, kept)[0]).toEqual(['p-one', ['c-a0', 'c-a1', 'c-a2'], 3]);
  });

  test('a hidden claim is neither shown nor counted', () => {
    expect(lanesOf(debate().does('olga', hide('c-a5')), 4)[0]).toEqual([
      'p-one',
      ['c-a0', 'c-a1', 'c-a2'],
      2,
    ]);
  });
});
