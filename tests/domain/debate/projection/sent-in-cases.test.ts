import { expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import {
  acceptWording,
  aDebate,
  agree,
  answer,
  bringBack,
  cite,
  closePoll,
  comment,
  type DebateBuilder,
  editTo,
  hide,
  mark,
  merge,
  move,
  newClaim,
  quickPoll,
  reopenWording,
  report,
  returnWording,
  SOURCE,
  seal,
  settle,
  suggest,
  targetOf,
  unmerge,
} from '#tests/support/debate-builder.ts';
import { ask, mergeQuestion } from '#tests/support/made-questions.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';
import { sentLines } from '#tests/support/sent-lines.ts';

type Case = [name: string, before: (debate: DebateBuilder) => unknown, who: string, asked: Operation];

const wording = suggest('w-1', 'c-a', ['one two three', 'one']);
const configured = (more: object) => ({ type: 'debate.configure', ...more }) as Operation;
const poll = (more: object = {}) => quickPoll('p-n', more);

/** Operations on something hidden, secret or unknown to some. */
const CASES: readonly Case[] = [
  [
    'an accepted wording is open again',
    (debate) => debate.does('susi', wording).does('dana', acceptWording('w-1', 'one two three')),
    'dana',
    reopenWording('w-1'),
  ],
  ['a wording is sent back', (debate) => debate.does('emil', wording), 'dana', returnWording('w-1')],
  [
    'a vote in a secret ballot',
    (debate) => debate.does('olga', configured({ ballots: 'secret' })),
    'emil',
    agree('c-b'),
  ],
  [
    'the end of a secret ballot',
    (debate) => debate.does('olga', configured({ ballots: 'secret' })),
    'olga',
    { type: 'debate.setStatus', status: 'closed' },
  ],
  [
    'a vote while tallies are hidden',
    (debate) => debate.does('olga', setAgenda([VOTING]), turnTo(VOTING.id)),
    'emil',
    agree('c-b'),
  ],
  [
    'an answer to a secret poll',
    (debate) => debate.does('olga', poll({ secret: true })),
    'emil',
    answer('p-n', 1),
  ],
  ['a prepared poll', () => {}, 'olga', poll({ prepared: true })],
  [
    'a prepared poll that is opened',
    (debate) => debate.does('olga', poll({ prepared: true })),
    'olga',
    { type: 'poll.setStatus', pollId: 'p-n', open: true },
  ],
  [
    'a secret poll that is closed',
    (debate) => debate.does('olga', poll({ secret: true })).does('emil', answer('p-n', 1)),
    'olga',
    closePoll('p-n'),
  ],
  [
    'a claim that waits for approval',
    (debate) => debate.does('olga', configured({ approval: ['debater'] })),
    'dana',
    newClaim('n', 'east'),
  ],
  [
    'a claim that is approved',
    (debate) =>
      debate.does('olga', configured({ approval: ['debater'] })).does('dana', newClaim('n', 'east')),
    'olga',
    bringBack('c-n'),
  ],
  [
    'a claim in a blind phase',
    (debate) => debate.does('olga', setAgenda([WRITING, OPEN]), turnTo(WRITING.id)),
    'dana',
    newClaim('n', 'east'),
  ],
  [
    'a reveal',
    (debate) =>
      debate.does('olga', setAgenda([WRITING, OPEN]), turnTo(WRITING.id)).does('dana', newClaim('n', 'east')),
    'olga',
    turnTo(OPEN.id, WRITING.id),
  ],
  [
    'an edit of a hidden claim',
    (debate) => debate.does('olga', hide('c-b')),
    'emil',
    editTo(aDebate().state, 'c-b', 'four'),
  ],
  [
    'the sealing of a hidden claim',
    (debate) => debate.does('olga', hide('c-b')).does('emil', editTo(debate.state, 'c-b', 'four')),
    SYSTEM,
    seal('c-b'),
  ],
  ['a reply to a hidden claim', (debate) => debate.does('olga', hide('c-b')), 'mona', newClaim('n', 'c-b')],
  [
    'a comment on a hidden claim',
    (debate) => debate.does('olga', hide('c-b')),
    'mona',
    comment({ on: targetOf('c-b') }),
  ],
  ['a move under a hidden claim', (debate) => debate.does('olga', hide('c-d')), 'mona', move('c-b', 'c-d')],
  ['a move out of one', (debate) => debate.does('olga', hide('c-b')), 'mona', move('c-u', 'west')],
  [
    'the end of a merge into a hidden claim',
    (debate) => debate.does('mona', merge('c-b', 'c-d'), hide('c-d')),
    'mona',
    unmerge('c-b'),
  ],
  [
    'a citation of a source of a blind phase',
    (debate) =>
      debate
        .does('olga', setAgenda([WRITING]), turnTo(WRITING.id))
        .does('dana', { ...SOURCE, sourceId: 's-n' }, newClaim('n', 'east')),
    'dana',
    cite('c-n', 's-n'),
  ],
  [
    'a flag that names a hidden claim',
    (debate) => debate.does('olga', hide('c-d')),
    'mona',
    mark('c-b', 'duplicate', { other: 'c-d' }),
  ],
  ['a flag on an own claim', () => {}, 'mona', mark('c-b', 'unclear')],
  [
    'a report on a moderator’s claim',
    (debate) => debate.does('mona', newClaim('n', 'east')),
    'emil',
    report('r-1', 'c-n'),
  ],
  [
    'a report that is settled',
    (debate) => debate.does('emil', report('r-1', 'c-a')),
    'olga',
    settle('no_action', 'r-1'),
  ],
  [
    'a hidden question with another merged into it',
    (debate) => debate.does('emil', ask('u-m')).does('olga', mergeQuestion('u-m', 'u-q')),
    'olga',
    hide('u-q'),
  ],
  [
    'a sanction of a viewer',
    () => {},
    'olga',
    { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' },
  ],
  [
    'the floor for a viewer',
    (debate) => debate.does('dana', { type: 'hand.raise' }),
    'olga',
    { type: 'floor.give', to: 'dana', seconds: 60 },
  ],
];

function sentInCases(): string {
  const begun = aDebate();
  return CASES.map(([name, before, who, asked]) => {
    const debate = begun.copy();
    before(debate);
    const after = debate.entries.length;
    const answered = debate.ask(who, asked);
    const sent = answered.ok ? sentLines(debate, after) : [`  refused: ${answered.rejection.code}`];
    return [name, ...sent].join('\n');
  }).join('\n');
}

test('[PJ7] viewers are sent nothing of what is hidden from them', async () => {
  await expect(`${sentInCases()}\n`).toMatchFileSnapshot('sent-in-cases.txt');
});
