import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { NotificationKind } from '#domain/notifications/notification.ts';
import {
  acceptWording,
  aDebate,
  comment,
  editTo,
  giveBack,
  hide,
  hold,
  mark,
  merge,
  newClaim,
  quickPoll,
  report,
  retract,
  returnWording,
  revise,
  SPLIT,
  settle,
  suggest,
  targetOf,
} from '../../support/debate-builder.ts';
import { later } from '../../support/later.ts';
import { speaksFor } from '../../support/made-conclusion.ts';
import { STEELMANNING } from '../../support/made-steelmen.ts';
import { shownOf } from '../../support/notified.ts';
import { setAgenda, VOTING } from '../../support/phased-debate.ts';

type Row = readonly [
  what: string,
  kind: NotificationKind,
  about: string,
  to: string,
  steps: readonly (readonly [who: string, ...operations: Operation[]])[],
  expected: object | null,
];

const [A, B, D] = ['one two three', 'four five six', 'seven'];
const REMARK = comment({ on: targetOf('l-b'), text: 'See <@susi>,  <@dana>\nand <#c-d>' });
const READ = { by: 'mona', words: `See @Susanna, @… and “${D}”`, subject: B, on: 'l-b' };
const suggested = suggest('w-a', 'c-a', [A, 'one two']);

const WRITTEN: readonly Row[] = [
  [
    'an argument for a claim',
    'supported',
    'l-b',
    'dana',
    [],
    { by: 'emil', words: B, subject: A, on: 'c-b' },
  ],
  [
    'an argument for a position',
    'claimed',
    'l-a',
    'emil',
    [],
    { by: 'dana', words: A, subject: 'East', on: 'c-a' },
  ],
  [
    'an undercut',
    'attacked',
    'l-u',
    'emil',
    [],
    { by: 'dana', words: 'does not follow', subject: B, on: 'c-u' },
  ],
  ['a link across', 'attacked', 'x-a', 'emil', [], { by: 'emil', words: D, subject: B, on: 'c-d' }],
  [
    'a link that was retracted',
    'attacked',
    'x-a',
    'dana',
    [['emil', { type: 'link.retract', linkId: 'x-a' }]],
    null,
  ],
  ['an argument that was retracted', 'supported', 'l-b', 'dana', [['emil', retract('c-b')]], null],
  [
    'an argument that was merged',
    'claimed',
    'l-d',
    'dana',
    [['mona', merge('c-d', 'c-b')]],
    { by: 'emil', words: D, subject: 'West', on: 'c-b' },
  ],
  ['no argument', 'supported', 'l-z', 'dana', [], null],
  ['a comment on a step', 'commented', 'm-n', 'emil', [['mona', REMARK]], READ],
  ['a comment that names the reader', 'mentioned', 'm-n', 'dana', [['mona', REMARK]], READ],
  ['a comment that does not', 'mentioned', 'm-n', 'emil', [['mona', REMARK]], null],
  [
    'a comment on a position',
    'said',
    'm-n',
    'emil',
    [['mona', comment({ on: targetOf('west') })]],
    { by: 'mona', words: 'So?', subject: 'West', on: 'west' },
  ],
  [
    'a reply on a claim that was merged',
    'replied',
    'm-n',
    'dana',
    [
      ['emil', comment({ replyTo: 'm-a' })],
      ['mona', merge('c-a', 'c-d')],
    ],
    { by: 'emil', words: 'So?', subject: A, on: 'c-d' },
  ],
  [
    'a comment that was withdrawn',
    'replied',
    'm-a',
    'emil',
    [['dana', { type: 'comment.withdraw', commentId: 'm-a' }]],
    null,
  ],
  [
    'a suggested wording',
    'suggested',
    'w-a',
    'dana',
    [['susi', suggested]],
    { by: 'susi', words: 'one two', subject: A, on: 'c-a', note: 'Plainer' },
  ],
  [
    'a suggestion that was answered',
    'suggested',
    'w-a',
    'dana',
    [
      ['susi', suggested],
      ['dana', acceptWording('w-a', A)],
    ],
    null,
  ],
  [
    'the answer to a suggestion',
    'answered',
    'w-a',
    'susi',
    [
      ['susi', suggested],
      ['dana', returnWording('w-a')],
    ],
    { words: 'one two', subject: A, on: 'c-a', reason: 'sent_back', note: 'It says something else' },
  ],
  ['a suggestion without an answer', 'answered', 'w-a', 'susi', [['susi', suggested]], null],
  ['no suggestion', 'answered', 'w-z', 'susi', [], null],
];

