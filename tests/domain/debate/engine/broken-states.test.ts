import { expect, test } from 'vitest';
import { PersistentMap } from '#domain/collections/persistent-map.ts';
import { brokenInvariants } from '#domain/debate/engine/invariants.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import {
  aDebate,
  agree,
  answer,
  cite,
  hide,
  merge,
  newClaim,
  quickPoll,
  SPLIT,
  suggest,
} from '#tests/support/debate-builder.ts';
import { support } from '#tests/support/made-questions.ts';

/** A state with something of all that invariants are about. */
const sound = () =>
  aDebate()
    .does('dana', newClaim('e', 'c-a'), cite('c-a'), newClaim('m', 'east', { text: 'Why?', comment: 'm-a' }))
    .does('olga', merge('c-b', 'c-d'), quickPoll('p-n'))
    .does('emil', answer('p-n', 1), support('u-q'), { type: 'link.weigh', linkId: 'l-a', weight: 3 })
    .does('susi', suggest('w-n', 'c-a', ['one two three', 'one']), agree('c-b'), agree('c-d')).state;

/** The state with one record changed, or removed by `null`. */
function withChanged<
  K extends
    | 'claims'
    | 'links'
    | 'merges'
    | 'splits'
    | 'origins'
    | 'citations'
    | 'articles'
    | 'suggestions'
    | 'polls'
    | 'questions'
    | 'participants',
>(part: K, id: string, more: object | null, state = sound()): DebateState {
  const records = state[part] as unknown as DebateState['claims'];
  const record = { ...records.get(id), id, ...more } as never;
  return { ...state, [part]: more === null ? records.delete(id) : records.set(id, record) };
}

const to = (kind: 'claim' | 'link', id: string) => ({ target: { kind, id } });

test('nothing is found in a sound state, and passages may be of a source that their claim cites (I8)', () => {
  expect(brokenInvariants(sound())).toEqual([]);
  const cited = withChanged('citations', 'c-a', { passages: [{ sourceId: 's-a' }] });
  expect(brokenInvariants(cited)).toEqual([]);
});

