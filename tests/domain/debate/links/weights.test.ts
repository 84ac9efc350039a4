import { describe, expect, test } from 'vitest';
import { debateStrengths, strengthIn } from '#domain/analysis/strength/debate-strengths.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { fromSnapshot, toSnapshot } from '#domain/debate/engine/snapshot.ts';
import {
  aDebate,
  agree,
  type DebateBuilder,
  join,
  move,
  newClaim,
  retract,
  SPLIT,
} from '#tests/support/debate-builder.ts';

const weigh = (linkId: string, weight: number | null) => ({ type: 'link.weigh', linkId, weight }) as const;
const weighing = (debate: DebateBuilder, linkId = 'l-b') => debate.state.links.get(linkId)?.weighing;

describe('[VO8] one weight a person and link', () => {
  test('a new one replaces the last, and may be withdrawn', () => {
    const debate = aDebate()
      .does('dana', weigh('l-b', 4))
      .does('susi', weigh('l-b', 4))
      .does('dana', weigh('l-b', 1));
    expect(weighing(debate)).toEqual([0, 1, 0, 0, 1]);
    debate.does('dana', weigh('l-b', null)).does('susi', weigh('l-b', null));
    expect(weighing(debate)).toBeUndefined();
    expect(debate.state.ratings.size).toBe(0);
  });

  test.each([
    ['nothing_changed', 'dana', weigh('l-b', 4)],
    ['no_vote', 'emil', weigh('l-b', null)],
    ['unknown_link', 'dana', weigh('l-?', 1)],
    ['not_allowed', 'otto', weigh('l-b', 1)],
    ['link_retracted', 'dana', weigh('x-a', 1)],
    ['claim_retracted', 'dana', weigh('l-n', 1)],
  ] as const)('%s is refused', (code, who, operation) => {
    const debate = aDebate().does('dana', weigh('l-b', 4), newClaim('n', 'c-a'), retract('c-n'));
    debate.does('emil', { type: 'link.retract', linkId: 'x-a' });
    expect(debate.refusal(who, operation)).toBe(code);
  });

  test('counts are in a state that was stored, and one that was cleared has none', () => {
    const debate = aDebate().does('dana', weigh('l-b', 2)).does('emil', weigh('x-a', 0));
    const stored = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(debate.state))));
    expect(toSnapshot(stored)).toEqual(toSnapshot(debate.state));
    debate.does('olga', { type: 'debate.clear' });
    expect(debate.state.ratings.size).toBe(0);
  });

  test('undoing gives back the weight there was', () => {
    const debate = aDebate().does('dana', weigh('l-b', 2));
    const before = debate.state;
    debate.does('dana', weigh('l-b', 0));
    expect(invertEffect(before, { type: 'link.weighed', linkId: 'l-b', weight: 0 }, 'dana')).toEqual(
      weigh('l-b', 2),
    );
    expect(invertEffect(aDebate().state, { type: 'link.weighed', linkId: 'l-b', weight: 0 }, 'dana')).toEqual(
      weigh('l-b', null),
    );
  });
});

describe('[VO9] a weight was given to a step', () => {
  test('moved elsewhere the link has none, and moved back those it had', () => {
    const debate = aDebate().does('emil', weigh('l-b', 3));
    debate.does('emil', move('c-b', 'c-d'));
    expect(weighing(debate)).toBeUndefined();
    expect(debate.refusal('emil', weigh('l-b', null))).toBe('no_vote');
    debate.does('dana', weigh('l-b', 1)).does('emil', move('c-b', 'c-a'));
    expect(weighing(debate)).toEqual([0, 0, 0, 1, 0]);
  });

  test('an attack that becomes a support loses its weights', () => {
    const debate = aDebate().does('emil', weigh('l-b', 3));
    debate.does('emil', { ...move('c-b', 'c-a'), relation: 'attack' });
    expect(weighing(debate)).toBeUndefined();
  });

  test('arguments that go to a part of a split claim, and come back with it', () => {
    const debate = aDebate().does('emil', weigh('l-b', 3));
    debate.does('dana', { ...SPLIT, parts: SPLIT.parts.map((part) => ({ ...part, takes: ['c-b'] })) });
    expect(weighing(debate)).toBeUndefined();
    debate.does('dana', join('c-a', 'c-two'));
    expect(weighing(debate)).toEqual([0, 0, 0, 1, 0]);
  });
});

