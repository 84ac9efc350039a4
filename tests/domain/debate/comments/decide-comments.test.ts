import { describe, expect, test } from 'vitest';
import { mentionOf } from '#domain/debate/comments/mentions.ts';
import { firstInThread } from '#domain/debate/comments/threads.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { embargo } from '#domain/debate/visibility/embargo.ts';
import {
  aDebate,
  comment,
  type DebateBuilder,
  hide,
  lock,
  retract,
  targetOf,
} from '#tests/support/debate-builder.ts';
import {
  type DecisionCase,
  describeDecisions,
  describeMoreDecisions,
  fillUp,
} from '#tests/support/decision-cases.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const added = (
  operation: OperationOf<'comment.add'>,
  more: { pendingApproval?: true; embargoed?: true } = {},
) => ({ ...operation, type: 'comment.added', ...more }) as const;
const on = (id: string) => comment({ on: targetOf(id) });
const reply = (id: string, replyTo: string) => comment({ on: targetOf(id), replyTo });
const naming = (people: number) =>
  comment({ text: Array.from({ length: people }, (_, at) => mentionOf(`p-${at}`)).join(' ') });
const withdraw = (commentId = 'm-a') => ({ type: 'comment.withdraw', commentId }) as const;
const restore = (commentId = 'm-a') => ({ type: 'comment.restore', commentId }) as const;
const resolve = (resolved: boolean, commentId = 'm-a') =>
  ({ type: 'comment.resolve', commentId, resolved }) as const;

const withdrawn = (debate: DebateBuilder) => debate.does('dana', withdraw());
const resolved = (debate: DebateBuilder) => debate.does('dana', resolve(true));
const blind = (debate: DebateBuilder) =>
  debate.does('olga', setAgenda([{ ...WRITING, may: ['add', 'comment'] }, OPEN]), turnTo('p-write'));
const unrevealed = (debate: DebateBuilder) => {
  blind(debate);
  for (let at = 0; at < LIMITS.unrevealed; at += 1) debate.state = embargo(debate.state, `m-${at}n`, 'emil');
  return debate;
};

/** A thread in which each comment but the first replies to the one before. */
const chain = (levels: number) => (debate: DebateBuilder) => {
  for (let level = 1; level <= levels; level += 1)
    debate.does(
      'emil',
      comment({ ...reply('c-a', level === 1 ? 'm-a' : `m-${level - 1}`), commentId: `m-${level}` }),
    );
};

const ADD: DecisionCase<OperationOf<'comment.add'>>[] = [
  ['on a claim', 'emil', on('c-a'), added(on('c-a'))],
  ['on a step', 'emil', on('l-b'), added(on('l-b'))],
  ['on a cross-link', 'emil', on('x-a'), added(on('x-a'))],
  ['on a position', 'emil', on('east'), added(on('east'))],
  ['that replies', 'emil', reply('c-a', 'm-a'), added(reply('c-a', 'm-a'))],
  ['that replies to a withdrawn comment', 'emil', reply('c-a', 'm-a'), added(reply('c-a', 'm-a')), withdrawn],
  ['on the same claim as a resolved thread', 'emil', on('c-a'), added(on('c-a')), resolved],
  ['on a retracted claim', 'emil', on('c-d'), added(on('c-d')), (d) => d.does('emil', retract('c-d'))],
  [
    'where comments are approved first',
    'emil',
    on('c-a'),
    added(on('c-a'), { pendingApproval: true }),
    (d) => d.does('olga', { type: 'debate.configure', approval: ['debater'] }),
  ],
  ['while others’ are hidden', 'emil', on('c-a'), added(on('c-a'), { embargoed: true }), blind],
  ['[BL1] one more than may wait for the reveal', 'emil', on('c-a'), 'unrevealed_full', unrevealed],
  ['that names as many people as may be', 'emil', naming(LIMITS.mentions), added(naming(LIMITS.mentions))],
  ['that names too many people', 'emil', naming(LIMITS.mentions + 1), 'too_many_mentions'],
  [
    'that names a person, in an anonymous debate',
    'emil',
    naming(1),
    'mention_anonymous',
    (d) => d.does('olga', { type: 'debate.configure', names: 'anonymous' }),
  ],
  ['by an observer', 'otto', on('c-a'), 'not_allowed'],
  ['without words', 'emil', comment({ text: ' ' }), 'text_empty'],
  ['that is too long', 'emil', comment({ text: 'x'.repeat(LIMITS.commentCharacters + 1) }), 'text_too_long'],
  ['one too many', 'emil', on('c-a'), 'too_many', fillUp('comments', LIMITS.comments)],
  ['with an id of something else', 'emil', comment({ commentId: 'c-a' }), 'id_taken'],
  ['with the id of a comment', 'emil', comment({ commentId: 'm-a' }), 'id_taken'],
  ['on no claim', 'emil', on('c-?'), 'unknown_target'],
  ['on a hidden claim', 'dana', on('c-d'), 'unknown_target', (d) => d.does('olga', hide('c-d'))],
  ['that replies to none', 'emil', reply('c-a', 'm-?'), 'unknown_comment'],
  ['that replies to one elsewhere', 'emil', reply('c-d', 'm-a'), 'unknown_comment'],
  [
    '[CO6] on the deepest level',
    'emil',
    reply('c-a', `m-${LIMITS.replyLevels - 1}`),
    added(reply('c-a', `m-${LIMITS.replyLevels - 1}`)),
    chain(LIMITS.replyLevels - 1),
  ],
  [
    '[CO6] a level too deep',
    'emil',
    reply('c-a', `m-${LIMITS.replyLevels}`),
    'replies_too_deep',
    chain(LIMITS.replyLevels),
  ],
];

