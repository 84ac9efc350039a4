import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import { projectPast } from '#domain/history/project-past.ts';
import { countsOf, lastAt, STEPS, timesOf } from '#domain/history/steps-of.ts';
import { TimeAxis } from '#domain/history/time-axis.ts';
import { beginWordings } from '#domain/history/wordings.ts';
import {
  acceptWording,
  aDebate,
  agree,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  hide,
  merge,
  newClaim,
  reopenWording,
  seal,
  split,
  suggest,
  targetOf,
} from '../../support/debate-builder.ts';
import { finishCounting } from '../../support/finish-counting.ts';
import { later } from '../../support/later.ts';
import { addVoters } from '../../support/made-people.ts';
import { wordingsOf } from '../../support/wordings-of.ts';

describe('[HI8] the steps of a debate', () => {
  /** Something at 1000, 1010 (claim), 1020 (comment), 1030 (cross-link), 1040 (edit), 1050 (vote). */
  const written = () => {
    const debate = aDebate();
    later(debate, 10).does('dana', newClaim('n', 'east'));
    later(debate, 10).does('emil', comment({ commentId: 'm-n', on: targetOf('c-n') }));
    later(debate, 10).does('emil', crossLink('x-n', 'c-n', 'c-d'));
    later(debate, 10).does('emil', editTo(debate.state, 'c-d', 'eight'));
    return later(debate, 10).does('emil', agree('c-n'));
  };

  test('are the times of what was written, and the present', () => {
    expect(timesOf(written().projection(null))).toEqual([1_000, 1_010, 1_020, 1_030, 1_040, 1_050]);
    const hidden = written().does('olga', hide('c-n'));
    expect(timesOf(hidden.projection(null))).toEqual([1_000, 1_040, 1_050]);
  });

  test('have as much as was written from each to the next', () => {
    const view = written().projection(null);
    // Four claims, a comment and a cross-link were there in the beginning.
    expect(countsOf(view, timesOf(view))).toEqual([6, 1, 1, 1, 1, 0]);
    expect(countsOf(view, [1_005, 1_025])).toEqual([2, 2]);
    expect(countsOf(view, [])).toEqual([]);
  });

  test('are thinned out evenly where there are more than a slider can show', () => {
    const { claims, ...rest } = aDebate().state;
    const claim = claims.get('c-a') ?? expect.fail('no claim');
    const many = claims.merge(
      Array.from({ length: 2_000 }, (_, at) => [`c-${at}`, { ...claim, id: `c-${at}`, at: at + 1 }] as const),
    );
    const times = timesOf({ ...rest, claims: many, at: 9_999 });
    expect([times.length, times[0], times.at(-2), times.at(-1)]).toEqual([STEPS, 1, 2_000, 9_999]);
    const gaps = times.slice(1, -1).map((time, at) => time - (times[at] ?? 0));
    expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([2, 3]);
  });

  test('are found by a time: the last that is not after it', () => {
    expect([5, 10, 15, 20, 25].map((at) => lastAt([10, 20], at))).toEqual([-1, 0, 0, 1, 1]);
    expect(lastAt([], 1)).toBe(-1);
  });
});

describe('a timeline', () => {
  const axisOf = () => new TimeAxis([0, 10, 20, 30, 10_000]);

  test('shortens quiet periods to 25 usual ones', () => {
    const axis = axisOf();
    // Gaps of 10, 10, 10 and 250 instead of 9970: 280 in all.
    expect([0, 10, 20, 30, 10_000].map((at) => axis.placeOf(at) * 280)).toEqual([0, 10, 20, 30, 280]);
    expect(axis.placeOf(5) * 280).toBeCloseTo(5);
    expect(axis.placeOf(30 + 9_970 / 2) * 280).toBeCloseTo(155);
    expect([axis.placeOf(-5), axis.placeOf(20_000)]).toEqual([0, 1]);
  });

  test('has a time and the nearest step at each place', () => {
    const axis = axisOf();
    expect([0, 5, 10, 155, 280].map((at) => axis.timeAt(at / 280))).toEqual([0, 5, 10, 5_015, 10_000]);
    expect([axis.timeAt(-1), axis.timeAt(2)]).toEqual([0, 10_000]);
    expect([0, 4, 6, 14, 154, 156, 280].map((at) => axis.stepAt(at / 280))).toEqual([0, 0, 1, 1, 3, 4, 4]);
    expect([axis.stepAt(-1), axis.stepAt(2)]).toEqual([0, 4]);
    expect(new TimeAxis([7]).timeAt(0.5)).toBe(7);
    expect(new TimeAxis([]).placeOf(7)).toBe(0);
  });

  test('sums counts into bars', () => {
    const axis = axisOf();
    expect(axis.bars([1, 2, 4, 8, 16], 4)).toEqual([15, 0, 0, 16]);
    expect(axis.bars([1, 2, 4, 8, 16], 28)).toEqual([1, 2, 4, 8, ...Array(23).fill(0), 16]);
  });
});

