import { describe, expect, test } from 'vitest';
import { comparePerspectives } from '#domain/analysis/perspectives/compare-perspectives.ts';
import { votesOfEveryone, votesOfPerson } from '#domain/analysis/perspectives/own-votes.ts';
import {
  agreeShare,
  perspectiveKey,
  perspectiveNamed,
  type VoteCounts,
} from '#domain/analysis/perspectives/perspective.ts';
import {
  perspectiveStrengths,
  strengthInPerspective,
} from '#domain/analysis/perspectives/perspective-strengths.ts';
import { debateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import { finish } from '#domain/collections/steps.ts';
import { aDebate, agree, merge, newClaim } from '../../support/debate-builder.ts';

const counts = (agreeing: number, disagree = 0, pass = 0): VoteCounts => ({
  agree: agreeing,
  disagree,
  pass,
});

describe('[PV1] a perspective', () => {
  const everyones = debateStrengths(aDebate().does('dana', newClaim('n', 'c-a'), newClaim('m', 'c-n')).state);
  const seenWith = (votes: ReadonlyMap<string, VoteCounts>) => {
    const seen = finish(perspectiveStrengths(everyones, votes));
    return (id: string) => strengthInPerspective(seen, votes, id);
  };

  test('starts each claim at the share of those for or against it who agree', () => {
    expect(agreeShare(counts(3, 1, 6))).toBe(0.75);
    expect(seenWith(new Map([['c-m', counts(3, 1, 6)]]))('c-m')).toBeCloseTo(0.75);
    // Ten of ten and one of one agree alike: how many they are stands beside it.
    expect(seenWith(new Map([['c-m', counts(10)]]))('c-m')).toBe(1);
    expect(seenWith(new Map([['c-m', counts(1)]]))('c-m')).toBe(1);
  });

  test('shows no weight of a claim on which nobody in it is for or against', () => {
    const strengthOf = seenWith(new Map([['c-m', counts(0, 0, 4)]]));
    expect(strengthOf('c-m')).toBeUndefined();
    expect(strengthOf('c-n')).toBeUndefined();
  });

  test('passes strengths on as everyone’s are', () => {
    const alone = seenWith(new Map([['c-n', counts(1, 1)]]))('c-n');
    const answered = seenWith(
      new Map([
        ['c-n', counts(1, 1)],
        ['c-m', counts(4)],
      ]),
    )('c-n');
    expect(alone).toBeCloseTo(0.5);
    expect(answered).not.toBeCloseTo(0.5);
    // Everyone's strengths are what they were.
    expect(debateStrengths(everyones.state).strengths.values).toEqual(everyones.strengths.values);
  });

  test('has a name, which is read back', () => {
    for (const of of [
      { kind: 'everyone' },
      { kind: 'own' },
      { kind: 'team', id: 'east' },
      { kind: 'group', number: 2 },
      { kind: 'person', id: 'p:1' },
    ] as const)
      expect(perspectiveNamed(perspectiveKey(of))).toEqual(of);
    for (const key of ['', 'team', 'team:', 'group:x', 'group:-1', 'all', 'constructor:x'])
      expect(perspectiveNamed(key)).toBeNull();
  });
});

describe('[PV2] two perspectives', () => {
  const left = new Map([
    ['a', counts(8, 2)],
    ['b', counts(9, 1)],
    ['c', counts(5, 5)],
    ['d', counts(4)],
    ['e', counts(0, 0, 3)],
    ['g', counts(1, 9)],
  ]);
  const right = new Map([
    ['a', counts(2, 7)],
    ['b', counts(6, 2)],
    ['c', counts(5, 4)],
    ['e', counts(4)],
    ['f', counts(4)],
    ['g', counts(0, 3)],
  ]);
  const compared = comparePerspectives(left, right, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);

  test('differ where their shares are far apart, the farthest first', () => {
    expect(compared.differing.map(({ id }) => id)).toEqual(['a']);
    expect(compared.differing[0]?.difference).toBeCloseTo(0.8 - 2 / 9);
    const [a, g] = [new Map(left).set('g', counts(10)), right];
    expect(comparePerspectives(a, g, ['a', 'g']).differing.map(({ id }) => id)).toEqual(['g', 'a']);
  });

  test('differ from exactly a quarter on, whatever the fractions are in a computer', () => {
    const [one, other] = [new Map([['a', counts(7, 3)]]), new Map([['a', counts(9, 11)]])];
    expect(0.7 - 0.45).toBeLessThan(0.25);
    expect(comparePerspectives(one, other, ['a']).differing.map(({ id }) => id)).toEqual(['a']);
    const less = new Map([['a', counts(10, 12)]]);
    expect(comparePerspectives(one, less, ['a']).differing).toEqual([]);
  });

  test('share what two of three in both are for, or against', () => {
    expect(compared.shared.map(({ id }) => id)).toEqual(['g', 'b']);
  });

  test('are not compared where one of them has no vote for or against', () => {
    expect(compared.notCompared).toBe(3);
  });
});

describe('[PV8] one’s own perspective', () => {
  test('has the votes of one’s own copy, also those on merged claims, and nobody else’s', () => {
    const debate = aDebate().does('dana', newClaim('n', 'c-a'), newClaim('m', 'c-a'));
    debate.does('emil', agree('c-n')).does('susi', agree('c-m')).does('mona', merge('c-n', 'c-m'));
    const own = debate.projection('emil');
    expect(votesOfPerson(own, 'emil').get('c-m')).toEqual(counts(1));
    expect(votesOfPerson(own, 'susi').has('c-m')).toBe(false);
    expect(votesOfEveryone(own).get('c-m')).toMatchObject(counts(2));
  });

  test('is there while tallies are hidden', () => {
    const debate = aDebate().does('dana', newClaim('n', 'c-a'));
    debate.does('olga', { type: 'debate.configure', ballots: 'secret' }).does('emil', agree('c-n'));
    expect(votesOfPerson(debate.projection('emil'), 'emil').get('c-n')).toEqual(counts(1));
    expect(votesOfEveryone(debate.projection('emil')).size).toBe(0);
  });
});

describe('[PV2] perspectives side by side', () => {
  const votes = (agree: number, disagree: number) => ({ agree, disagree, pass: 0 });

  test('have the claims on which they differ by a quarter, and those on which two of three are on one side', () => {
    const left = new Map(
      Object.entries({
        a: votes(4, 0),
        b: votes(3, 1),
        c: votes(2, 4),
        d: votes(2, 2),
        e: votes(9, 3),
        f: votes(1, 0),
        h: votes(2, 1),
      }),
    );
    const right = new Map(
      Object.entries({
        a: votes(0, 4),
        b: votes(2, 2),
        c: votes(1, 2),
        d: votes(1, 3),
        e: votes(6, 6),
        g: votes(1, 0),
        h: votes(8, 2),
      }),
    );
    const { differing, shared, notCompared } = comparePerspectives(left, right, [
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'i',
    ]);
    expect(differing.map(({ id, difference }) => [id, difference])).toEqual([
      ['a', 1],
      // As large a difference, but of more people; then in the order given.
      ['e', 0.25],
      ['b', 0.25],
      ['d', 0.25],
    ]);
    expect(shared.map(({ id }) => id)).toEqual(['c', 'h']);
    expect(notCompared).toBe(3);
  });
});
