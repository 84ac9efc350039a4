import { expect, test } from 'vitest';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import {
  acceptWording,
  aDebate,
  agree,
  articleOf,
  bringBack,
  cite,
  citePassage,
  type DebateBuilder,
  form,
  giveBack,
  hide,
  hold,
  lock,
  mark,
  merge,
  move,
  newClaim,
  quickPoll,
  report,
  restore,
  retract,
  revise,
  settle,
  suggest,
  unlock,
  unmark,
  unmerge,
  unreport,
  unsuggest,
} from '#tests/support/debate-builder.ts';

/** The operation that undoes someone's last one. */
function undoOf(debate: DebateBuilder, who: string, operation: Operation): Operation | null {
  const before = debate.state;
  const at = debate.entries.length;
  debate.does(who, operation);
  const effect = debate.entries[at]?.effect;
  return effect ? invertEffect(before, effect, who) : expect.fail('nothing was done');
}

const article = articleOf('s-a', ['', 'It says so']);
const passage = citePassage('q-1', 'c-a', ['It says so', 'says'], 's-a');
const wording = suggest('w-1', 'c-a', ['one two three', 'one two four']);
const role = (participantId: string, as: 'observer' | 'debater' | 'moderator') =>
  ({ type: 'participant.appoint', participantId, role: as }) as const;
const mute = (minutes?: number) =>
  ({
    type: 'participant.mute',
    participantId: 'emil',
    muted: true,
    reason: 'flooding',
    ...(minutes && { minutes }),
  }) as const;
const unmute = { type: 'participant.mute', participantId: 'emil', muted: false, reason: 'other' } as const;
const assign = (groupId: string | null) =>
  ({ type: 'group.assign', participantId: 'emil', groupId }) as const;
const answer = (choice: number | null) => ({ type: 'poll.answer', pollId: 'y-1', choice }) as const;

type Case = readonly [
  title: string,
  who: string,
  first: readonly Operation[],
  then: Operation,
  undo: object | null,
];