describe('[HI6] the wordings of a claim', () => {
  const of = (debate: DebateBuilder, who: string | null = null) =>
    finish(wordingsOf('c-a', debate.entries, debate.state, who));

  test('are by the person who suggested them', () => {
    const debate = aDebate();
    later(debate, 10).does('susi', suggest('w-1', 'c-a', ['one two three', 'one two four']));
    later(debate, 10).does('dana', acceptWording('w-1', 'one two three'));
    expect(of(debate)).toEqual([
      { at: 1_000, number: 1, text: 'one two three', by: ['dana'] },
      { at: 1_020, number: 2, text: 'one two four', by: ['susi'] },
    ]);
    later(debate, 10).does('dana', reopenWording('w-1'));
    expect(of(debate)?.at(-1)).toEqual({ at: 1_030, number: 1, text: 'one two three', by: ['dana'] });
  });

  test('are read edit by edit, and others can be answered between two', () => {
    const steps = (edits: number) => {
      const debate = aDebate();
      for (let n = 1; n <= edits; n += 1) debate.does('dana', editTo(debate.state, 'c-a', `one ${n}`));
      return finishCounting(wordingsOf('c-a', debate.entries, debate.state)).count;
    };
    expect(steps(30) - steps(10)).toBe(20);
  });

  test('begin again with a claim of the same id, added or split off, also where only entries that name it are known', () => {
    const cleared = () => {
      const debate = aDebate().does('susi', suggest('w-1', 'c-a', ['one two three', 'one']));
      later(debate, 10).does('dana', editTo(debate.state, 'c-a', 'one'));
      debate.does(SYSTEM, seal('c-a')).does('dana', editTo(debate.state, 'c-a', 'two'));
      return later(debate.does('olga', { type: 'debate.clear' }), 10);
    };
    const named = (debate: DebateBuilder) => {
      const entries = debate.entries.filter(({ effect }) => JSON.stringify(effect).includes('"c-a"'));
      return finish(wordingsOf('c-a', entries, debate.state));
    };
    const added = cleared().does('emil', newClaim('a', 'west', { text: 'another' }));
    expect(named(added)).toEqual([{ at: 1_020, number: 1, text: 'another', by: ['emil'] }]);
    const parted = cleared()
      .does('emil', newClaim('z', 'west', { text: 'this and that' }))
      .does('emil', split('c-z', ['this and that', 'this'], { key: 'a', text: 'that' }));
    expect(named(parted)).toEqual([{ at: 1_020, number: 1, text: 'that', by: ['emil'] }]);
  });

  test('begin again with a claim of the same id after the board was cleared', () => {
    const debate = aDebate();
    later(debate, 10).does('dana', editTo(debate.state, 'c-a', 'one'));
    debate.does(SYSTEM, seal('c-a')).does('olga', { type: 'debate.clear' });
    later(debate, 10).does('emil', newClaim('a', 'west', { text: 'another' }));
    expect(of(debate)).toEqual([{ at: 1_020, number: 1, text: 'another', by: ['emil'] }]);
    expect(finish(wordingsOf('c-gone', debate.entries, debate.state))).toBeNull();
  });
});

test('[HI6] wordings come in parts: the newest, and those before them', () => {
  const debate = aDebate();
  for (const nth of [2, 3, 4, 5])
    debate.does('dana', editTo(debate.state, 'c-a', `text ${nth}`)).does(SYSTEM, seal('c-a'));
  const partOf = (before: number | null, most = 2) => {
    const read = beginWordings('c-a', debate.state, viewerIn('readers', null), { before, most });
    finish(read?.read(debate.entries) ?? expect.fail('it is visible'));
    const { wordings, earlier } = read?.page() ?? expect.fail('it is visible');
    return [wordings.map(({ number }) => number), earlier];
  };
  expect([partOf(null), partOf(3), partOf(1)]).toEqual([
    [[4, 5], 3],
    [[2, 3], 1],
    [[1], 0],
  ]);
  expect([partOf(0), partOf(9), partOf(null, 9)]).toEqual([
    [[], 0],
    [[4, 5], 3],
    [[1, 2, 3, 4, 5], 0],
  ]);
});

describe('[HI2] a past moment', () => {
  const pastOf = (debate: DebateBuilder, seq: number, who: string | null = null) =>
    projectPast(debate.stateAt(seq), debate.state, audienceIn(debate.state, who), who);

  test('has nothing of a claim whose id another one has now', () => {
    const debate = aDebate();
    const before = debate.entries.length;
    debate.does('olga', { type: 'debate.clear' }).does('emil', newClaim('a', 'west', { text: 'another' }));
    expect(pastOf(debate, before).claims.has('c-a')).toBe(false);
    const same = aDebate();
    const was = same.entries.length;
    later(same.does('olga', { type: 'debate.clear' }), 10).does('dana', newClaim('a', 'east'));
    expect(pastOf(same, was).claims.has('c-a')).toBe(false);
  });

  test('counts only what is visible today in a claim that others were merged into', () => {
    const debate = aDebate().does('susi', agree('c-b')).does('olga', merge('c-b', 'c-d'));
    const before = debate.entries.length;
    expect(pastOf(debate, before).claims.get('c-d')?.tally.agree).toBe(1);
    debate.does('olga', hide('c-b'));
    expect(pastOf(debate, before).claims.get('c-d')?.tally.agree).toBe(0);
  });

  test('of a secret ballot has a tally only if it is shown today too', () => {
    const debate = aDebate();
    const voters = addVoters(debate, 6);
    debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
    for (const voter of voters.slice(0, 5)) debate.does(voter, agree('c-b'));
    const counts = (seq: number, id: string) => {
      const { agree: is, disagree, pass } = pastOf(debate, seq).claims.get(id)?.tally ?? expect.fail(id);
      return [is, disagree, pass];
    };
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    const shown = debate.entries.length;
    expect(counts(shown, 'c-b')).toEqual([5, 0, 0]);
    expect(counts(shown - 1, 'c-b')).toEqual([0, 0, 0]);
  });
});
