import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { moveFor } from '#domain/sync/light-moves.ts';
import {
  aDebate,
  bringBack,
  hide,
  lock,
  merge,
  move,
  newClaim,
  retract,
} from '../../support/debate-builder.ts';

const light = (on: OperationOf<'spotlight.set'>['on'], call = false) =>
  ({ type: 'spotlight.set', on, call }) as const;

describe('[SP1] the light', () => {
  test('goes out for everyone with what it is on, and stays out', () => {
    const ways = [[hide('c-b')], [hide('c-a')], [retract('c-b')], [hide('c-d'), move('c-b', 'c-d')]];
    for (const operations of ways) {
      const debate = aDebate().does('olga', light('c-b', true));
      const seen = debate.state.seq;
      debate.does('olga', ...operations);
      expect(debate.state.spotlight).toBeNull();
      for (const who of ['olga', 'dana', 'emil', null]) {
        expect(debate.projection(who).spotlight).toBeNull();
        const before = debate.projection(who, evolveAll(EMPTY_STATE, debate.entries.slice(0, seen)));
        expect(evolveAll(before, debate.frame(who, seen).entries).spotlight).toBeNull();
      }
    }
    const debate = aDebate().does('olga', light('c-b'), hide('c-b'), bringBack('c-b'));
    expect(debate.state.spotlight).toBeNull();
  });

  test('stays where nothing of it is taken away', () => {
    const debate = aDebate().does(
      'olga',
      light('c-b'),
      lock('c-b'),
      newClaim('n', 'c-b'),
      merge('c-b', 'c-d'),
    );
    expect(debate.state.spotlight?.on).toBe('c-b');
  });
});

test('[SP2] a call is distinguished from a spotlight that is set quietly', () => {
  const debate = aDebate().does('olga', light('c-a'));
  expect(debate.state.spotlight).toMatchObject({ on: 'c-a', call: 0 });
  debate.does('olga', light('c-a', true));
  const called = debate.state.seq;
  expect(debate.state.spotlight).toMatchObject({ on: 'c-a', call: called });
  debate.does('olga', light('c-b'));
  expect(debate.projection(null).spotlight).toMatchObject({ on: 'c-b', call: called });
});

describe('[SP3] when the light moves', () => {
  const reading = { isWriting: false, follows: false };
  const writing = { isWriting: true, follows: true };
  const quiet = { on: 'c-a', seq: 3, call: 0 };

  test('a call moves readers, and asks writers', () => {
    for (const before of [null, quiet]) {
      expect(moveFor(before, { on: 'c-b', seq: 9, call: 9 }, reading)).toBe('go');
      expect(moveFor(before, { on: 'c-b', seq: 9, call: 9 }, writing)).toBe('ask');
    }
    expect(moveFor({ on: 'c-b', seq: 9, call: 9 }, { on: 'c-b', seq: 12, call: 12 }, reading)).toBe('go');
  });

  test('set quietly, it moves only followers, and no writers', () => {
    expect(moveFor(quiet, { on: 'c-b', seq: 5, call: 0 }, { ...reading, follows: true })).toBe('go');
    expect(moveFor(quiet, { on: 'c-b', seq: 5, call: 0 }, reading)).toBe('stay');
    expect(moveFor(quiet, { on: 'c-b', seq: 5, call: 0 }, writing)).toBe('stay');
    for (const now of [null, quiet]) expect(moveFor(quiet, now, { ...reading, follows: true })).toBe('stay');
  });
});

test('[SP4] a picture of the debate as a whole is shown quietly, and stays whatever becomes of claims', () => {
  const debate = aDebate();
  debate.does('olga', light('c-a', true));
  const { call } = debate.state.spotlight ?? {};
  debate.does('olga', light('~opinions', true));
  expect(debate.state.spotlight).toMatchObject({ on: '~opinions', call });
  debate.does('olga', hide('c-a'), retract('c-d'));
  for (const who of ['dana', null]) expect(debate.projection(who).spotlight?.on).toBe('~opinions');
  debate.does('mona', light('~strengths')).does('olga', light(null));
  expect(debate.state.spotlight).toBeNull();
});

test.each([
  ['nothing', null, { follows: true, isWriting: false }, 'stay', 'stay'],
  ['elsewhere', { on: 'c-b', call: 0 }, { follows: true, isWriting: false }, 'go', 'go'],
  ['elsewhere, not followed', { on: 'c-b', call: 0 }, { follows: false, isWriting: false }, 'stay', 'stay'],
  ['elsewhere, while writing', { on: 'c-b', call: 0 }, { follows: true, isWriting: true }, 'stay', 'stay'],
  ['the same', { on: 'c-a', call: 0 }, { follows: true, isWriting: false }, 'stay', 'go'],
  ['a call', { on: 'c-a', call: 1 }, { follows: false, isWriting: false }, 'go', 'go'],
  ['a call, while writing', { on: 'c-a', call: 1 }, { follows: false, isWriting: true }, 'ask', 'ask'],
] as const)(
  '[SP2] when the spotlight moves to %s, the view may go there',
  (_, now, looking, fromThere, fromNowhere) => {
    const at = (one: { on: string; call: number } | null) => one && { ...one, seq: 1 };
    expect(moveFor(at({ on: 'c-a', call: 0 }), at(now), looking)).toBe(fromThere);
    expect(moveFor(null, at(now), looking)).toBe(fromNowhere);
  },
);
