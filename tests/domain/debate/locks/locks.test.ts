import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import {
  aDebate,
  agree,
  cite,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  hide,
  join,
  lock,
  merge,
  move,
  newClaim,
  retract,
  split,
  targetOf,
  unlock,
  unmerge,
} from '#tests/support/debate-builder.ts';

/** Of these, what a debater may not ask for because of a lock. */
function locked(debate: DebateBuilder, who: string, asked: Readonly<Record<string, Operation>>): string[] {
  return Object.keys(asked).filter((name) => {
    const operation = asked[name];
    return operation && debate.refusal(who, operation) === 'locked';
  });
}

const onClaim = (debate: DebateBuilder, id: string) => ({
  edit: editTo(debate.state, id, 'other words'),
  move: move(id, id === 'c-d' ? 'east' : 'west'),
  retract: retract(id),
  cite: cite(id),
  answer: newClaim('n', id),
  vote: agree(id),
  comment: comment({ on: targetOf(id) }),
  link: crossLink('x-n', id, id === 'c-d' ? 'c-a' : 'c-d'),
});

describe('[LK1] a lock', () => {
  test('on a claim keeps it as it is; one answers it as before', () => {
    const debate = aDebate().does('olga', lock('c-a'));
    expect(locked(debate, 'dana', onClaim(debate, 'c-a'))).toEqual(['edit', 'move', 'retract', 'cite']);
    expect(locked(debate, 'emil', onClaim(debate, 'c-b'))).toEqual([]);
  });

  test('on a branch closes it, undercuts included, and what stands elsewhere stays open', () => {
    const debate = aDebate().does('mona', lock('c-a', true));
    const all = Object.keys(onClaim(debate, 'c-a'));
    expect(locked(debate, 'dana', onClaim(debate, 'c-a'))).toEqual(all);
    expect(locked(debate, 'emil', onClaim(debate, 'c-b'))).toEqual(all);
    expect(locked(debate, 'dana', onClaim(debate, 'c-u'))).toEqual(all);
    expect(locked(debate, 'emil', { in: move('c-d', 'c-b'), undercut: newClaim('n', 'l-b') })).toHaveLength(
      2,
    );
    expect(debate.refusal('emil', editTo(debate.state, 'c-d', 'x'))).toBeNull();
  });

  test('on a position, or the debate', () => {
    const debate = aDebate().does('olga', lock('west'));
    expect(debate.refusal('emil', newClaim('n', 'west'))).toBe('locked');
    expect(debate.refusal('emil', newClaim('n', 'c-d'))).toBe('locked');
    expect(debate.refusal('emil', newClaim('n', 'east'))).toBeNull();
    debate.does('olga', unlock('west'), lock('*'));
    expect(locked(debate, 'dana', onClaim(debate, 'c-a'))).toHaveLength(8);
    expect(debate.refusal('susi', comment())).toBe('locked');
  });
});

test('[LK2] moderators are held up by none', () => {
  const debate = aDebate().does('olga', lock('*', true));
  expect(locked(debate, 'mona', onClaim(debate, 'c-a'))).toEqual([]);
});

test('[LK3] the later choice stands', () => {
  const debate = aDebate().does('olga', lock('c-a', true)).does('mona', lock('c-a'));
  expect(debate.state.locks.get('c-a')?.branch).toBe(false);
  expect(debate.refusal('emil', newClaim('n', 'c-a'))).toBeNull();
});

test('[LK4] a lock goes with its claim; what is moved into a locked branch is locked, what is moved away is free', () => {
  const debate = aDebate().does('olga', lock('c-a', true), move('c-a', 'west'));
  expect(debate.refusal('emil', editTo(debate.state, 'c-b', 'x'))).toBe('locked');
  debate.does('olga', move('c-b', 'east'));
  expect(debate.refusal('emil', editTo(debate.state, 'c-b', 'x'))).toBeNull();
  debate.does('olga', move('c-d', 'c-a'));
  expect(debate.refusal('emil', editTo(debate.state, 'c-d', 'x'))).toBe('locked');
});

