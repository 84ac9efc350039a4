import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Answer } from '#domain/debate/votes/vote.ts';
import {
  type DebateBuilder,
  editTo,
  hide,
  lock,
  merge,
  retract,
  seal,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';
import { setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const cast = (claimId: string, answer: Answer = 'agree', wording = 1) =>
  ({ type: 'vote.cast', claimId, answer, wording }) as const;
const withdraw = (claimId: string) => ({ type: 'vote.withdraw', claimId }) as const;
const withdrawn = (claimId: string) => ({ type: 'vote.withdrawn', claimId }) as const;

const reword = (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-a', 'reworded')).does(SYSTEM, seal('c-a'));
const mute = (debate: DebateBuilder) =>
  debate.does('olga', {
    type: 'participant.mute',
    participantId: 'dana',
    muted: true,
    reason: 'flooding',
  });
const exclude = (membership: 'removed' | 'banned') => (debate: DebateBuilder) =>
  debate.does('olga', {
    type: 'participant.setMembership',
    participantId: 'dana',
    membership,
    reason: 'other',
  });
const retractTarget = (debate: DebateBuilder) => debate.does('olga', merge('c-d', 'c-a'), retract('c-a'));

const CAST: DecisionCase<OperationOf<'vote.cast'>>[] = [
  ['a first answer', 'dana', cast('c-a', 'pass'), cast('c-a', 'pass')],
  ['another answer', 'emil', cast('c-a', 'disagree'), cast('c-a', 'disagree')],
  ['the same answer to the next wording', 'emil', cast('c-a', 'agree', 2), cast('c-a', 'agree', 2), reword],
  ['an answer to an earlier wording', 'dana', cast('c-a'), cast('c-a'), reword],
  ['of a suggester', 'susi', cast('c-a'), cast('c-a')],
  ['of a muted participant', 'dana', cast('c-a'), cast('c-a'), mute],
  ['beside a lock on the claim alone', 'dana', cast('c-a'), cast('c-a'), (d) => d.does('olga', lock('c-a'))],
  ['on a merged claim', 'dana', cast('c-d'), cast('c-d'), (d) => d.does('olga', merge('c-d', 'c-a'))],
  ['the same answer again', 'emil', cast('c-a'), 'nothing_changed'],
  ['to a wording that does not exist yet', 'dana', cast('c-a', 'agree', 2), 'wording_changed'],
  ['on no claim', 'dana', cast('c-?'), 'unknown_claim'],
  ['on a hidden claim', 'dana', cast('c-d'), 'unknown_claim', (d) => d.does('olga', hide('c-d'))],
  ['of an observer', 'otto', cast('c-a'), 'not_allowed'],
  ['of a removed participant', 'dana', cast('c-a'), 'removed', exclude('removed')],
  ['of a banned participant', 'dana', cast('c-a'), 'banned', exclude('banned')],
  ['on a retracted claim', 'dana', cast('c-a'), 'claim_retracted', (d) => d.does('olga', retract('c-a'))],
  ['on a claim merged into a retracted one', 'dana', cast('c-d'), 'claim_retracted', retractTarget],
  ['in a locked branch', 'dana', cast('c-a'), 'locked', (d) => d.does('olga', lock('c-a', true))],
  [
    'in a phase for writing',
    'dana',
    cast('c-a'),
    'phase_closed',
    (d) => d.does('olga', setAgenda([WRITING]), turnTo('p-write')),
  ],
  [
    'in a phase for votes',
    'dana',
    cast('c-a'),
    cast('c-a'),
    (d) => d.does('olga', setAgenda([VOTING]), turnTo('p-vote')),
  ],
  [
    'in a closed debate',
    'dana',
    cast('c-a'),
    'debate_closed',
    (d) => d.does('olga', { type: 'debate.setStatus', status: 'closed' }),
  ],
];

const WITHDRAW: DecisionCase<OperationOf<'vote.withdraw'>>[] = [
  ['of one’s vote', 'emil', withdraw('c-a'), withdrawn('c-a')],
  ['of a vote on an earlier wording', 'emil', withdraw('c-a'), withdrawn('c-a'), reword],
  [
    'of the vote on a claim merged into this one',
    'emil',
    withdraw('c-d'),
    withdrawn('c-a'),
    (d) => d.does('olga', merge('c-a', 'c-d')),
  ],
  [
    'of the vote on the claim itself before one on a merged claim',
    'emil',
    withdraw('c-d'),
    withdrawn('c-d'),
    (d) => d.does('emil', cast('c-d', 'pass')).does('olga', merge('c-a', 'c-d')),
  ],
  ['without a vote', 'dana', withdraw('c-a'), 'no_vote'],
  ['on no claim', 'emil', withdraw('c-?'), 'unknown_claim'],
  ['of an observer', 'otto', withdraw('c-a'), 'not_allowed'],
  ['on a retracted claim', 'emil', withdraw('c-a'), 'claim_retracted', (d) => d.does('olga', retract('c-a'))],
  ['on a claim merged into a retracted one', 'emil', withdraw('c-d'), 'claim_retracted', retractTarget],
  ['in a locked branch', 'emil', withdraw('c-a'), 'locked', (d) => d.does('olga', lock('c-a', true))],
];

describeDecisions('vote.cast', CAST);
describeDecisions('vote.withdraw', WITHDRAW);