test.each<Case>([
  ['a retraction', 'dana', [], retract('c-a'), restore('c-a')],
  ['a restored claim', 'olga', [retract('c-a')], restore('c-a'), retract('c-a')],
  [
    'a claim restored by its author',
    'dana',
    [retract('c-a')],
    restore('c-a'),
    { type: 'claim.retract', claimId: 'c-a' },
  ],
  ['a merge', 'olga', [], merge('c-a', 'c-d'), unmerge('c-a')],
  ['a separation', 'olga', [merge('c-a', 'c-d')], unmerge('c-a'), merge('c-a', 'c-d')],
  [
    'a move of the first argument',
    'emil',
    [newClaim('y', 'c-a')],
    move('c-b', 'c-d'),
    move('c-b', 'c-a', null),
  ],
  ['a move of the second', 'emil', [newClaim('y', 'c-a')], move('c-y', 'c-d'), move('c-y', 'c-a', 'l-b')],
  [
    'a move from under a link',
    'dana',
    [],
    move('c-u', 'c-d'),
    { ...move('c-u', 'l-b', null), relation: 'attack' },
  ],
  ['a citation', 'dana', [], cite('c-a'), { ...cite('c-a'), type: 'claim.uncite' }],
  ['a first vote', 'dana', [], agree('c-a'), { type: 'vote.withdraw', claimId: 'c-a' }],
  ['another vote', 'emil', [], { ...agree('c-a'), answer: 'pass' }, agree('c-a')],
  ['a withdrawn vote', 'emil', [], { type: 'vote.withdraw', claimId: 'c-a' }, agree('c-a')],
  [
    'a name',
    'olga',
    [],
    { type: 'position.edit', positionId: 'east', name: 'Far' },
    { type: 'position.edit', positionId: 'east', name: 'East' },
  ],
  [
    'a hue',
    'olga',
    [],
    { type: 'position.edit', positionId: 'east', hue: 'olive' },
    { type: 'position.edit', positionId: 'east', hue: 'blue' },
  ],
  ['a title', 'olga', [], { type: 'debate.edit', title: 'X' }, { type: 'debate.edit', title: 'A debate' }],
  ['hiding', 'olga', [], hide('c-a'), bringBack('c-a')],
  ['showing again', 'olga', [hide('c-a')], bringBack('c-a'), hide('c-a')],
  [
    'showing again what was hidden for two reasons',
    'olga',
    [{ ...hide('c-d'), reason: 'spam' }, hide('c-a')],
    bringBack('c-d', 'c-a'),
    { ...hide('c-d'), reason: 'spam' },
  ],
  ['approval', 'olga', [hold('c-a')], bringBack('c-a'), hold('c-a')],
  ['sending back', 'olga', [hold('c-a')], giveBack('c-a'), hold('c-a')],
  ['holding', 'olga', [], hold('c-a'), bringBack('c-a')],
  ['a lock', 'olga', [], lock('c-a'), unlock('c-a')],
  ['a lock of the branch too', 'olga', [lock('c-a')], lock('c-a', true), lock('c-a')],
  ['an unlock', 'olga', [lock('c-a', true)], unlock('c-a'), lock('c-a', true)],
  ['a mark', 'olga', [], mark('c-a', 'unclear'), unmark('c-a', 'unclear')],
  [
    'another note of a mark',
    'olga',
    [mark('c-a', 'unclear')],
    mark('c-a', 'unclear', { note: 'Where?' }),
    mark('c-a', 'unclear'),
  ],
  ['a mark taken off', 'olga', [mark('c-a', 'unclear')], unmark('c-a', 'unclear'), mark('c-a', 'unclear')],
  ['a report', 'emil', [], report('r-1', 'c-a'), unreport('r-1')],
  ['a withdrawn report', 'emil', [report('r-1', 'c-a')], unreport('r-1'), report('r-1', 'c-a')],
  ['a suggestion', 'emil', [], wording, unsuggest('w-1')],
  ['a withdrawn suggestion', 'emil', [wording], unsuggest('w-1'), wording],
  ['a role', 'olga', [], role('emil', 'observer'), role('emil', 'debater')],
  ['a mute', 'olga', [], mute(), { ...unmute, reason: null }],
  ['an end of a mute', 'olga', [mute()], unmute, mute()],
  ['an end of a mute for a time', 'olga', [mute(20)], unmute, mute(20)],
  [
    'a team',
    'olga',
    [{ type: 'team.choose', participantId: 'emil', team: 'west' }],
    { type: 'team.choose', participantId: 'emil', team: 'east' },
    { type: 'team.choose', participantId: 'emil', team: 'west' },
  ],
  ['a group', 'olga', [form('a', 'dana')], assign('g-a'), assign(null)],
  ['another group', 'olga', [form('a', 'emil'), form('b', 'dana')], assign('g-b'), assign('g-a')],
  ['no group', 'olga', [form('a', 'emil')], assign(null), assign('g-a')],
  ['a first answer to a poll', 'olga', [quickPoll('y-1')], answer(1), answer(null)],
  ['another answer to a poll', 'olga', [quickPoll('y-1'), answer(1)], answer(2), answer(1)],
  [
    'a new position',
    'olga',
    [],
    { type: 'position.add', positionId: 'n', name: 'N', hue: 'teal', summary: '' },
    null,
  ],
  ['settings', 'olga', [], { type: 'debate.configure', guests: 'observer' }, null],
])('%s is undone', (_, who, first, then, undo) => {
  const debate = aDebate();
  for (const operation of first) debate.does(who, operation);
  expect(undoOf(debate, who, then)).toEqual(undo);
});