test.each<[string, () => DebateState, string[]]>([
  ['a merge of nothing', () => withChanged('merges', 'c-x', { into: 'c-a' }), ['c-x is merged into nothing']],
  [
    'a merge into nothing',
    () => withChanged('merges', 'c-e', { into: 'c-x' }),
    ['c-e is merged into nothing'],
  ],
  ['a part of nothing', () => withChanged('splits', 'c-e', { from: 'c-x' }), ['c-e is a part of nothing']],
  [
    'a part that is nothing',
    () => withChanged('splits', 'c-x', { from: 'c-e' }),
    ['c-x is a part of nothing'],
  ],
  [
    'a claim made of nothing',
    () => withChanged('origins', 'c-e', { comment: 'm-x' }),
    ['c-e was made of nothing'],
  ],
  [
    'nothing made of a comment',
    () => withChanged('origins', 'c-x', { comment: 'm-a' }),
    ['c-x was made of nothing'],
  ],
  [
    'a citation without passages',
    () => withChanged('citations', 'c-a', { passages: [] }),
    ['c-a cites passages of what it does not cite'],
  ],
  [
    'passages of a source it doesn’t cite',
    () => withChanged('citations', 'c-e', { passages: [{ sourceId: 's-a' }] }),
    ['c-e cites passages of what it does not cite'],
  ],
  [
    'passages of nothing',
    () => withChanged('citations', 'c-x', { passages: [{ sourceId: 's-a' }] }),
    ['c-x cites passages of what it does not cite'],
  ],
  ['the article of no source', () => withChanged('articles', 's-x', {}), ['the article s-x is no source']],
  [
    'a suggestion for nothing',
    () => withChanged('suggestions', 'w-n', { claimId: 'c-x' }),
    ['the suggestion w-n is for nothing'],
  ],
  [
    'a link from nothing',
    () => withChanged('links', 'x-a', { from: 'c-x' }),
    ['link x-a comes from nothing'],
  ],
  ['a link to nothing', () => withChanged('links', 'x-a', to('link', 'l-x')), ['link x-a points at nothing']],
  [
    'answers to questions without a scheme',
    () => withChanged('links', 'x-a', { answeredQuestions: [1] }),
    ['link x-a has answers to questions that it does not have'],
  ],
  [
    'a claim with another’s link',
    () => withChanged('claims', 'c-u', { parentLink: 'x-a' }),
    ['claim c-u has no parent link of its own'],
  ],
  [
    'a parent link that is none',
    () => withChanged('links', 'l-e', { parent: false }),
    ['claim c-e has no parent link of its own'],
  ],
  [
    'a claim without one',
    () => withChanged('claims', 'c-e', { parentLink: 'l-x' }),
    ['claim c-e has no parent link of its own', '5 claims, 6 places'],
  ],
  [
    'a member without an account',
    () => withChanged('participants', 'dana', { erased: true }),
    ['dana is a member without an account'],
  ],
  [
    'a claim that cites nothing',
    () => withChanged('claims', 'c-e', { sources: ['s-x'] }),
    ['claim c-e cites nothing'],
  ],
  [
    'a claim under itself',
    () => withChanged('links', 'l-e', to('claim', 'c-e')),
    ['claim c-e stands under itself', 'link l-e is filed under the wrong target'],
  ],
  [
    'a claim that would be under itself',
    () => withChanged('links', 'l-e', to('claim', 'c-b'), withChanged('merges', 'c-d', { into: 'c-e' })),
    [
      'claim c-e stands under itself',
      'claim c-d stands under itself',
      'claim c-b stands under itself',
      'link l-e is filed under the wrong target',
      'tally of c-e is not a recount',
    ],
  ],
  [
    'a wrong order',
    () => withChanged('links', 'l-e', { order: 'Z' }),
    ['arguments under c-a are out of order'],
  ],
  [
    'an equal order',
    () => withChanged('links', 'l-e', { order: sound().links.get('l-b')?.order }),
    ['arguments under c-a are out of order'],
  ],
  [
    'a place too many',
    () => ({ ...sound(), childLinks: sound().childLinks.set('l-e', ['x-a']) }),
    ['link x-a is filed under the wrong target', '6 claims, 7 places'],
  ],
  [
    'a vote uncounted',
    () => withChanged('claims', 'c-a', { tally: { agree: 0, disagree: 0, pass: 0, earlier: 0 } }),
    ['tally of c-a is not a recount'],
  ],
  [
    'an earlier vote uncounted',
    () => withChanged('claims', 'c-a', { wording: 2 }),
    ['tally of c-a is not a recount'],
  ],
  [
    'a rating uncounted',
    () => withChanged('links', 'l-a', { weighing: [0, 0, 0, 0, 0] }),
    ['ratings of l-a are not a recount'],
  ],
  [
    'a support uncounted',
    () => withChanged('questions', 'u-q', { support: [2] }),
    ['support of u-q is not a recount'],
  ],
  [
    'an answer uncounted',
    () => withChanged('polls', 'p-n', { answered: 2 }),
    ['the counts of poll p-n are no recount'],
  ],
  [
    'an answer counted elsewhere',
    () => withChanged('polls', 'p-n', { counts: [1, 0, 0] }),
    ['the counts of poll p-n are no recount'],
  ],
])('%s is found (I8)', (_, state, expected) => {
  expect(brokenInvariants(state())).toEqual(expected);
});

test('in a projection votes aren’t recounted, and the place of a merged claim may be hidden (I8)', () => {
  const uncounted = withChanged('claims', 'c-a', { tally: { agree: 9, disagree: 0, pass: 0, earlier: 0 } });
  expect(brokenInvariants(uncounted, 'own')).toEqual([]);
  const placeless = {
    ...sound(),
    links: sound().links.delete('l-b'),
    childLinks: sound().childLinks.set('c-a', ['l-e']),
  };
  expect(brokenInvariants(placeless, 'own')).toEqual(['link l-u points at nothing']);
});

test('votes on a merged claim count for both while it can be seen, and once for each person (I8)', () => {
  const debate = aDebate().does('susi', agree('c-b'), agree('c-d')).does('olga', merge('c-b', 'c-d'));
  expect(brokenInvariants(debate.state)).toEqual([]);
  expect(debate.tally('c-d')).toEqual([1, 0, 0, 0]);
  debate.does('mona', hide('c-b')).does('olga', SPLIT);
  expect(brokenInvariants(debate.state)).toEqual([]);
  const twice = debate.state.votes.set('c-b', PersistentMap());
  expect(brokenInvariants({ ...debate.state, votes: twice })).toEqual(['tally of c-b is not a recount']);
});