describe('[VO10] which weights are shown', () => {
  test('counts to everyone, their own weight to each person, and no names', () => {
    const debate = aDebate();
    const after = debate.entries.length;
    const was = ['dana', 'emil', null].map((who) => [who, debate.projection(who)] as const);
    debate.does('dana', weigh('l-b', 4), weigh('l-b', 2)).does('emil', weigh('l-b', 0));
    for (const [who, before] of was) {
      const { entries, own } = debate.frame(who, after);
      expect(entries.map(({ effect }) => effect)).toEqual([
        { type: 'rating.tallied', on: 'l-b', counts: [1, 0, 1, 0, 0] },
      ]);
      expect(entries.map(({ actor, author }) => [actor, author])).toEqual([['', '']]);
      const now = {
        ...evolveAll(before, [...entries, ...(own ?? [])]),
        seq: debate.state.seq,
        at: debate.state.at,
      };
      expect(toSnapshot(now)).toEqual(toSnapshot(debate.projection(who)));
    }
    expect([...debate.projection('dana').ratings.keys()]).toEqual(['l-b']);
    expect(debate.projection(null).ratings.size).toBe(0);
    expect(JSON.stringify(debate.frame('emil', after).own)).not.toContain('dana');
  });

  test('of a secret ballot only the viewer’s own while people vote; then counts of five and more', () => {
    const secret = () => aDebate().does('olga', { type: 'debate.configure', ballots: 'secret' });
    const debate = secret();
    const after = debate.entries.length;
    debate.does('dana', weigh('l-b', 4)).does('emil', weigh('l-b', 0), weigh('x-a', 2));
    for (const who of ['olga', 'dana', 'susi', null]) {
      const seen = debate.projection(who);
      for (const link of seen.links.values()) expect(link.weighing).toBeUndefined();
      // Nobody learns that anyone weighs, moderators included.
      expect(debate.frame(who, after).entries).toEqual([]);
      for (const of of seen.ratings.values()) expect([...of.keys()]).toEqual([who]);
      // Calculations in the browser cannot reveal it either.
      expect(strengthIn(debateStrengths(seen), 'c-a')).toBe(
        strengthIn(debateStrengths(secret().projection(who)), 'c-a'),
      );
    }
    const people = ['v-0', 'v-1', 'v-2'];
    for (const participantId of people)
      debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
    for (const who of people) debate.does(who, weigh('l-b', 1));
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    for (const who of ['olga', 'dana', null]) {
      const { links } = debate.projection(who);
      expect(links.get('l-b')?.weighing).toEqual([1, 3, 0, 0, 1]);
      // One person alone weighed this one.
      expect(links.get('x-a')?.weighing).toBeUndefined();
    }
  });

  test('a moved argument sends its weights again', () => {
    const debate = aDebate().does('emil', weigh('l-b', 3));
    const [before, after] = [debate.projection(null), debate.entries.length];
    debate.does('emil', move('c-b', 'c-d'), move('c-b', 'c-a'));
    const { entries } = debate.frame(null, after);
    expect(toSnapshot({ ...evolveAll(before, entries), at: debate.state.at })).toEqual(
      toSnapshot(debate.projection(null)),
    );
  });
});

test('[AN3] [AN6] a weight that is given moves the strength of what the link leads to', () => {
  // Without a vote the claim behind the link would have nothing to pass on.
  const debate = aDebate().does('emil', agree('c-b'));
  const before = debateStrengths(debate.state);
  // c-u undercuts c-b's step by a half; what is left of it speaks for c-a.
  debate.does('dana', weigh('l-b', 2)).does('emil', weigh('l-b', 0));
  const after = debateStrengths(debate.state, before);
  expect(after.strengths).toEqual(debateStrengths(debate.state).strengths);
  expect(strengthIn(after, 'c-a')).toBeLessThan(strengthIn(before, 'c-a') ?? 0);
});
