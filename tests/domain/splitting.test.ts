import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { commentsAt } from '../../domain/debate/lineage/merged-contents.ts';
import { Tab } from '../simulation/tab.ts';
import {
  aDebate,
  agree,
  cite,
  comment,
  type DebateBuilder,
  editTo,
  everythingOf,
  hide,
  join,
  lock,
  merge,
  move,
  newClaim,
  retract,
  seal,
  split,
  targetOf,
  unmerge,
} from '../support/debate-builder.ts';
import { seenClaims } from '../support/seen-claims.ts';

const inTwo = split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three', takes: ['c-b'] });

describe('[LN7] splitting', () => {
  test('leaves the claim its identity and its votes, as on an earlier wording', () => {
    const debate = aDebate().does('olga', inTwo);
    expect(debate.text('c-a')).toBe('one two');
    expect(debate.state.claims.get('c-a')).toMatchObject({ wording: 2, author: 'dana' });
    expect(debate.tally('c-a')).toEqual([1, 0, 0, 1]);
    expect(commentsAt(debate.state, targetOf('c-a'))).toEqual(['m-a']);
  });

  test('makes claims behind it: by its author, citing the same, locked alike, with the arguments they were given', () => {
    const debate = aDebate()
      .does('dana', newClaim('z', 'east'), newClaim('y', 'c-a'), cite('c-a'))
      .does('olga', lock('c-a'), inTwo);
    expect(debate.under('east')).toEqual(['c-a', 'c-p', 'c-z']);
    expect(debate.under('c-p')).toEqual(['c-b', 'c-u'].slice(0, 1));
    expect(debate.under('c-a')).toEqual(['c-y']);
    const part = { text: 'three', author: 'dana', positionId: 'east', sources: ['s-a'], wording: 1 };
    expect(debate.state.claims.get('c-p')).toMatchObject(part);
    expect(debate.tally('c-p')).toEqual([0, 0, 0, 0]);
    expect(debate.state.locks.has('c-p')).toBe(true);
  });

  test('is its author’s, and theirs who run the debate', () => {
    expect(aDebate().refusal('emil', inTwo)).toBe('not_allowed');
    expect(aDebate().refusal('dana', inTwo)).toBe(null);
    expect(aDebate().does('olga', lock('c-a')).refusal('dana', inTwo)).toBe('locked');
  });
});

describe('[LN8] concurrent changes', () => {
  test('words written into it stand in what is left, whichever comes first', () => {
    const edit = editTo(aDebate().state, 'c-a', 'one long two three');
    expect(aDebate().does('emil', edit).does('olga', inTwo).text('c-a')).toBe('one long two');
    const debate = aDebate().does('olga', inTwo).does('emil', edit);
    expect(debate.text('c-a')).toBe('one long two');
    expect(debate.does(SYSTEM, seal('c-a')).state.claims.get('c-a')?.wording).toBe(3);
  });

  test('an argument that has gone elsewhere stays there', () => {
    const debate = aDebate().does('emil', move('c-b', 'c-d')).does('olga', inTwo);
    expect(debate.under('c-p')).toEqual([]);
    expect(debate.under('c-d')).toEqual(['c-b']);
  });

  test('two who split it alike do it once', () => {
    const again = split('c-a', ['one two three', 'one two'], { key: 'q', text: 'three' });
    expect(aDebate().does('olga', inTwo).refusal('mona', again)).toBe('nothing_changed');
    const all = split('c-a', ['one two three', 'one two three'], { key: 'q', text: 'three' });
    expect(aDebate().refusal('mona', all)).toBe('nothing_changed');
  });

  test('someone who types in it types on', () => {
    const debate = aDebate();
    const [emil, olga] = [new Tab(debate, 'emil'), new Tab(debate, 'olga')];
    emil.asks(editTo(emil.replica.view, 'c-a', 'one very two three'));
    olga.asks(inTwo);
    olga.settles();
    emil.settles();
    emil.asks(editTo(emil.replica.view, 'c-a', `${emil.replica.view.claims.get('c-a')?.text} well`));
    for (const tab of [emil, olga, emil, olga]) tab.settles();
    expect(debate.text('c-a')).toBe('one very two well');
    for (const tab of [emil, olga])
      expect(everythingOf(tab.replica.view)).toEqual(everythingOf(debate.projection(tab.who)));
  });
});

