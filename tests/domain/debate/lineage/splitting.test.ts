import { afterEach, describe, expect, test, vi } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { toLogEntries } from '#domain/debate/engine/to-log-entries.ts';
import { commentsAt } from '#domain/debate/lineage/merged-contents.ts';
import { splittingsOf } from '#domain/debate/lineage/split-parts.ts';
import { Tab } from '#tests/simulation/tab.ts';
import {
  aDebate,
  agree,
  bringBack,
  cite,
  comment,
  type DebateBuilder,
  editTo,
  everythingOf,
  hide,
  join,
  lock,
  move,
  newClaim,
  SPLIT,
  seal,
  split,
  targetOf,
} from '#tests/support/debate-builder.ts';
import { upTo } from '#tests/support/log-node.ts';
import { seenClaims } from '#tests/support/seen-claims.ts';

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

test('[LN9] a claim with a hidden part is joined again once the part is restored', () => {
  const debate = aDebate().does('olga', inTwo, hide('c-p'));
  expect(debate.refusal('olga', join('c-a', 'c-p'))).toBe('content_hidden');
  debate.does('olga', bringBack('c-p'), join('c-a', 'c-p'));
  expect(debate.text('c-a')).toBe('one two three');
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

describe('[LN8] many arguments', () => {
  afterEach(() => vi.restoreAllMocks());
  const keysOf = (letter: string, count: number) => upTo(count).map((n) => `${letter}${n + 10}`);
  const claimsOf = (letter: string, count: number) => keysOf(letter, count).map((key) => `c-${key}`);

  /** A part took the arguments `c-t…` of a claim; the claim got `c-o…` since, with the same keys in order. */
  function splitAmong(count: number) {
    const takes = claimsOf('t', count);
    return aDebate()
      .does('emil', ...keysOf('t', count).map((key) => newClaim(key, 'c-a')), move('c-b', 'c-d'))
      .does('olga', split('c-a', ['one two three', 'one two'], { key: 'p', text: 'three', takes }))
      .does('emil', ...keysOf('o', count).map((key) => newClaim(key, 'c-a')));
  }

  test('return each before the one that has its key now', () => {
    const debate = splitAmong(6);
    expect(debate.at('c-p')).toEqual(claimsOf('t', 6));
    debate.does('olga', join('c-a', 'c-p'));
    // The first key was that of an argument which has left.
    const [first, ...rest] = claimsOf('o', 6);
    const pairs = claimsOf('t', 6).flatMap((id, at) => [id, ...rest.slice(at, at + 1)]);
    expect(debate.at('c-a')).toEqual([first, ...pairs]);
  });

  /** How often an operation puts a list in order, and how many lists of siblings its entry makes. */
  function workOf(debate: DebateBuilder, operation: Operation) {
    const sort = vi.spyOn(Array.prototype, 'sort');
    const decision = decide(debate.state, operation, debate.actor('olga'), debate.now);
    const sorts = sort.mock.calls.length;
    if (!decision.ok) throw new Error(decision.rejection.code);
    const people = { actor: 'olga', author: 'olga' };
    const entries = toLogEntries(debate.state, decision.effects, people, debate.now);
    const set = vi.spyOn(Object.getPrototypeOf(debate.state.childLinks), 'set');
    evolveAll(debate.state, entries);
    const lists = set.mock.calls.filter(([, value]) => Array.isArray(value)).length;
    vi.restoreAllMocks();
    return { sorts, lists };
  }

  test.each([
    ['split off', split('c-a', ['one two', 'one'], { key: 'q', text: 'two', takes: claimsOf('o', 20) })],
    ['joined again', join('c-a', 'c-p')],
  ])('that are %s are put in order once, and each list of siblings is made once', (_, operation) => {
    expect(workOf(splitAmong(20), operation)).toEqual(workOf(splitAmong(5), operation));
  });
});

test('the splits of a claim are its parts by split, the newest first, without those that were joined', () => {
  const debate = aDebate().does('olga', SPLIT);
  debate.does('olga', split('c-a', ['one', 'o'], { key: 'ne', text: 'ne' }));
  const parts = () => splittingsOf(debate.state, 'c-a').map((one) => one.map(({ id }) => id));
  expect(parts()).toEqual([['c-ne'], ['c-two']]);
  debate.does('olga', { type: 'claim.join', claimId: 'c-a', parts: ['c-ne'] });
  expect(parts()).toEqual([['c-two']]);
  expect(splittingsOf(debate.state, 'c-b')).toEqual([]);
});