const DECIDED: readonly Row[] = [
  [
    'a hidden claim',
    'hidden',
    'c-b',
    'emil',
    [['mona', hide('c-b')]],
    { subject: B, on: 'c-b', reason: 'abusive', note: 'Say it kindly' },
  ],
  [
    'a hidden comment',
    'hidden',
    'm-a',
    'dana',
    [['mona', hide('m-a')]],
    { subject: 'Why?', on: 'c-a', reason: 'abusive', note: 'Say it kindly' },
  ],
  ['a claim that is not hidden', 'hidden', 'c-b', 'emil', [], null],
  ['a claim that waits', 'held', 'c-b', 'emil', [['mona', hold('c-b')]], { subject: B, on: 'c-b' }],
  ['a claim that waits no longer', 'held', 'c-b', 'emil', [['mona', hold('c-b'), giveBack('c-b')]], null],
  [
    'a claim that was sent back',
    'returned',
    'c-b',
    'emil',
    [['mona', hold('c-b'), giveBack('c-b')]],
    { subject: B, on: 'c-b', reason: 'unclear', note: 'Which town?' },
  ],
  ['a claim that waits again', 'returned', 'c-b', 'emil', [['mona', hold('c-b')]], null],
  [
    'a flag',
    'marked',
    'c-b',
    'emil',
    [['mona', mark('c-b', 'unclear')]],
    { subject: B, on: 'c-b', reason: 'unclear', note: 'Says who?' },
  ],
  [
    'the last of two flags',
    'marked',
    'c-b',
    'emil',
    [
      ['mona', mark('c-b', 'unclear')],
      ['mona', mark('c-b', 'unsupported', { note: 'No source' })],
    ],
    { subject: B, on: 'c-b', reason: 'unsupported', note: 'No source' },
  ],
  [
    'a flag whose claim was revised',
    'marked',
    'c-b',
    'emil',
    [
      ['mona', mark('c-b', 'unclear')],
      ['emil', revise('c-b', 'unclear')],
    ],
    null,
  ],
  ['no flag', 'marked', 'c-b', 'emil', [], null],
  ['a merge', 'merged', 'c-d', 'emil', [['mona', merge('c-d', 'c-a')]], { words: A, subject: D, on: 'c-a' }],
  ['a merge that was undone', 'merged', 'c-d', 'emil', [], null],
  [
    'a retraction by a moderator',
    'retracted',
    'c-b',
    'emil',
    [['mona', retract('c-b')]],
    { subject: B, on: 'c-b' },
  ],
  ['a retraction that was undone', 'retracted', 'c-b', 'emil', [], null],
  ['a split', 'split', 'c-a', 'dana', [['mona', SPLIT]], { subject: 'one', on: 'c-a' }],
  [
    'a comment made a claim',
    'promoted',
    'c-n',
    'dana',
    [['mona', { ...newClaim('n', 'east', { text: 'Why?' }), comment: 'm-a' }]],
    { subject: 'Why?', on: 'c-n' },
  ],
  ['an approval', 'accepted', 'c-b', 'emil', [], { subject: B, on: 'c-b' }],
  ['a claim that is shown again', 'restored', 'c-b', 'emil', [], { subject: B, on: 'c-b' }],
  ['a claim that is hidden again', 'restored', 'c-b', 'emil', [['mona', hide('c-b')]], null],
  ['nothing that is there', 'restored', 'c-z', 'emil', [], null],
  [
    'a settled report',
    'settled',
    'r-n',
    'dana',
    [
      ['dana', report('r-n', 'c-b')],
      ['mona', settle('no_action', 'r-n')],
    ],
    { subject: B, on: 'c-b', reason: 'no_action' },
  ],
  [
    'a report that was settled by hiding what it is on',
    'settled',
    'r-n',
    'dana',
    [
      ['dana', report('r-n', 'c-b')],
      ['mona', hide('c-b'), settle('hidden', 'r-n')],
    ],
    { reason: 'hidden' },
  ],
  ['an open report', 'settled', 'r-n', 'dana', [['dana', report('r-n', 'c-b')]], null],
  ['another role', 'appointed', 'susi', 'susi', [], { reason: 'suggester' }],
  ['a role of a person who is not there', 'appointed', 'nina', 'nina', [], null],
];

const setStatus = (status: 'open' | 'closed' | 'archived') => ({ type: 'debate.setStatus', status }) as const;
const POLLED: Row[4] = [['olga', quickPoll('p-n')]];
const QUESTION = { words: 'Where to next?' };

