import { describe } from 'vitest';
import type { Effect } from '#domain/debate/engine/entries.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import {
  type DebateBuilder,
  editTo,
  hide,
  lock,
  newClaim,
  retract,
  seal,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';
import { speaksFor } from '#tests/support/made-conclusion.ts';
import {
  agree,
  notYet,
  recognize,
  SWITCHED,
  steelman,
  switchSides,
  unanswer,
} from '#tests/support/made-steelmen.ts';
import { turnTo } from '#tests/support/phased-debate.ts';

const over = (debate: DebateBuilder) => debate.does('olga', turnTo(null, SWITCHED.id));
const recognized = (debate: DebateBuilder) => steelman(debate).does('emil', agree('a-e'));
const reworded = (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-sm', 'east is better')).does('system', seal('c-sm'));
const configured = (settings: Partial<OperationOf<'debate.configure'>>) => (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', ...settings });
const both =
  (...steps: readonly ((debate: DebateBuilder) => unknown)[]) =>
  (debate: DebateBuilder) => {
    for (const step of steps) step(debate);
  };

const to = (key: string, position: string | null, target = position ?? 'east', more = {}) =>
  newClaim(key, target, { positionId: position, ...more });

const answered = (answerId: string, more: Partial<Extract<Effect, { type: 'steelman.answered' }>> = {}) =>
  ({
    type: 'steelman.answered',
    claimId: 'c-sm',
    answerId,
    wording: 1,
    agrees: true,
    recognized: [1],
    ...more,
  }) as const;
const missing = (answerId: string): Effect =>
  ({
    type: 'comment.added',
    commentId: `m-${answerId}`,
    on: { kind: 'claim', id: 'c-sm' },
    replyTo: null,
    text: 'The price is missing',
    ofAnswer: answerId,
  }) as const;

const two = both(configured({ recognition: 2 }), steelman);
const three = both(configured({ recognition: 3 }), steelman);
const anonymous = configured({ names: 'anonymous' });
const blindly = (debate: DebateBuilder) =>
  switchSides(debate, { ...SWITCHED, hides: ['claims'] }).does('dana', to('sm', 'east'));
const held = both(configured({ approval: ['debater'] }), steelman);

const ANSWER: DecisionCase<OperationOf<'steelman.answer'>>[] = [
  ['[SM2] [SM4] that it is their view', 'emil', agree('a-n'), answered('a-n'), steelman],
  ['also after the phase', 'emil', agree('a-n'), answered('a-n'), both(steelman, over)],
  [
    'that something is missing',
    'emil',
    notYet('a-n'),
    [missing('a-n'), answered('a-n', { agrees: false, recognized: [] })],
    steelman,
  ],
  [
    'that something is missing, without what',
    'emil',
    { ...agree('a-n'), agrees: false },
    'text_empty',
    steelman,
  ],
  ['with nothing in it', 'emil', notYet('a-n', 'c-sm', ' '), 'text_empty', steelman],
  [
    'in a phase without comments',
    'emil',
    notYet('a-n'),
    [missing('a-n'), answered('a-n', { agrees: false, recognized: [] })],
    (debate) =>
      steelman(debate).does('olga', { type: 'agenda.set', phases: [{ ...SWITCHED, may: [] }], base: 1 }),
  ],
  [
    'of a suggester',
    'susi',
    agree('a-n'),
    answered('a-n'),
    (debate) => steelman(debate).does('olga', speaksFor('susi', 'east')),
  ],
  [
    'of an observer',
    'otto',
    agree('a-n'),
    'not_allowed',
    (debate) => steelman(debate).does('olga', speaksFor('otto', 'east')),
  ],
  ['of its author', 'dana', agree('a-n'), 'not_allowed', steelman],
  [
    'of its author, who went over',
    'dana',
    agree('a-n'),
    'not_allowed',
    (debate) => steelman(debate).does('olga', speaksFor('dana', 'east')),
  ],
  ['of a person without a team', 'mona', agree('a-n'), 'no_team', steelman],
  [
    'of the team that wrote it',
    'mona',
    agree('a-n'),
    'other_team',
    (debate) => steelman(debate).does('olga', speaksFor('mona', 'west')),
  ],
  ['without teams', 'emil', agree('a-n'), 'teams_off', both(steelman, configured({ teams: 'off' }))],
  ['[SM6] to a claim that is none', 'emil', agree('a-n', 'c-a'), 'not_steelman', steelman],
  ['to one that is gone', 'emil', agree('a-n', 'c-x'), 'unknown_claim', steelman],
  [
    'to a retracted one',
    'emil',
    agree('a-n'),
    'claim_retracted',
    (debate) => steelman(debate).does('dana', retract('c-sm')),
  ],
  [
    'to a hidden one',
    'olga',
    agree('a-n'),
    'content_hidden',
    (debate) => steelman(debate).does('olga', hide('c-sm')),
  ],
  [
    'to a hidden one that they don’t see',
    'emil',
    agree('a-n'),
    'unknown_claim',
    (debate) => steelman(debate).does('olga', hide('c-sm')),
  ],
  ['to a wording that never was', 'emil', agree('a-n', 'c-sm', 2), 'wording_changed', steelman],
  ['[SM3] to an earlier wording', 'emil', agree('a-n'), answered('a-n'), both(steelman, reworded)],
  [
    'to one before that of the own answer',
    'emil',
    agree('a-n'),
    'wording_changed',
    both(steelman, reworded, (debate) => debate.does('emil', agree('a-e', 'c-sm', 2))),
  ],
  [
    'to the reworded one',
    'emil',
    agree('a-n', 'c-sm', 2),
    answered('a-n', { wording: 2, recognized: [2], instead: 'a-e' }),
    both(recognized, reworded),
  ],
  [
    'to the reworded one, while others still agree with the earlier',
    'emil',
    agree('a-n', 'c-sm', 2),
    answered('a-n', { wording: 2, recognized: [1, 2], instead: 'a-e' }),
    both(recognized, (debate) => debate.does('olga', agree('a-o')), reworded),
  ],
  [
    'that something is missing in the reworded one, instead of agreeing with the earlier',
    'emil',
    { ...notYet('a-n'), wording: 2 },
    [missing('a-n'), answered('a-n', { wording: 2, agrees: false, recognized: [], instead: 'a-e' })],
    both(recognized, reworded),
  ],
  [
    'after more must agree',
    'olga',
    agree('a-n'),
    answered('a-n'),
    both(recognized, configured({ recognition: 3 }), (debate) =>
      debate.does('olga', speaksFor('mona', 'east')),
    ),
  ],
  [
    'of the second of two, after the first went over',
    'olga',
    agree('a-n'),
    answered('a-n', { recognized: [] }),
    both(two, (debate) =>
      debate.does('emil', agree('a-e')).does('olga', speaksFor('emil', 'west'), speaksFor('mona', 'east')),
    ),
  ],
  [
    'withdrawn: that something was missing, after more must agree',
    'emil',
    unanswer(),
    { type: 'steelman.answerWithdrawn', claimId: 'c-sm', answerId: 'a-x', recognized: [1] },
    both(
      steelman,
      (debate) => debate.does('emil', notYet('a-x')).does('olga', agree('a-o')),
      configured({ recognition: 2 }),
    ),
  ],
  [
    'with another person’s words',
    'olga',
    { ...agree('a-x'), agrees: false },
    'text_empty',
    both(steelman, (debate) => debate.does('emil', notYet('a-x'), agree('a-y'))),
  ],
  [
    'with own words that were withdrawn',
    'emil',
    { ...agree('a-x'), agrees: false },
    'text_empty',
    both(steelman, (debate) =>
      debate.does('emil', notYet('a-x'), agree('a-y'), { type: 'comment.withdraw', commentId: 'm-a-x' }),
    ),
  ],
  [
    'with own words again',
    'emil',
    { ...agree('a-x'), agrees: false },
    answered('a-x', { agrees: false, recognized: [], instead: 'a-y' }),
    both(steelman, (debate) => debate.does('emil', notYet('a-x'), agree('a-y'))),
  ],
  [
    'with the id of an answer whose words are left',
    'olga',
    agree('a-x'),
    'id_taken',
    both(steelman, (debate) => debate.does('emil', notYet('a-x'), agree('a-y'))),
  ],
  ['twice', 'emil', agree('a-n'), 'nothing_changed', recognized],
  ['with an id in use', 'olga', agree('a-e'), 'id_taken', recognized],
  ['[SM4] the first of two', 'emil', agree('a-n'), answered('a-n', { recognized: [] }), two],
  [
    'the second of two',
    'olga',
    agree('a-n'),
    answered('a-n'),
    both(two, (debate) => debate.does('emil', agree('a-e'))),
  ],
  [
    'of all two of a team where three are set',
    'olga',
    agree('a-n'),
    answered('a-n'),
    both(three, (debate) => debate.does('emil', agree('a-e'))),
  ],
  [
    'the same in an anonymous debate',
    'olga',
    agree('a-n'),
    answered('a-n', { recognized: [] }),
    both(three, anonymous, (debate) => debate.does('emil', agree('a-e'))),
  ],
  [
    '[SM4] that takes the recognition back',
    'emil',
    notYet('a-n'),
    [missing('a-n'), answered('a-n', { agrees: false, recognized: [], instead: 'a-e' })],
    recognized,
  ],
  [
    'withdrawn',
    'emil',
    unanswer(),
    { type: 'steelman.answerWithdrawn', claimId: 'c-sm', answerId: 'a-e', recognized: [] },
    recognized,
  ],
  [
    'withdrawn while others agree',
    'emil',
    unanswer(),
    { type: 'steelman.answerWithdrawn', claimId: 'c-sm', answerId: 'a-e', recognized: [1] },
    both(recognized, (debate) => debate.does('olga', agree('a-o'))),
  ],
  ['[SM6] withdrawn without one', 'emil', unanswer(), 'unknown_answer', steelman],
  [
    'while it is locked',
    'emil',
    agree('a-n'),
    'locked',
    (debate) => steelman(debate).does('olga', lock('c-sm', true)),
  ],
  ['[BL2] before the reveal of one', 'emil', agree('a-n'), 'unknown_claim', blindly],
  ['before the reveal of one, by a moderator', 'olga', agree('a-n'), 'unknown_claim', blindly],
  ['while one waits for approval', 'emil', agree('a-n'), 'unknown_claim', held],
  ['while one waits, by a moderator', 'olga', agree('a-n'), 'content_hidden', held],
  [
    'in a closed debate',
    'emil',
    agree('a-n'),
    'debate_closed',
    (debate) => steelman(debate).does('olga', { type: 'debate.setStatus', status: 'closed' }),
  ],
];
describe('[SM2] [SM3] [SM4] [SM6]', () => describeDecisions('steelman.answer', ANSWER));

const RECORD: DecisionCase<OperationOf<'steelman.record'>>[] = [
  [
    '[SM5] that the position recognizes it',
    'mona',
    recognize('a-n'),
    answered('a-n', { recorded: true }),
    steelman,
  ],
  ['where more are set', 'mona', recognize('a-n'), answered('a-n', { recorded: true }), two],
  [
    'twice',
    'mona',
    recognize('a-n'),
    'nothing_changed',
    (debate) => steelman(debate).does('olga', recognize('a-r')),
  ],
  [
    'removed',
    'mona',
    recognize('a-n', 'c-sm', null),
    { type: 'steelman.answerWithdrawn', claimId: 'c-sm', answerId: 'a-r', recognized: [] },
    (debate) => steelman(debate).does('olga', recognize('a-r')),
  ],
  [
    'for a steelman of their own',
    'olga',
    recognize('a-n'),
    'not_allowed',
    (debate) => switchSides(debate).does('olga', to('sm', 'west')),
  ],
  ['removed without one', 'mona', recognize('a-n', 'c-sm', null), 'unknown_answer', steelman],
  [
    'removed where answers recognize it',
    'mona',
    recognize('a-n', 'c-sm', null),
    [
      { type: 'steelman.answerWithdrawn', claimId: 'c-sm', answerId: 'a-e', recognized: [] },
      { type: 'steelman.answerWithdrawn', claimId: 'c-sm', answerId: 'a-o', recognized: [] },
    ],
    both(recognized, (debate) => debate.does('olga', agree('a-o'))),
  ],
  ['of a debater', 'emil', recognize('a-n'), 'not_allowed', steelman],
  ['for a claim that is none', 'mona', recognize('a-n', 'c-a'), 'not_steelman', steelman],
  [
    'without teams',
    'mona',
    recognize('a-n'),
    answered('a-n', { recorded: true }),
    both(steelman, configured({ teams: 'off' })),
  ],
];
describe('[SM5] [SM6] of moderators', () => describeDecisions('steelman.record', RECORD));