test('[LN9] a retracted, merged or hidden claim is not split, nor by a person whose content needs approval', () => {
  const held = { type: 'debate.configure', approval: ['debater'] } as const;
  expect(aDebate().does('dana', retract('c-a')).refusal('dana', inTwo)).toBe('claim_retracted');
  expect(aDebate().does('olga', merge('c-a', 'c-d')).refusal('olga', inTwo)).toBe('claim_merged');
  expect(aDebate().does('olga', hide('c-a')).refusal('olga', inTwo)).toBe('content_hidden');
  expect(aDebate().does('olga', held).refusal('dana', inTwo)).toBe('not_allowed');
  expect(aDebate().does('olga', held).refusal('olga', inTwo)).toBe(null);
  const parted = aDebate().does('olga', inTwo);
  expect(parted.does('olga', hide('c-p')).refusal('olga', join('c-a', 'c-p'))).toBe('content_hidden');
});

describe('[LN10] joined again', () => {
  test('everything is as it was, the votes too', () => {
    const debate = aDebate().does('dana', newClaim('y', 'c-a', { after: null }), newClaim('z', 'c-a'));
    const before = seenClaims(debate);
    debate.does('olga', inTwo, join('c-a', 'c-p'));
    expect(seenClaims(debate)).toEqual(before);
    expect(debate.state.claims.get('c-a')).toMatchObject({ wording: 1 });
  });

  test('with what came since, and what was written since', () => {
    const debate = aDebate().does('olga', inTwo);
    debate.now += 10;
    debate
      .does('emil', newClaim('n', 'c-p'), newClaim('o', 'c-a'), agree('c-p'))
      .does(
        'susi',
        { type: 'vote.cast', claimId: 'c-p', answer: 'disagree', wording: 1 },
        comment({ on: targetOf('c-p') }),
      )
      .does('emil', editTo(debate.state, 'c-a', 'zero one two'))
      .does('olga', join('c-a', 'c-p'));
    expect(debate.text('c-a')).toBe('zero one two three');
    expect(debate.under('c-a')).toEqual(['c-b', 'c-o', 'c-n']);
    // Emil has one of his own there, on the whole; Susi has not.
    expect(debate.tally('c-a').slice(0, 3)).toEqual([1, 1, 0]);
    expect(commentsAt(debate.state, targetOf('c-a'))).toEqual(['m-a', 'm-n']);
  });

  test('split again, the parts are taken up as they are, by the author too', () => {
    const debate = aDebate().does('dana', inTwo, join('c-a', 'c-p'), inTwo);
    expect([debate.text('c-a'), debate.text('c-p')]).toEqual(['one two', 'three']);
    expect([debate.under('c-p'), debate.under('c-a')]).toEqual([['c-b'], []]);
    expect(debate.state.claims.get('c-a')?.wording).toBe(2);
    expect(debate.state.moderationLog.size).toBe(0);
  });

  test('only what was split from it', () => {
    const debate = aDebate().does('olga', inTwo);
    expect(debate.refusal('olga', join('c-a', 'c-b'))).toBe('nothing_changed');
    expect(debate.refusal('emil', join('c-a', 'c-p'))).toBe('not_allowed');
    debate.does('emil', move('c-a', 'c-p'));
    expect(debate.refusal('olga', join('c-a', 'c-p'))).toBe('cycle');
  });
});

type Change = (debate: DebateBuilder) => unknown;

/** Claims under each other from the west down to this level; returns the lowest. */
function goDown(debate: DebateBuilder, levels: number): string {
  for (let level = 1; level <= levels; level += 1)
    debate.does('dana', newClaim(`e${level}`, level === 1 ? 'west' : `c-e${level - 1}`));
  return `c-e${levels}`;
}

const long = 'x'.repeat(LIMITS.wordingCharacters + 1);
const ofSides = { type: 'debate.configure', sides: 'own' } as const;
const teamOf = (participantId: string, team: string) =>
  ({ type: 'team.choose', participantId, team }) as const;
const thirds = (...parts: Parameters<typeof split>[2][]): Operation => ({
  ...inTwo,
  parts: parts.flatMap((part) => split('c-a', ['', ''], part).parts),
});