test('a passage of a source that was not cited goes with the source, of one that was without it', () => {
  const first = aDebate().does('olga', article);
  const uncite = { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a', passages: ['q-1'] };
  expect(undoOf(first, 'dana', passage)).toEqual(uncite);
  expect(undoOf(aDebate().does('olga', article).does('dana', cite('c-a')), 'dana', passage)).toEqual({
    ...uncite,
    keeps: true,
  });
});

test('a removed source is cited again with those of its passages that went with it', () => {
  const cited = () =>
    aDebate()
      .does('olga', article)
      .does('dana', passage, citePassage('q-2', 'c-a', ['It says so', 'so'], 's-a'));
  const all = { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' } as const;
  const back = (operation: Operation) => {
    const undo = undoOf(cited(), 'dana', operation);
    return undo?.type === 'claim.cite' ? undo.passages?.map(({ id }) => id) : undo;
  };
  expect(back(all)).toEqual(['q-1', 'q-2']);
  expect(back({ ...all, passages: ['q-2'] })).toEqual(['q-2']);
  const plain = aDebate().does('dana', cite('c-a'));
  expect(undoOf(plain, 'dana', all)).toEqual(cite('c-a'));
});

test('a wording that was accepted waits again, and is accepted again for what the claim says then', () => {
  const debate = aDebate().does('emil', wording);
  const waits = {
    type: 'suggestion.settle',
    suggestionId: 'w-1',
    seen: '',
    note: '',
    outcome: null,
  } as const;
  expect(undoOf(debate, 'olga', acceptWording('w-1', 'one two three'))).toEqual(waits);
  const again = undoOf(debate, 'olga', waits);
  expect(again).toMatchObject({ ...waits, outcome: 'accepted', seen: 'one two three' });
});

test('reports that were reopened are settled again as the first was, with those alike', () => {
  const debate = aDebate().does('susi', report('r-1', 'c-a'), report('r-2', 'c-b'), report('r-3', 'c-d'));
  expect(undoOf(debate, 'olga', settle('no_action', 'r-1'))).toEqual(settle(null, 'r-1'));
  debate.does('olga', settle('other_action', 'r-2'), settle('no_action', 'r-3'));
  expect(undoOf(debate, 'olga', settle(null, 'r-1', 'r-2', 'r-3'))).toEqual(
    settle('no_action', 'r-1', 'r-3'),
  );
});

test('a claim sent back and held again is sent back for the same reason', () => {
  const debate = aDebate().does('olga', hold('c-a'), giveBack('c-a'));
  expect(undoOf(debate, 'dana', hold('c-a'))).toEqual(giveBack('c-a'));
});

test('an answer to a mark is taken away again', () => {
  const debate = aDebate().does('olga', mark('c-a', 'unclear'));
  expect(undoOf(debate, 'dana', revise('c-a', 'unclear'))).toEqual(revise('c-a', 'unclear', false));
});

test('a removal is undone, and an end of a ban for a time for as long as it would have lasted', () => {
  const member = (membership: 'member' | 'removed' | 'banned', minutes?: number) =>
    ({
      type: 'participant.setMembership',
      participantId: 'otto',
      membership,
      reason: 'flooding',
      ...(minutes && { minutes }),
    }) as const;
  expect(undoOf(aDebate(), 'olga', member('removed'))).toEqual({ ...member('member'), reason: null });
  const banned = aDebate().does('olga', member('banned', 30));
  expect(undoOf(banned, 'olga', member('member'))).toEqual(member('banned', 30));
});

test('nothing about an owner, or about a person who is not there, is undone', () => {
  const { state } = aDebate();
  for (const participantId of ['olga', 'nobody']) {
    const person = { participantId, reason: null };
    for (const effect of [
      { type: 'participant.appointed', participantId, role: 'observer' },
      { type: 'participant.muted', ...person, muted: true },
      { type: 'participant.membershipChanged', ...person, membership: 'removed' },
    ] as const)
      expect(invertEffect(state, effect, 'mona'), `${effect.type} ${participantId}`).toBe(null);
  }
});