const REQUESTS: readonly (readonly [
  what: string,
  kind: NotificationKind,
  about: string,
  steps: Row[4],
  words: object,
])[] = [
  ['a poll', 'polled', 'p-n', POLLED, QUESTION],
  ['a reminder of a poll', 'poll_reminder', 'p-n', POLLED, QUESTION],
  [
    'a phase to vote in',
    'voting',
    VOTING.id,
    [['olga', setAgenda([VOTING]), { type: 'agenda.goTo', from: null, to: VOTING.id }]],
    {},
  ],
  [
    'a claim to vote on again',
    'reworded',
    'c-a',
    [
      ['dana', editTo(aDebate().state, 'c-a', 'one two')],
      ['system', { type: 'text.seal', text: 'c-a' }],
    ],
    { words: 'one two', on: 'c-a' },
  ],
  [
    'a steelman to answer',
    'steelmanned',
    'c-sm',
    [['olga', ...STEELMANNING, speaksFor('emil', 'east')]],
    { words: 'Why?', subject: 'West', on: 'c-sm' },
  ],
];

const ASKED: readonly Row[] = [
  [
    'a claim that was reworded',
    'reworded',
    'c-a',
    'emil',
    [
      ['dana', editTo(aDebate().state, 'c-a', 'one two')],
      ['system', { type: 'text.seal', text: 'c-a' }],
    ],
    { words: 'one two', on: 'c-a' },
  ],
  ['a claim that was not', 'reworded', 'c-a', 'emil', [], null],
  ['a claim on which the reader did not vote', 'reworded', 'c-b', 'emil', [], null],
  ['a poll', 'polled', 'p-n', 'dana', [['olga', quickPoll('p-n')]], { words: 'Where to next?' }],
  [
    'a poll on the motion',
    'poll_reminder',
    'p-n',
    'dana',
    [['olga', { type: 'poll.open', pollId: 'p-n', kind: 'before', question: '', options: [], secret: true }]],
    { words: 'This house tests' },
  ],
  [
    'a poll that was answered',
    'polled',
    'p-n',
    'dana',
    [
      ['olga', quickPoll('p-n')],
      ['dana', { type: 'poll.answer', pollId: 'p-n', choice: 1 }],
    ],
    null,
  ],
  [
    'a poll that is closed',
    'polled',
    'p-n',
    'dana',
    [['olga', quickPoll('p-n'), { type: 'poll.setStatus', pollId: 'p-n', open: false }]],
    null,
  ],
  ['no poll', 'polled', 'p-z', 'dana', [], null],
  ...REQUESTS.map(
    ([what, kind, about, steps, words]): Row => [
      `${what}, in an archived debate that was opened again`,
      kind,
      about,
      'emil',
      [...steps, ['olga', setStatus('archived')], ['olga', setStatus('open')]],
      // Archiving closed the poll, and opening the debate doesn't open it again.
      kind === 'polled' || kind === 'poll_reminder' ? null : words,
    ],
  ),
  ...(['closed', 'archived'] as const).flatMap((status) =>
    REQUESTS.map(
      ([what, kind, about, steps]): Row => [
        `${what}, in a debate that is ${status}`,
        kind,
        about,
        'emil',
        [...steps, ['olga', setStatus(status)]],
        null,
      ],
    ),
  ),
  [
    'a restriction',
    'restricted',
    'closed',
    'olga',
    [['system', { type: 'debate.restrict', restriction: 'closed', reason: 'Unlawful' }]],
    { reason: 'closed', note: 'Unlawful' },
  ],
  ['a closing that was lifted', 'restricted', 'closed', 'olga', [], { reason: 'reopened' }],
  ['a hiding that was lifted', 'restricted', 'hidden', 'olga', [], { reason: 'visible' }],
  ['a deletion that was lifted', 'restricted', 'deleted', 'olga', [], { reason: 'restored' }],
  ['an unknown restriction', 'restricted', 'burnt', 'olga', [], null],
];

describe('[NO5] a notification shows its whole content, or nothing once there is none:', () => {
  test.each([...WRITTEN, ...DECIDED, ...ASKED])('%s', (_, kind, about, to, steps, expected) => {
    const debate = aDebate();
    for (const [who, ...operations] of steps) later(debate, 1_000).does(who, ...operations);
    expect(shownOf(debate, kind, about, to)).toEqual(expected);
  });
});
