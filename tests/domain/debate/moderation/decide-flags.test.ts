import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { COMMENT_FLAGS, FLAGS } from '#domain/debate/moderation/review.ts';
import {
  type DebateBuilder,
  hide,
  lock,
  mark,
  merge,
  newClaim,
  retract,
  revise,
  unmark,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';
import { setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

type Set = OperationOf<'flag.set'>;

const answered = (operation: OperationOf<'flag.answer'>) =>
  ({ ...operation, type: 'flag.answered' }) as const;
const cleared = (operation: OperationOf<'flag.clear'>) => ({ ...operation, type: 'flag.cleared' }) as const;
const twin = (other: string | null): Set => mark('c-a', 'duplicate', { other });
const revised = mark('c-a', 'unclear', { revised: true });

const flagged = (debate: DebateBuilder) =>
  debate.does('olga', mark('c-a', 'unclear'), mark('m-a', 'unclear'));
const retracted = (debate: DebateBuilder) => flagged(debate).does('olga', retract('c-a'));
const merged = (debate: DebateBuilder) => flagged(debate).does('olga', merge('c-a', 'c-d'));
const withdrawn = (debate: DebateBuilder) =>
  flagged(debate).does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
/** Dana has added c-n, which nobody else sees yet. */
const blind = (debate: DebateBuilder) =>
  debate.does('olga', setAgenda([WRITING]), turnTo(WRITING.id)).does('dana', newClaim('n', 'east'));

const SET: DecisionCase<Set>[] = [
  ...FLAGS.map(
    (what) => [`a claim: ${what}`, 'mona', mark('c-a', what), mark('c-a', what)] as DecisionCase<Set>,
  ),
  ...FLAGS.map((what): DecisionCase<Set> => {
    const fits = COMMENT_FLAGS.includes(what);
    return [`a comment: ${what}`, 'olga', mark('m-a', what), fits ? mark('m-a', what) : 'invalid'];
  }),
  ['without a note', 'olga', mark('c-a', 'unclear', { note: '' }), mark('c-a', 'unclear', { note: '' })],
  ['as saying what another says', 'olga', twin('c-d'), twin('c-d')],
  [
    'as belonging to another',
    'olga',
    mark('c-a', 'elsewhere', { other: 'c-d' }),
    mark('c-a', 'elsewhere', { other: 'c-d' }),
  ],
  [
    'with another note',
    'mona',
    mark('c-a', 'unclear', { note: 'Which?' }),
    mark('c-a', 'unclear', { note: 'Which?' }),
    flagged,
  ],
  ['as revised', 'olga', revised, revised, flagged],
  ['as not revised', 'olga', mark('c-a', 'unclear'), mark('c-a', 'unclear'), (d) => d.does('olga', revised)],
  ['as saying what a third says', 'olga', twin('c-b'), twin('c-b'), (d) => d.does('olga', twin('c-d'))],
  ['one’s own', 'dana', mark('c-a', 'unclear'), 'not_allowed'],
  ['a link', 'olga', mark('l-b', 'unclear'), 'unknown_target'],
  ['a position', 'olga', mark('east', 'unclear'), 'unknown_target'],
  ['a retracted claim', 'olga', mark('c-a', 'unsupported'), 'claim_retracted', retracted],
  ['a merged claim', 'olga', mark('c-a', 'unsupported'), 'claim_merged', merged],
  ['a withdrawn comment', 'olga', mark('m-a', 'off_topic'), 'comment_withdrawn', withdrawn],
  ['a claim that others do not see yet', 'olga', mark('c-n', 'unclear'), 'unknown_target', blind],
  ['as saying what others do not see yet', 'olga', twin('c-n'), 'unknown_claim', blind],
  ['as saying what it says itself', 'olga', twin('c-a'), 'invalid'],
  ['as unclear, by another claim', 'olga', mark('c-a', 'unclear', { other: 'c-d' }), 'invalid'],
  ['as saying what none says', 'olga', twin('c-?'), 'unknown_claim'],
  [
    'with a long note',
    'olga',
    mark('c-a', 'unclear', { note: 'x'.repeat(LIMITS.noteCharacters + 1) }),
    'text_too_long',
  ],
  ['as it is', 'mona', mark('c-a', 'unclear'), 'nothing_changed', flagged],
];

const CLEAR: DecisionCase<OperationOf<'flag.clear'>>[] = [
  ['of a claim', 'mona', unmark('c-a', 'unclear'), cleared(unmark('c-a', 'unclear')), flagged],
  ['of a retracted claim', 'olga', unmark('c-a', 'unclear'), cleared(unmark('c-a', 'unclear')), retracted],
  ['of one’s own claim', 'dana', unmark('c-a', 'unclear'), 'not_allowed', flagged],
  ['of a link', 'olga', unmark('l-b', 'unclear'), 'unknown_target'],
  ['of a claim that others do not see yet', 'olga', unmark('c-n', 'unclear'), 'unknown_target', blind],
  ['that is not set', 'olga', unmark('c-a', 'unsupported'), 'nothing_changed', flagged],
];

const ANSWER: DecisionCase<OperationOf<'flag.answer'>>[] = [
  ['by its author', 'dana', revise('c-a', 'unclear'), answered(revise('c-a', 'unclear')), flagged],
  ['for its author', 'mona', revise('c-a', 'unclear'), answered(revise('c-a', 'unclear')), flagged],
  [
    'by its author, who takes it back',
    'dana',
    revise('c-a', 'unclear', false),
    answered(revise('c-a', 'unclear', false)),
    (d) => d.does('olga', revised),
  ],
  [
    'at a locked claim, of a comment',
    'dana',
    revise('m-a', 'unclear'),
    answered(revise('m-a', 'unclear')),
    (d) => flagged(d).does('olga', lock('c-a')),
  ],
  ['by another', 'emil', revise('c-a', 'unclear'), 'not_allowed', flagged],
  ['of none', 'olga', revise('c-?', 'unclear'), 'unknown_target'],
  [
    'of a claim hidden from one',
    'emil',
    revise('c-a', 'unclear'),
    'unknown_target',
    (d) => flagged(d).does('olga', hide('c-a')),
  ],
  [
    'of a locked claim',
    'dana',
    revise('c-a', 'unclear'),
    'locked',
    (d) => flagged(d).does('olga', lock('c-a')),
  ],
  [
    'in a locked branch, of a comment',
    'dana',
    revise('m-a', 'unclear'),
    'locked',
    (d) => flagged(d).does('olga', lock('c-a', true)),
  ],
  ['of a retracted claim', 'dana', revise('c-a', 'unclear'), 'claim_retracted', retracted],
  ['of a merged claim', 'dana', revise('c-a', 'unclear'), 'claim_merged', merged],
  ['of a withdrawn comment', 'dana', revise('m-a', 'unclear'), 'comment_withdrawn', withdrawn],
  ['of another flag', 'dana', revise('c-a', 'unsupported'), 'nothing_changed', flagged],
  ['again', 'dana', revise('c-a', 'unclear'), 'nothing_changed', (d) => d.does('olga', revised)],
];

describeDecisions('flag.set', SET);
describeDecisions('flag.clear', CLEAR);
describeDecisions('flag.answer', ANSWER);
