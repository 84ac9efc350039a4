import { expect } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import {
  bringBack,
  comment,
  type DebateBuilder,
  giveBack,
  hide,
  hold,
  newClaim,
  report,
  settle,
  sweep,
  targetOf,
  unreport,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const LONG = 'x'.repeat(LIMITS.noteCharacters + 1);
const longest = (limit: number) => 'x'.repeat(limit);

const hidden = (ids: readonly string[], { reason, note }: { reason: string; note: string }) =>
  ({ type: 'content.hidden', ids, reason, note }) as const;
const restored = (...ids: string[]) => ({ type: 'content.restored', ids }) as const;
const heldAgain = (...ids: string[]) => ({ type: 'content.resubmitted', ids }) as const;
const sentBack = (ids: readonly string[], { reason, note }: { reason: string; note: string } = giveBack()) =>
  ({ type: 'content.sentBack', ids, reason, note }) as const;
const made = ({ type, ...rest }: OperationOf<'report.make'>, forgotten?: readonly string[]) =>
  ({ ...rest, type: 'report.made', ...(forgotten && { forgotten }) }) as const;
const settled = (ids: readonly string[], on: readonly string[], outcome: 'no_action' | null = 'no_action') =>
  ({ type: 'report.settled', ids, on, outcome }) as const;

const hides =
  (...ids: string[]) =>
  (debate: DebateBuilder) =>
    debate.does('olga', hide(...ids));
const holds =
  (...ids: string[]) =>
  (debate: DebateBuilder) =>
    debate.does('olga', hold(...ids));
const returns = (debate: DebateBuilder) => debate.does('olga', hold('c-a', 'm-a'), giveBack('c-a', 'm-a'));
const anonymous = (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
/** Dana has added c-n at a later time, and c-m at the same time as that. */
const later = (debate: DebateBuilder) => {
  debate.now += 1_000;
  debate.does('dana', newClaim('n', 'east'), newClaim('m', 'east'));
};
const latest = (debate: DebateBuilder) => {
  debate.now += 1_000;
  debate.does('susi', comment({ commentId: 'm-y' }));
  debate.now += 1_000;
  debate.does('susi', comment({ commentId: 'm-x' }));
};
/** Susi's comments of so many moments, the first the newest. */
const tooMany = (debate: DebateBuilder) => {
  debate.does('susi', comment());
  const record = debate.state.comments.get('m-n') ?? expect.fail('no comment');
  const copies = Array.from(
    { length: LIMITS.hiddenAtOnce + 2 },
    (_, at) => [`m-${at}`, { ...record, id: `m-${at}`, at: 5_000 - at }] as const,
  );
  debate.state = { ...debate.state, comments: debate.state.comments.delete('m-n').merge(copies) };
};
const NEWEST = Array.from({ length: LIMITS.hiddenAtOnce }, (_, at) => `m-${at}`);
const blind = (debate: DebateBuilder) =>
  debate
    .does('olga', setAgenda([{ ...WRITING, may: ['add', 'comment'] }, OPEN]), turnTo('p-write'))
    .does('dana', newClaim('n', 'east'));
const reported = (debate: DebateBuilder) =>
  debate.does('emil', report('r-e', 'c-a')).does('otto', report('r-o', 'c-a'), report('r-m', 'm-a'));
const answered = (debate: DebateBuilder) => reported(debate).does('olga', settle('no_action', 'r-e', 'r-o'));
/** Otto's reports, each on another comment of Dana's. */
const many =
  (count: number, outcome: 'no_action' | null = null) =>
  (debate: DebateBuilder) => {
    for (let nth = 1; nth <= count; nth += 1) {
      debate.now += 1;
      debate.does('dana', comment({ commentId: `m-${nth}` })).does('otto', report(`r-${nth}`, `m-${nth}`));
      if (outcome) debate.does('olga', settle(outcome, `r-${nth}`));
    }
  };

const HIDE: DecisionCase<OperationOf<'content.hide'>>[] = [
  ['a claim', 'mona', hide('c-a'), hidden(['c-a'], hide())],
  [
    'a claim and a comment, one of them twice',
    'olga',
    hide('c-a', 'm-a', 'c-a'),
    hidden(['c-a', 'm-a'], hide()),
  ],
  ['without a note', 'olga', { ...hide('c-a'), note: '' }, hidden(['c-a'], { ...hide(), note: '' })],
  ['a claim, in an anonymous debate', 'olga', hide('c-a'), hidden(['c-a'], hide()), anonymous],
  ['what is not hidden yet', 'olga', hide('c-a', 'c-d'), hidden(['c-d'], hide()), hides('c-a')],
  ['what is pending', 'olga', hide('c-a'), 'nothing_changed', holds('c-a')],
  ['what is hidden', 'olga', hide('c-a'), 'nothing_changed', hides('c-a')],
  ['nothing', 'olga', hide(), 'nothing_changed'],
  ['one’s own', 'dana', hide('c-a'), 'not_allowed'],
  ['a link', 'olga', hide('c-a', 'x-a'), 'unknown_target'],
  ['without a reason', 'olga', { ...hide('c-a'), reason: ' ' }, 'text_empty'],
  [
    'for a long reason',
    'olga',
    { ...hide('c-a'), reason: longest(LIMITS.reasonCharacters + 1) },
    'text_too_long',
  ],
  ['with a long note', 'olga', { ...hide('c-a'), note: LONG }, 'text_too_long'],
];

const ALL_OF_DANA = ['m-a', 'u-q', 'c-u', 'c-a'].sort();
const HIDE_ALL: DecisionCase<OperationOf<'content.hideAllBy'>>[] = [
  ['of a person, of one time by id', 'mona', sweep('dana'), hidden(ALL_OF_DANA, sweep(''))],
  ['the newest first', 'olga', sweep('dana'), hidden(['c-m', 'c-n', ...ALL_OF_DANA], sweep('')), later],
  ['the newest first, of comments', 'olga', sweep('susi'), hidden(['m-x', 'm-y'], sweep('')), latest],
  ['the newest of too many', 'olga', sweep('susi'), hidden(NEWEST, sweep('')), tooMany],
  ['since a time', 'olga', { ...sweep('dana'), since: 2_000 }, hidden(['c-m', 'c-n'], sweep('')), later],
  ['but what is hidden', 'olga', sweep('dana'), hidden(['c-a', 'c-u', 'u-q'], sweep('')), hides('m-a')],
  ['but what others do not see yet', 'olga', sweep('dana'), hidden(ALL_OF_DANA, sweep('')), blind],
  ['of a person who wrote nothing', 'olga', sweep('otto'), 'nothing_changed'],
  ['since a later time', 'olga', { ...sweep('dana'), since: 2_001 }, 'nothing_changed', later],
  ['of a person who is anonymous', 'olga', sweep('dana'), 'author_anonymous', anonymous],
  ['of oneself', 'dana', sweep('dana'), 'not_allowed'],
];

/** Emil's replies to Dana's resolved comment await approval. */
const repliesAwait = (debate: DebateBuilder) =>
  debate
    .does('dana', { type: 'comment.resolve', commentId: 'm-a', resolved: true })
    .does('olga', { type: 'debate.configure', approval: ['debater'] })
    .does(
      'emil',
      comment({ commentId: 'm-r', on: targetOf('c-a'), replyTo: 'm-a' }),
      comment({ commentId: 'm-s', on: targetOf('c-a'), replyTo: 'm-r' }),
    );
const resolveAgain = { type: 'comment.resolve', commentId: 'm-a', resolved: true } as const;
const reopened = { type: 'comment.resolved', commentId: 'm-a', resolved: false } as const;

const RESTORE: DecisionCase<OperationOf<'content.restore'>>[] = [
  ['what is hidden, named twice', 'mona', bringBack('c-a', 'c-a'), restored('c-a'), hides('c-a')],
  ['what is hidden of these', 'olga', bringBack('c-d', 'm-a'), restored('m-a'), hides('m-a', 'c-a')],
  ['what is pending', 'olga', bringBack('c-a'), restored('c-a'), holds('c-a')],
  [
    '[CO5] replies that await approval, and with them their resolved thread',
    'olga',
    bringBack('m-r', 'm-s'),
    [restored('m-r', 'm-s'), reopened],
    repliesAwait,
  ],
  [
    '[CO5] a reply that is still behind one that awaits approval',
    'olga',
    bringBack('m-s'),
    restored('m-s'),
    repliesAwait,
  ],
  [
    '[CO5] a withdrawn reply',
    'olga',
    bringBack('m-r'),
    restored('m-r'),
    (d) => repliesAwait(d).does('emil', { type: 'comment.withdraw', commentId: 'm-r' }),
  ],
  [
    '[CO5] a reply in a thread that was reopened',
    'olga',
    bringBack('m-r'),
    restored('m-r'),
    (d) => repliesAwait(d).does('dana', { ...resolveAgain, resolved: false }),
  ],
  [
    '[CO5] a reply that was sent back',
    'olga',
    bringBack('m-r'),
    [restored('m-r'), reopened],
    (d) => repliesAwait(d).does('olga', giveBack('m-r')),
  ],
  [
    '[CO5] a reply that was hidden; its thread stays resolved',
    'olga',
    bringBack('m-r'),
    restored('m-r'),
    (d) => repliesAwait(d).does('olga', bringBack('m-r'), resolveAgain, hide('m-r')),
  ],
  ['what is visible', 'olga', bringBack('c-a'), 'nothing_changed'],
  ['one’s own', 'dana', bringBack('c-a'), 'not_allowed', hides('c-a')],
  ['none', 'olga', bringBack('c-a', 'c-?'), 'unknown_target', hides('c-a')],
];

const RESUBMIT: DecisionCase<OperationOf<'content.resubmit'>>[] = [
  ['one’s own that was sent back', 'dana', hold('c-a', 'c-a'), heldAgain('c-a'), returns],
  ['another’s', 'emil', hold('c-a'), 'not_allowed'],
  ['another’s that was sent back', 'emil', hold('c-a'), 'unknown_target', returns],
  ['one’s own that is visible', 'dana', hold('c-u'), 'nothing_changed', returns],
  ['one’s own that is hidden', 'dana', hold('c-a'), 'nothing_changed', hides('c-a')],
  ['what was sent back', 'olga', hold('c-a'), heldAgain('c-a'), returns],
  ['what is visible', 'mona', hold('c-a'), { ...heldAgain('c-a'), wasVisible: true }],
  [
    'visible and sent back',
    'olga',
    hold('c-a', 'c-d'),
    { ...heldAgain('c-a', 'c-d'), wasVisible: true },
    returns,
  ],
  ['what is pending', 'olga', hold('c-a'), 'nothing_changed', holds('c-a')],
  ['what is hidden', 'olga', hold('c-a'), 'nothing_changed', hides('c-a')],
  ['none', 'olga', hold('c-a', 'c-?'), 'unknown_target'],
];

const SEND_BACK: DecisionCase<OperationOf<'content.sendBack'>>[] = [
  ['what is pending, named twice', 'mona', giveBack('c-a', 'c-a'), sentBack(['c-a']), holds('c-a')],
  ['what is pending of these', 'olga', giveBack('m-a', 'c-d'), sentBack(['m-a']), holds('m-a')],
  [
    'without a note',
    'olga',
    { ...giveBack('c-a'), note: '' },
    sentBack(['c-a'], { ...giveBack(), note: '' }),
    holds('c-a'),
  ],
  ['what is visible', 'olga', giveBack('c-a'), 'nothing_changed'],
  ['what is hidden', 'olga', giveBack('c-a'), 'nothing_changed', hides('c-a')],
  ['again', 'olga', giveBack('c-a'), 'nothing_changed', returns],
  ['one’s own', 'dana', giveBack('c-a'), 'not_allowed', holds('c-a')],
  ['none', 'olga', giveBack('c-a', 'c-?'), 'unknown_target', holds('c-a')],
  ['without a reason', 'olga', { ...giveBack('c-a'), reason: '' }, 'text_empty', holds('c-a')],
  [
    'for a long reason',
    'olga',
    { ...giveBack('c-a'), reason: longest(LIMITS.reasonCharacters + 1) },
    'text_too_long',
    holds('c-a'),
  ],
  ['with a long note', 'olga', { ...giveBack('c-a'), note: LONG }, 'text_too_long', holds('c-a')],
];

const REPORT: DecisionCase<OperationOf<'report.make'>>[] = [
  ['a claim', 'otto', report('r-n', 'c-a'), made(report('r-n', 'c-a'))],
  [
    'a comment, without words',
    'emil',
    report('r-n', 'm-a', { words: '' }),
    made(report('r-n', 'm-a', { words: '' })),
  ],
  ['what another person reported', 'susi', report('r-n', 'c-a'), made(report('r-n', 'c-a')), reported],
  ['something else', 'emil', report('r-n', 'm-a'), made(report('r-n', 'm-a')), reported],
  ['again after the outcome', 'emil', report('r-n', 'c-a'), made(report('r-n', 'c-a')), answered],
  ['again before it', 'emil', report('r-n', 'c-a'), 'nothing_changed', reported],
  ['one’s own', 'dana', report('r-n', 'c-a'), 'not_allowed'],
  ['a link', 'otto', report('r-n', 'x-a'), 'unknown_target'],
  ['with an id of something else', 'otto', report('c-d', 'c-a'), 'id_taken'],
  ['for no reason of the debate', 'otto', report('r-n', 'c-a', { reason: 'rude' }), 'unknown_reason'],
  ['in a long sentence', 'otto', report('r-n', 'c-a', { words: LONG }), 'text_too_long'],
  [
    'while one less is open than may be',
    'otto',
    report('r-n', 'c-a'),
    made(report('r-n', 'c-a')),
    many(LIMITS.openReports - 1),
  ],
  ['while so many are open', 'otto', report('r-n', 'c-a'), 'reports_full', many(LIMITS.openReports)],
  [
    'while so many of all are open',
    'susi',
    report('r-n', 'c-d'),
    'reports_full',
    (d) => fillUp('reports', LIMITS.allOpenReports)(reported(d)),
  ],
  [
    'that is remembered with the others',
    'otto',
    report('r-n', 'c-a'),
    made(report('r-n', 'c-a')),
    many(LIMITS.rememberedReports - 1, 'no_action'),
  ],
  [
    'that has the oldest forgotten',
    'otto',
    report('r-n', 'c-a'),
    made(report('r-n', 'c-a'), ['r-1']),
    many(LIMITS.rememberedReports, 'no_action'),
  ],
];

const WITHDRAW: DecisionCase<OperationOf<'report.withdraw'>>[] = [
  ['one’s own', 'emil', unreport('r-e'), { type: 'report.withdrawn', reportId: 'r-e' }, reported],
  ['another’s', 'otto', unreport('r-e'), 'not_allowed', reported],
  ['another’s, as a moderator', 'olga', unreport('r-e'), 'not_allowed', reported],
  ['a settled one', 'emil', unreport('r-e'), 'nothing_changed', answered],
  ['none', 'emil', unreport('r-?'), 'nothing_changed', reported],
];

const SETTLE: DecisionCase<OperationOf<'report.settle'>>[] = [
  [
    'two on one claim',
    'mona',
    settle('no_action', 'r-e', 'r-o', 'r-e'),
    settled(['r-e', 'r-o'], ['c-a']),
    reported,
  ],
  ['on two', 'olga', settle('no_action', 'r-e', 'r-m'), settled(['r-e', 'r-m'], ['c-a', 'm-a']), reported],
  ['those still open', 'olga', settle('no_action', 'r-e', 'r-m'), settled(['r-m'], ['m-a']), answered],
  ['a settled one', 'olga', settle('no_action', 'r-e'), 'nothing_changed', answered],
  ['reopened', 'olga', settle(null, 'r-e'), settled(['r-e'], ['c-a'], null), answered],
  ['reopened while open', 'olga', settle(null, 'r-m'), 'nothing_changed', answered],
  [
    'reopened while the reporter has another',
    'olga',
    settle(null, 'r-e', 'r-o'),
    settled(['r-o'], ['c-a'], null),
    (d) => answered(d).does('emil', report('r-n', 'c-a')),
  ],
  ['none', 'olga', settle('no_action', 'r-?'), 'nothing_changed', reported],
  ['as a reporter', 'emil', settle('no_action', 'r-e'), 'not_allowed', reported],
];

describeDecisions('content.hide', HIDE);
describeDecisions('content.hideAllBy', HIDE_ALL);
describeDecisions('content.restore', RESTORE);
describeDecisions('content.resubmit', RESUBMIT);
describeDecisions('content.sendBack', SEND_BACK);
describeDecisions('report.make', REPORT);
describeDecisions('report.withdraw', WITHDRAW);
describeDecisions('report.settle', SETTLE);
