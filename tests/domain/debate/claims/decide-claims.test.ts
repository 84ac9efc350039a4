import { expect } from 'vitest';
import type { EffectOf } from '#domain/debate/engine/define-event.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Reaction } from '#domain/debate/map/claim.ts';
import {
  bring,
  type DebateBuilder,
  form,
  hide,
  lock,
  merge,
  move,
  newClaim,
  restore,
  retract,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';
import { setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

type ClaimAdd = OperationOf<'claim.add'>;

/** The effect of adding a claim, at any place among its siblings. */
function added(
  { after: _, type: __, sources: ___, ...claim }: ClaimAdd,
  more: Partial<EffectOf<'claim.added'>> = {},
): EffectOf<'claim.added'> {
  return { type: 'claim.added', ...claim, sources: [], order: expect.any(String), ...more };
}
function moved(
  { claimId, target, relation }: OperationOf<'claim.move'>,
  more: { wasHidden?: true } = {},
): EffectOf<'claim.moved'> {
  return { type: 'claim.moved', claimId, target, relation, order: expect.any(String), ...more };
}
const N = newClaim('n', 'east');
const fromComment = (text: string, commentId = 'm-a') => ({ ...N, text, comment: commentId });
const retracted = (claimId: string) => ({ type: 'claim.retracted', claimId }) as const;
const restored = (claimId: string) => ({ type: 'claim.restored', claimId }) as const;
const retractWith = (claimId: string, reason?: string) =>
  ({ type: 'claim.retract', claimId, ...(reason === undefined ? {} : { reason }) }) as const;
const react = (claimId: string, reaction: Reaction | null) =>
  ({ type: 'claim.react', claimId, reaction }) as const;
const reacted = (claimId: string, reaction: Reaction | null) =>
  ({ type: 'claim.reacted', claimId, reaction }) as const;

const configure = (more: Partial<OperationOf<'debate.configure'>>) => (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', ...more });
/** A chain of claims, the first on East: the last one, `c-<depth>`, is as deep as this. */
const chain = (depth: number) => (debate: DebateBuilder) => {
  for (let at = 1; at <= depth; at += 1)
    debate.does('dana', newClaim(`${at}`, at === 1 ? 'east' : `c-${at - 1}`));
};
const keepSides = (debate: DebateBuilder) =>
  configure({ sides: 'own' })(debate).does('dana', {
    type: 'team.choose',
    participantId: 'dana',
    team: 'west',
  });

const ADD: DecisionCase<ClaimAdd>[] = [
  ['on a position', 'dana', N, added(N)],
  ['on a claim', 'dana', newClaim('n', 'c-a'), added(newClaim('n', 'c-a'))],
  [
    'against a step',
    'dana',
    { ...newClaim('n', 'l-b'), relation: 'attack' },
    added({ ...newClaim('n', 'l-b'), relation: 'attack' }),
  ],
  ['held by a position', 'dana', { ...N, positionId: 'west' }, added({ ...N, positionId: 'west' })],
  ['with a source named twice', 'dana', { ...N, sources: ['s-a', 's-a'] }, added(N, { sources: ['s-a'] })],
  [
    'with as many sources as may be named',
    'dana',
    { ...N, sources: Array(LIMITS.sourcesPerClaim).fill('s-a') },
    added(N, { sources: ['s-a'] }),
  ],
  ['from one’s own comment', 'dana', fromComment('So it is'), added(fromComment('So it is'))],
  [
    'from another’s comment, quoted',
    'mona',
    fromComment('Why'),
    added(fromComment('Why'), { byModerator: true }),
  ],
  [
    'while claims are hidden',
    'dana',
    N,
    added(N, { embargoed: true }),
    (d) => d.does('olga', setAgenda([WRITING]), turnTo('p-write')),
  ],
  [
    'of a role whose claims wait',
    'dana',
    N,
    added(N, { pendingApproval: true }),
    configure({ approval: ['debater'] }),
  ],
  ['of another role', 'mona', N, added(N), configure({ approval: ['debater', 'newcomer'] })],
  ['of a newcomer', 'nina', N, added(N, { pendingApproval: true }), newcomer],
  ['of a person known by a claim', 'dana', N, added(N), configure({ approval: ['newcomer'] })],
  ['as deep as may be', 'dana', newClaim('n', 'c-59'), added(newClaim('n', 'c-59')), chain(LIMITS.depth - 1)],
  ['too deep', 'dana', newClaim('n', 'c-60'), 'too_deep', chain(LIMITS.depth)],
  ['without words', 'dana', { ...N, text: ' ' }, 'text_empty'],
  ['with the id of its link', 'dana', { ...N, linkId: N.claimId }, 'id_taken'],
  ['with the id of a comment', 'dana', { ...N, claimId: 'm-a' }, 'id_taken'],
  ['with the link id of a source', 'dana', { ...N, linkId: 's-a' }, 'id_taken'],
  ['held by no position', 'dana', { ...N, positionId: 'north' }, 'unknown_position'],
  ['with no source of the debate', 'dana', { ...N, sources: ['s-a', 's-?'] }, 'unknown_source'],
  [
    'with too many sources',
    'dana',
    { ...N, sources: Array(LIMITS.sourcesPerClaim + 1).fill('s-a') },
    'too_many',
  ],
  ['one too many', 'dana', N, 'too_many', fillUp('claims', LIMITS.claims)],
  [
    'beyond the pace',
    'dana',
    N,
    'claim_rate_exceeded',
    (d) => configure({ pace: 3 })(d).does('dana', newClaim('m', 'east')),
  ],
  ['on no position', 'dana', newClaim('n', 'north'), 'unknown_position'],
  ['on no claim', 'dana', newClaim('n', 'c-?'), 'unknown_target'],
  ['for a step', 'dana', newClaim('n', 'l-b'), 'link_not_supportable'],
  [
    'on a retracted claim',
    'dana',
    newClaim('n', 'c-d'),
    'target_retracted',
    (d) => d.does('olga', retract('c-d')),
  ],
  ['on a hidden claim', 'dana', newClaim('n', 'c-d'), 'unknown_target', (d) => d.does('olga', hide('c-d'))],
  [
    'for one’s own side',
    'dana',
    { ...newClaim('n', 'west'), positionId: 'west' },
    added({ ...newClaim('n', 'west'), positionId: 'west' }),
    keepSides,
  ],
  [
    'for a claim of no side',
    'dana',
    { ...newClaim('n', 'c-d'), positionId: 'west' },
    added({ ...newClaim('n', 'c-d'), positionId: 'west' }),
    keepSides,
  ],
  [
    'for a claim of another side',
    'dana',
    { ...newClaim('n', 'c-a'), positionId: 'west' },
    'other_side',
    keepSides,
  ],
  ['of no side', 'dana', N, 'other_side', keepSides],
  ['by a person without a side', 'emil', N, 'no_team', keepSides],
  ['of no side, by a moderator', 'mona', N, added(N), keepSides],
  [
    'where there are no sides any longer',
    'emil',
    N,
    added(N),
    (d) => configure({ teams: 'off' })(keepSides(d)),
  ],
  ['for another side', 'dana', { ...N, positionId: 'west' }, 'other_side', keepSides],
  [
    'against another side',
    'dana',
    { ...N, positionId: 'west', relation: 'attack' },
    added({ ...N, positionId: 'west', relation: 'attack' }),
    keepSides,
  ],
  ['from no comment', 'dana', fromComment('Why?', 'm-?'), 'unknown_comment'],
  [
    'from a withdrawn comment',
    'dana',
    fromComment('Why?'),
    'comment_withdrawn',
    (d) => d.does('dana', { type: 'comment.withdraw', commentId: 'm-a' }),
  ],
  ['from another’s comment, by no moderator', 'emil', fromComment('Why?'), 'not_allowed'],
  ['from another’s comment, in other words', 'mona', fromComment('Because'), 'words_of_others'],
  [
    'from a hidden comment',
    'mona',
    fromComment('Why?'),
    'content_hidden',
    (d) => d.does('olga', hide('m-a')),
  ],
  ['of a suggester', 'susi', N, 'not_allowed'],
  ['in a locked branch', 'dana', newClaim('n', 'c-a'), 'locked', (d) => d.does('olga', lock('c-a', true))],
];

function newcomer(debate: DebateBuilder): void {
  configure({ approval: ['newcomer'] })(debate).does('system', {
    type: 'participant.join',
    participantId: 'nina',
    role: 'debater',
  });
}

const MOVE: DecisionCase<OperationOf<'claim.move'>>[] = [
  ['of one’s own', 'dana', move('c-a', 'west'), moved(move('c-a', 'west'))],
  ['of another’s, where all word together', 'emil', move('c-a', 'west'), moved(move('c-a', 'west'))],
  ['before its sibling', 'dana', move('c-n', 'east', null), moved(move('c-n', 'east')), sibling],
  ['after its sibling', 'dana', move('c-a', 'east', 'l-n'), moved(move('c-a', 'east')), sibling],
  [
    'that attacks from now on',
    'dana',
    { ...move('c-a', 'east'), relation: 'attack' },
    moved({ ...move('c-a', 'east'), relation: 'attack' }),
  ],
  [
    'out of a hidden branch',
    'mona',
    move('c-b', 'west'),
    moved(move('c-b', 'west'), { wasHidden: true }),
    (d) => d.does('olga', hide('c-a')),
  ],
  ['to where it is', 'dana', move('c-a', 'east'), 'nothing_changed'],
  ['after itself', 'dana', move('c-a', 'east', 'l-a'), 'nothing_changed', sibling],
  ['before all others, where it is', 'dana', move('c-a', 'east', null), 'nothing_changed', sibling],
  ['after its sibling, where it is', 'dana', move('c-n', 'east', 'l-a'), 'nothing_changed', sibling],
  ['under itself', 'dana', move('c-a', 'c-a'), 'cycle'],
  ['under its reply', 'dana', move('c-a', 'c-b'), 'cycle'],
  ['where a cross-link leads', 'emil', move('c-d', 'c-b'), 'duplicate_link'],
  ['for a step', 'emil', move('c-d', 'l-b'), 'link_not_supportable'],
  ['so deep that its replies fit', 'dana', move('c-a', 'c-57'), moved(move('c-a', 'c-57')), chain(57)],
  ['too deep for its replies', 'dana', move('c-a', 'c-58'), 'too_deep', chain(58)],
  ['of no claim', 'dana', move('c-?', 'east'), 'unknown_claim'],
  [
    'of a retracted claim',
    'dana',
    move('c-a', 'west'),
    'claim_retracted',
    (d) => d.does('olga', retract('c-a')),
  ],
  [
    'of a merged claim',
    'dana',
    move('c-a', 'west'),
    'claim_merged',
    (d) => d.does('olga', merge('c-a', 'c-d')),
  ],
  [
    'to a retracted claim',
    'dana',
    move('c-a', 'c-d'),
    'target_retracted',
    (d) => d.does('olga', retract('c-d')),
  ],
  ['of a suggester', 'susi', move('c-a', 'west'), 'not_allowed'],
  [
    'of another’s, where authors word alone',
    'emil',
    move('c-a', 'west'),
    'not_allowed',
    configure({ wording: 'own' }),
  ],
  ['of another side', 'dana', move('c-a', 'west'), 'other_side', keepSides],
  ['of a locked claim', 'dana', move('c-a', 'west'), 'locked', (d) => d.does('olga', lock('c-a'))],
  ['to a locked branch', 'dana', move('c-a', 'west'), 'locked', (d) => d.does('olga', lock('west'))],
];

function sibling(debate: DebateBuilder): void {
  debate.does('dana', newClaim('n', 'east'));
}

const RETRACT: DecisionCase<OperationOf<'claim.retract'>>[] = [
  ['of one’s own', 'dana', retractWith('c-a'), retracted('c-a')],
  ['of one’s own, with a reason that is not needed', 'dana', retract('c-a'), retracted('c-a')],
  ['of another’s, with a reason', 'mona', retract('c-a'), { ...retracted('c-a'), reason: 'off_topic' }],
  [
    'of a copy that the moderator made from a comment',
    'mona',
    retractWith('c-n'),
    retracted('c-n'),
    (d) => d.does('mona', fromComment('Why')),
  ],
  [
    'of a claim that its author had retracted',
    'mona',
    retractWith('c-a'),
    retracted('c-a'),
    (d) => d.does('dana', retractWith('c-a')).does('mona', restore('c-a')),
  ],
  ['by the server', 'system', retractWith('c-a'), retracted('c-a')],
  [
    'of a claim that was brought from a group',
    'mona',
    retractWith('c-n'),
    retracted('c-n'),
    (d) => d.does('olga', form('a'), bring('a', 'n')),
  ],
  ['of another’s, without a reason', 'mona', retractWith('c-a'), 'reason_missing'],
  ['of another’s, for a reason not of this debate', 'mona', retractWith('c-a', 'rude'), 'unknown_reason'],
  ['of another’s, by a debater', 'emil', retract('c-a'), 'not_allowed'],
  ['again', 'dana', retractWith('c-a'), 'claim_retracted', (d) => d.does('dana', retractWith('c-a'))],
  [
    'of a merged claim',
    'dana',
    retractWith('c-a'),
    'claim_merged',
    (d) => d.does('olga', merge('c-a', 'c-d')),
  ],
  ['of no claim', 'dana', retractWith('c-?'), 'unknown_claim'],
  ['of another side', 'dana', retractWith('c-a'), 'other_side', keepSides],
  ['of a locked claim', 'dana', retractWith('c-a'), 'locked', (d) => d.does('olga', lock('c-a'))],
];

const RESTORE: DecisionCase<OperationOf<'claim.restore'>>[] = [
  ['of one’s own', 'dana', restore('c-a'), restored('c-a'), (d) => d.does('dana', retractWith('c-a'))],
  [
    'of one’s own that a moderator retracted',
    'dana',
    restore('c-a'),
    restored('c-a'),
    (d) => d.does('mona', retract('c-a')),
  ],
  [
    'by a moderator, of what one retracted',
    'olga',
    restore('c-a'),
    restored('c-a'),
    (d) => d.does('mona', retract('c-a')),
  ],
  [
    'by a moderator, of what its author retracted',
    'mona',
    restore('c-a'),
    { ...restored('c-a'), againstAuthor: true },
    (d) => d.does('dana', retractWith('c-a')),
  ],
  ['of an active claim', 'dana', restore('c-a'), 'not_retracted'],
  [
    'of another’s, by a debater',
    'emil',
    restore('c-a'),
    'not_allowed',
    (d) => d.does('dana', retractWith('c-a')),
  ],
  ['of no claim', 'dana', restore('c-?'), 'unknown_claim'],
];

const REACT: DecisionCase<OperationOf<'claim.react'>>[] = [
  ['the first of the list', 'dana', react('c-a', 'insightful'), reacted('c-a', 'insightful')],
  ['the last of the list', 'susi', react('c-a', 'unclear'), reacted('c-a', 'unclear')],
  ['another one', 'dana', react('c-a', 'unclear'), reacted('c-a', 'unclear'), insight],
  ['none any longer', 'dana', react('c-a', null), reacted('c-a', null), insight],
  ['to one’s own claim', 'dana', react('c-u', 'unclear'), reacted('c-u', 'unclear')],
  ['the same again', 'dana', react('c-a', 'insightful'), 'nothing_changed', insight],
  ['none, as before', 'dana', react('c-a', null), 'nothing_changed'],
  ['to no claim', 'dana', react('c-?', 'unclear'), 'unknown_claim'],
  ['of an observer', 'otto', react('c-a', 'unclear'), 'not_allowed'],
  [
    'to a retracted claim',
    'dana',
    react('c-a', 'unclear'),
    'claim_retracted',
    (d) => d.does('olga', retract('c-a')),
  ],
  [
    'to a claim merged into a retracted one',
    'dana',
    react('c-d', 'unclear'),
    'claim_retracted',
    (d) => d.does('olga', merge('c-d', 'c-a'), retract('c-a')),
  ],
];

function insight(debate: DebateBuilder): void {
  debate.does('dana', react('c-a', 'insightful'));
}

describeDecisions('claim.add', ADD);
describeDecisions('claim.move', MOVE);
describeDecisions('claim.retract', RETRACT);
describeDecisions('claim.restore', RESTORE);
describeDecisions('claim.react', REACT);