describe('[LK5] merged', () => {
  /** c-a, with its locked branch, stands with c-d. */
  const withLocked = () => aDebate().does('olga', lock('c-a', true), merge('c-a', 'c-d'));

  test('a claim from a locked branch stays locked, and its new place is free', () => {
    const debate = withLocked();
    expect(debate.under('c-d')).toContain('c-b');
    expect(locked(debate, 'emil', onClaim(debate, 'c-b'))).toEqual(Object.keys(onClaim(debate, 'c-b')));
    const atMerged = {
      answer: newClaim('n', 'c-a'),
      vote: agree('c-a'),
      note: comment({ on: targetOf('c-a') }),
    };
    expect(locked(debate, 'emil', atMerged)).toEqual(['answer', 'vote', 'note']);
    expect(locked(debate, 'emil', { ...onClaim(debate, 'c-d'), link: newClaim('n', 'c-d') })).toEqual([]);
  });

  test('a vote in it is not withdrawn through the other claim either', () => {
    const debate = aDebate()
      .does('susi', agree('c-a'), agree('c-d'))
      .does('olga', lock('c-a', true), merge('c-a', 'c-d'));
    const withdraw = { type: 'vote.withdraw', claimId: 'c-d' } as const;
    debate.does('susi', withdraw);
    expect(debate.tally('c-d')[0]).toBeGreaterThan(0);
    expect(debate.refusal('susi', withdraw)).toBe('locked');
  });

  test('into a claim of a locked position, what answers it is locked by that', () => {
    const debate = aDebate().does('olga', merge('c-a', 'c-d'));
    expect(debate.refusal('emil', newClaim('n', 'c-b'))).toBeNull();
    debate.does('olga', lock('west'));
    expect(debate.refusal('emil', newClaim('n', 'c-b'))).toBe('locked');
    debate.does('olga', unlock('west'), lock('east'));
    expect(debate.refusal('emil', newClaim('n', 'c-b'))).toBeNull();
  });

  test('into a locked branch it is locked by that; taken apart, as it was', () => {
    const debate = aDebate().does('olga', lock('c-d', true), merge('c-a', 'c-d'));
    expect(debate.refusal('emil', newClaim('n', 'c-b'))).toBe('locked');
    debate.does('olga', unmerge('c-a'));
    expect(debate.refusal('emil', newClaim('n', 'c-b'))).toBeNull();
    const again = withLocked().does('mona', unmerge('c-a'));
    expect(again.refusal('emil', newClaim('n', 'c-b'))).toBe('locked');
    expect(again.refusal('emil', newClaim('n', 'c-d'))).toBeNull();
  });
});

describe('[LK6] parts', () => {
  const inTwo = split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three', takes: ['c-b'] });

  test('that are locked are joined by moderators alone', () => {
    const debate = aDebate().does('dana', inTwo).does('mona', lock('c-p'));
    expect(debate.refusal('dana', join('c-a', 'c-p'))).toBe('locked');
    debate.does('mona', join('c-a', 'c-p'));
    expect(debate.refusal('dana', inTwo)).toBe('locked');
    debate.does('mona', unlock('c-p'));
    expect(debate.refusal('dana', inTwo)).toBeNull();
  });

  test('do not come back into a branch that is locked', () => {
    const debate = aDebate()
      .does('dana', inTwo)
      .does('mona', move('c-p', 'west'), join('c-a', 'c-p'), lock('west'));
    expect(debate.refusal('dana', inTwo)).toBe('locked');
    expect(debate.refusal('mona', inTwo)).toBeNull();
  });

  test('keep an argument that is locked alone, which is shown with the whole', () => {
    const debate = aDebate().does('dana', inTwo).does('mona', lock('c-b')).does('dana', join('c-a', 'c-p'));
    expect(debate.at('c-p')).toEqual(['c-b']);
    expect(debate.under('c-a')).toContain('c-b');
    const moved = aDebate().does('dana', inTwo).does('mona', lock('c-b'), join('c-a', 'c-p'));
    expect(moved.at('c-a')).toContain('c-b');
  });
});

test('[MO2] a lock on hidden content is not sent either', () => {
  const debate = aDebate().does('olga', hide('c-a'), lock('c-b'));
  expect(debate.projection('susi').locks.size).toBe(0);
  expect(JSON.stringify(debate.frame('susi', debate.entries.length - 1).entries)).toBe('[]');
  expect(debate.projection('dana').locks.has('c-b')).toBe(true);
});