describe('[LN7] a split is refused', () => {
  const rest = ['one two three', 'one two'] as const;
  test.each<[string, string, Operation, Change?]>([
    ['of no claim', 'unknown_claim', split('c-?', rest, { key: 'p', text: 'three' })],
    ['whose part has the id of a claim', 'id_taken', split('c-a', rest, { key: 'b', text: 'three' })],
    [
      'whose part has the link of a claim',
      'id_taken',
      { ...inTwo, parts: [{ claimId: 'c-p', linkId: 'l-b', text: 'three', takes: [] }] },
    ],
    ['whose parts have one id', 'id_taken', thirds({ key: 'p', text: 'two' }, { key: 'p', text: 'three' })],
    ['into nothing', 'text_empty', split('c-a', rest, { key: 'p', text: ' ' })],
    [
      'of which a later part is too long',
      'text_too_long',
      thirds({ key: 'p', text: 'two' }, { key: 'q', text: long }),
    ],
    ['of nothing', 'text_empty', split('c-a', ['', 'one two'], { key: 'p', text: 'three' })],
    ['of too much', 'text_too_long', split('c-a', [long, 'one two'], { key: 'p', text: 'three' })],
    ['that leaves nothing', 'text_empty', split('c-a', ['one two three', ''], { key: 'p', text: 'three' })],
    [
      'that leaves nothing of what was written since',
      'text_empty',
      split('c-a', ['one two three four', 'four'], { key: 'p', text: 'one two three' }),
    ],
    ['without a side', 'no_team', inTwo, (debate) => debate.does('olga', ofSides)],
    [
      'of what the other side holds',
      'other_side',
      inTwo,
      (debate) => debate.does('olga', ofSides, teamOf('dana', 'west')),
    ],
  ])('%s', (_, code, operation, before = () => {}) => {
    const debate = aDebate();
    before(debate);
    expect(debate.refusal('dana', operation)).toBe(code);
  });

  test('of which one part was joined before and another is new, or was joined to another claim', () => {
    const debate = aDebate().does('olga', inTwo, join('c-a', 'c-p'));
    const both = thirds({ key: 'p', text: 'two' }, { key: 'q', text: 'three' });
    expect(debate.refusal('olga', both)).toBe('id_taken');
    const elsewhere = split('c-d', ['seven', 'six'], { key: 'p', text: 'three' });
    expect(debate.refusal('olga', elsewhere)).toBe('id_taken');
    debate.does('olga', unmerge('c-p'));
    expect(debate.refusal('olga', inTwo)).toBe('id_taken');
  });

  test('that would be more claims than the pace allows, but not the same parts again', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', pace: 3 });
    debate.does('dana', inTwo, join('c-a', 'c-p'));
    expect(debate.refusal('dana', newClaim('n', 'c-a'))).toBe('claim_rate_exceeded');
    expect(debate.refusal('dana', split('c-a', rest, { key: 'q', text: 'three' }))).toBe(
      'claim_rate_exceeded',
    );
    expect(debate.refusal('dana', inTwo)).toBe(null);
  });
});

test('[LN12] a split is a moderator’s unless the author made it', () => {
  const madeBy = (who: string) => aDebate().does(who, inTwo).state.claims.get('c-p')?.byModerator;
  expect([madeBy('olga'), madeBy('dana')]).toEqual([true, undefined]);
});