const WITHDRAW: DecisionCase<OperationOf<'comment.withdraw'>>[] = [
  ['of one’s own', 'dana', withdraw(), { type: 'comment.withdrawn', commentId: 'm-a' }],
  ['of another’s', 'emil', withdraw(), 'not_allowed'],
  ['of a withdrawn one', 'dana', withdraw(), 'comment_withdrawn', withdrawn],
  ['of none', 'dana', withdraw('m-?'), 'unknown_comment'],
];

const RESTORE: DecisionCase<OperationOf<'comment.restore'>>[] = [
  ['of one’s own', 'dana', restore(), { type: 'comment.restored', commentId: 'm-a' }, withdrawn],
  ['of another’s', 'emil', restore(), 'not_allowed', withdrawn],
  ['of one that stands', 'dana', restore(), 'nothing_changed'],
  ['of none', 'dana', restore('m-?'), 'unknown_comment'],
];

const RESOLVE: DecisionCase<OperationOf<'comment.resolve'>>[] = [
  ['of one’s own', 'dana', resolve(true), { type: 'comment.resolved', commentId: 'm-a', resolved: true }],
  ['of another’s', 'emil', resolve(true), 'not_allowed'],
  [
    'reopened',
    'dana',
    resolve(false),
    { type: 'comment.resolved', commentId: 'm-a', resolved: false },
    resolved,
  ],
  ['again', 'dana', resolve(true), 'nothing_changed', resolved],
  ['reopened while open', 'dana', resolve(false), 'nothing_changed'],
  ['of a withdrawn one', 'dana', resolve(true), 'comment_withdrawn', withdrawn],
  ['in a locked branch', 'dana', resolve(true), 'locked', (d) => d.does('olga', lock('c-a', true))],
  ['of none', 'dana', resolve(true, 'm-?'), 'unknown_comment'],
];

/** A thread of two comments, resolved. */
const thread = (debate: DebateBuilder) =>
  resolved(debate.does('emil', comment({ ...reply('c-a', 'm-a'), commentId: 'm-r' })));
const reopened = { type: 'comment.resolved', commentId: 'm-a', resolved: false } as const;
const approving = (debate: DebateBuilder) =>
  resolved(debate).does('olga', { type: 'debate.configure', approval: ['debater'] });

describeDecisions('comment.add', ADD);
describe('[CO5] a reply to a resolved thread', () => {
  describeMoreDecisions('comment.add', [
    ['reopens it', 'emil', reply('c-a', 'm-a'), [added(reply('c-a', 'm-a')), reopened], resolved],
    ['that answers a reply', 'dana', reply('c-a', 'm-r'), [added(reply('c-a', 'm-r')), reopened], thread],
    [
      'that awaits approval leaves it resolved',
      'emil',
      reply('c-a', 'm-a'),
      added(reply('c-a', 'm-a'), { pendingApproval: true }),
      approving,
    ],
    [
      'to one that awaits approval leaves it resolved',
      'olga',
      reply('c-a', 'm-r'),
      added(reply('c-a', 'm-r')),
      (debate) => approving(debate).does('emil', comment({ ...reply('c-a', 'm-a'), commentId: 'm-r' })),
    ],
    [
      'that only its author sees leaves it resolved',
      'emil',
      reply('c-a', 'm-a'),
      added(reply('c-a', 'm-a'), { embargoed: true }),
      (debate) => blind(resolved(debate)),
    ],
  ]);
});

test('[CO5] a thread’s first comment is looked for a hundred replies up, however long the chain of replies is', () => {
  const comment = aDebate().state.comments.get('m-a');
  let looks = 0;
  const get = (id: string) => {
    looks += 1;
    return comment && { ...comment, id, replyTo: id === '0' ? null : `${Number(id) - 1}` };
  };
  expect(firstInThread({ comments: { get } }, '99')?.id).toBe('0');
  looks = 0;
  expect(firstInThread({ comments: { get } }, '99999')).toBeUndefined();
  expect(looks).toBeLessThan(110);
});
describeDecisions('comment.withdraw', WITHDRAW);

describeDecisions('comment.restore', RESTORE);
describeDecisions('comment.resolve', RESOLVE);

test('a restored comment stands as it was written', () => {
  const debate = withdrawn(aDebate());
  expect(debate.state.comments.get('m-a')).toMatchObject({ withdrawn: true, text: 'Why?' });
  debate.does('dana', restore());
  expect(debate.state.comments.get('m-a')).toMatchObject({ withdrawn: false, resolved: false, text: 'Why?' });
});