describe('[LN10] joining is refused', () => {
  test.each<[string, string, Operation, Change?]>([
    ['to no claim', 'unknown_claim', join('c-?', 'c-p')],
    ['of no part', 'nothing_changed', join('c-a')],
    ['of what is no claim', 'nothing_changed', join('c-a', 'c-p', 'c-?')],
    [
      'a second time',
      'nothing_changed',
      join('c-a', 'c-p'),
      (debate) => debate.does('olga', join('c-a', 'c-p')),
    ],
    ['to another claim', 'nothing_changed', join('c-b', 'c-p')],
    [
      'to a retracted claim',
      'claim_retracted',
      join('c-a', 'c-p'),
      (debate) => debate.does('dana', retract('c-a')),
    ],
    [
      'of a retracted part',
      'claim_retracted',
      join('c-a', 'c-p'),
      (debate) => debate.does('dana', retract('c-p')),
    ],
    [
      'to a merged claim',
      'claim_merged',
      join('c-a', 'c-p'),
      (debate) => debate.does('olga', merge('c-a', 'c-d')),
    ],
    [
      'of a merged part',
      'claim_merged',
      join('c-a', 'c-p'),
      (debate) => debate.does('olga', merge('c-p', 'c-d')),
    ],
    ['to a hidden claim', 'content_hidden', join('c-a', 'c-p'), (debate) => debate.does('olga', hide('c-a'))],
    ['under a part', 'cycle', join('c-a', 'c-p'), (debate) => debate.does('emil', move('c-a', 'c-p'))],
    [
      'below the bound on depth',
      'too_deep',
      join('c-a', 'c-p'),
      (debate) => debate.does('olga', move('c-a', goDown(debate, LIMITS.depth - 2))),
    ],
    [
      'of parts of two splits at once',
      'nothing_changed',
      join('c-a', 'c-p', 'c-q'),
      (debate) => debate.does('olga', split('c-a', ['one two', 'one'], { key: 'q', text: 'two' })),
    ],
    [
      'to more than a claim may say',
      'text_too_long',
      join('c-a', 'c-p'),
      (debate) =>
        debate.does(
          'olga',
          editTo(debate.state, 'c-a', `one two${'!'.repeat(LIMITS.wordingCharacters - 'one two'.length)}`),
        ),
    ],
  ])('%s', (_, code, operation, before = () => {}) => {
    const debate = aDebate().does('olga', inTwo);
    before(debate);
    expect(debate.refusal('olga', operation)).toBe(code);
  });

  test('not at the bound on depth itself', () => {
    const debate = aDebate().does('olga', inTwo);
    debate.does('olga', move('c-a', goDown(debate, LIMITS.depth - 3)));
    expect(debate.refusal('olga', join('c-a', 'c-p'))).toBe(null);
  });

  test('by a person of another side, and without one', () => {
    const debate = aDebate().does('olga', inTwo, ofSides);
    expect(debate.refusal('dana', join('c-a', 'c-p'))).toBe('no_team');
    debate.does('olga', teamOf('dana', 'west'));
    expect(debate.refusal('dana', join('c-a', 'c-p'))).toBe('other_side');
    debate.does('olga', teamOf('dana', 'east'));
    expect(debate.refusal('dana', join('c-a', 'c-p'))).toBe(null);
  });
});

describe('[LN8] the order of arguments', () => {
  const taking = (...takes: string[]) =>
    split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three', takes });
  const three = () => aDebate().does('emil', newClaim('y', 'c-a'), newClaim('z', 'c-a'));

  test('is kept in the part, however they are named', () => {
    expect(three().does('olga', taking('c-z', 'c-b')).at('c-p')).toEqual(['c-b', 'c-z']);
  });

  test('is kept when they return: before what came to their place since', () => {
    const first = three().does('olga', taking('c-b', 'c-z'));
    first.does('emil', newClaim('o', 'c-a', { after: null }));
    expect(first.does('olga', join('c-a', 'c-p')).at('c-a')).toEqual(['c-b', 'c-o', 'c-y', 'c-z']);
    const last = three().does('olga', taking('c-z')).does('emil', newClaim('o', 'c-a'));
    expect(last.does('olga', join('c-a', 'c-p')).at('c-a')).toEqual(['c-b', 'c-y', 'c-z', 'c-o']);
  });
});

describe('[LN8] arguments that are locked in their place', () => {
  const locked = () => aDebate().does('olga', lock('c-b'));

  test('stay when their author splits, and go when a moderator does', () => {
    expect(locked().does('dana', inTwo).under('c-a')).toEqual(['c-b']);
    expect(locked().does('olga', inTwo).under('c-p')).toEqual(['c-b']);
  });

  test('stay with the part when its author joins it, and return when a moderator does', () => {
    const parted = () => aDebate().does('olga', inTwo, lock('c-b'));
    expect(parted().does('dana', join('c-a', 'c-p')).at('c-p')).toEqual(['c-b']);
    expect(parted().does('olga', join('c-a', 'c-p')).at('c-a')).toEqual(['c-b']);
  });

  test('that are merged elsewhere are not taken', () => {
    const debate = aDebate().does('olga', merge('c-b', 'c-d'), inTwo, unmerge('c-b'));
    expect(debate.at('c-a')).toEqual(['c-b']);
  });
});
