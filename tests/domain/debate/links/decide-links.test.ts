import { expect } from 'vitest';
import { PersistentMap } from '#domain/collections/persistent-map.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Scheme } from '#domain/debate/map/scheme.ts';
import {
  crossLink,
  type DebateBuilder,
  hide,
  lock,
  merge,
  newClaim,
  retract,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';

const added = (operation: OperationOf<'link.add'>) => ({ ...operation, type: 'link.added' }) as const;
const support = (from: string, to: string) =>
  ({ ...crossLink('x-n', from, to), relation: 'support' }) as const;
const attack = (from: string, to: string) => crossLink('x-n', from, to);
const drop = (linkId: string) => ({ type: 'link.retract', linkId }) as const;
const putBack = (linkId: string) => ({ type: 'link.restore', linkId }) as const;
const weigh = (linkId: string, weight: number | null) => ({ type: 'link.weigh', linkId, weight }) as const;
const weighed = (linkId: string, weight: number | null) =>
  ({ type: 'link.weighed', linkId, weight }) as const;

const dropped = (debate: DebateBuilder) => debate.does('emil', drop('x-a'));
const keepSides = (team: string | null) => (debate: DebateBuilder) => {
  debate.does('olga', { type: 'debate.configure', sides: 'own' });
  if (team !== null) debate.does('dana', { type: 'team.choose', participantId: 'dana', team });
};
/** As many cross-links as this, by records alone. */
const withCrossLinks = (count: number) => (debate: DebateBuilder) => {
  const { claims, links } = debate.state;
  const link = links.get('x-a') ?? expect.fail('no link');
  const more = Array.from({ length: claims.size + count - links.size }, (_, at) => `x-${at}`);
  debate.state = {
    ...debate.state,
    links: PersistentMap([...links, ...more.map((id) => [id, { ...link, id }] as const)]),
  };
};

const ADD: DecisionCase<OperationOf<'link.add'>>[] = [
  ['an attack on a claim', 'dana', attack('c-a', 'c-d'), added(attack('c-a', 'c-d'))],
  ['a support of a claim', 'dana', support('c-a', 'c-d'), added(support('c-a', 'c-d'))],
  ['a support of another position', 'dana', support('c-a', 'west'), added(support('c-a', 'west'))],
  ['an attack on a step', 'dana', attack('c-a', 'l-d'), added(attack('c-a', 'l-d'))],
  ['an attack on a cross-link', 'dana', attack('c-a', 'x-a'), added(attack('c-a', 'x-a'))],
  ['of another’s claim', 'dana', attack('c-d', 'c-a'), added(attack('c-d', 'c-a'))],
  ['where one was retracted', 'dana', attack('c-d', 'c-b'), added(attack('c-d', 'c-b')), dropped],
  ['that closes a circle', 'dana', support('c-a', 'c-b'), added(support('c-a', 'c-b'))],
  ['of one’s own side', 'dana', attack('c-a', 'c-d'), added(attack('c-a', 'c-d')), keepSides('east')],
  [
    'the last one',
    'dana',
    attack('c-a', 'c-d'),
    added(attack('c-a', 'c-d')),
    withCrossLinks(LIMITS.crossLinks - 1),
  ],
  ['one too many', 'dana', attack('c-a', 'c-d'), 'too_many', withCrossLinks(LIMITS.crossLinks)],
  ['by a participant without a side', 'dana', attack('c-a', 'c-d'), 'no_team', keepSides(null)],
  ['of the other side’s claim', 'dana', attack('c-a', 'c-d'), 'other_side', keepSides('west')],
  ['a support of a step', 'dana', support('c-a', 'l-d'), 'link_not_supportable'],
  ['from a claim to itself', 'dana', attack('c-a', 'c-a'), 'self_link'],
  ['from a claim to its own step', 'dana', attack('c-a', 'l-a'), 'self_link'],
  [
    'from a claim to one merged into it',
    'dana',
    attack('c-d', 'c-a'),
    'self_link',
    (d) => d.does('olga', merge('c-a', 'c-d')),
  ],
  ['to where the claim is', 'dana', support('c-b', 'c-a'), 'duplicate_link'],
  ['that exists', 'dana', attack('c-d', 'c-b'), 'duplicate_link'],
  [
    'that exists to a claim merged into the target',
    'dana',
    attack('c-d', 'c-a'),
    'duplicate_link',
    (d) => d.does('olga', merge('c-b', 'c-a')),
  ],
  ['with an id of something else', 'dana', { ...attack('c-a', 'c-d'), linkId: 'm-a' }, 'id_taken'],
  ['of no claim', 'dana', attack('c-?', 'c-a'), 'unknown_claim'],
  ['to no claim', 'dana', attack('c-a', 'c-?'), 'unknown_target'],
  ['to no position', 'dana', attack('c-a', 'north'), 'unknown_position'],
  ['to no link', 'dana', attack('c-a', 'x-?'), 'unknown_link'],
  ['to a hidden claim', 'dana', attack('c-a', 'c-d'), 'unknown_target', (d) => d.does('olga', hide('c-d'))],
  [
    'of a retracted claim',
    'dana',
    attack('c-a', 'c-d'),
    'claim_retracted',
    (d) => d.does('olga', retract('c-a')),
  ],
  [
    'to a retracted claim',
    'dana',
    attack('c-a', 'c-d'),
    'target_retracted',
    (d) => d.does('olga', retract('c-d')),
  ],
  [
    'to the step of a retracted claim',
    'dana',
    attack('c-a', 'l-d'),
    'target_retracted',
    (d) => d.does('olga', retract('c-d')),
  ],
  ['to a retracted link', 'dana', attack('c-a', 'x-a'), 'link_retracted', dropped],
  ['by a suggester', 'susi', attack('c-a', 'c-d'), 'not_allowed'],
  ['from a locked branch', 'dana', attack('c-a', 'c-d'), 'locked', (d) => d.does('olga', lock('c-a', true))],
  ['to a locked branch', 'dana', attack('c-a', 'c-d'), 'locked', (d) => d.does('olga', lock('c-d', true))],
];

const RETRACT: DecisionCase<OperationOf<'link.retract'>>[] = [
  ['of one’s own', 'emil', drop('x-a'), { type: 'link.retracted', linkId: 'x-a' }],
  ['by a moderator', 'mona', drop('x-a'), { type: 'link.retracted', linkId: 'x-a' }],
  ['of another’s', 'dana', drop('x-a'), 'not_allowed'],
  ['of a retracted link', 'emil', drop('x-a'), 'link_retracted', dropped],
  ['of a claim’s place', 'dana', drop('l-a'), 'parent_link'],
  ['of no link', 'emil', drop('x-?'), 'unknown_link'],
  ['in a locked branch', 'emil', drop('x-a'), 'locked', (d) => d.does('olga', lock('west'))],
];

const RESTORE: DecisionCase<OperationOf<'link.restore'>>[] = [
  ['of one’s own', 'emil', putBack('x-a'), { type: 'link.restored', linkId: 'x-a' }, dropped],
  ['by a moderator', 'mona', putBack('x-a'), { type: 'link.restored', linkId: 'x-a' }, dropped],
  ['of another’s', 'dana', putBack('x-a'), 'not_allowed', dropped],
  ['of an active link', 'emil', putBack('x-a'), 'not_retracted'],
  ['of a claim’s place', 'dana', putBack('l-a'), 'parent_link'],
  ['of no link', 'emil', putBack('x-?'), 'unknown_link'],
  [
    'of a link that another replaced',
    'emil',
    putBack('x-a'),
    'duplicate_link',
    (d) => dropped(d).does('dana', attack('c-d', 'c-b')),
  ],
  ['in a locked branch', 'emil', putBack('x-a'), 'locked', (d) => dropped(d).does('olga', lock('west'))],
];

const WEIGH: DecisionCase<OperationOf<'link.weigh'>>[] = [
  ['nothing at all', 'dana', weigh('l-b', 0), weighed('l-b', 0)],
  ['fully', 'dana', weigh('l-b', 4), weighed('l-b', 4)],
  ['a cross-link', 'susi', weigh('x-a', 2), weighed('x-a', 2)],
  ['otherwise', 'dana', weigh('l-b', 1), weighed('l-b', 1), (d) => d.does('dana', weigh('l-b', 0))],
  ['no longer', 'dana', weigh('l-b', null), weighed('l-b', null), (d) => d.does('dana', weigh('l-b', 0))],
  [
    'nothing at all again',
    'dana',
    weigh('l-b', 0),
    'nothing_changed',
    (d) => d.does('dana', weigh('l-b', 0)),
  ],
  [
    'no longer, without a weight',
    'dana',
    weigh('l-b', null),
    'no_vote',
    (d) => d.does('emil', weigh('l-b', 3)),
  ],
  ['no link', 'dana', weigh('l-?', 1), 'unknown_link'],
  ['of an observer', 'otto', weigh('l-b', 1), 'not_allowed'],
  ['a retracted link', 'dana', weigh('x-a', 1), 'link_retracted', dropped],
  ['of a retracted claim', 'dana', weigh('l-b', 1), 'claim_retracted', (d) => d.does('olga', retract('c-b'))],
  [
    'of a claim merged into a retracted one',
    'dana',
    weigh('l-b', 1),
    'claim_retracted',
    (d) => d.does('olga', newClaim('n', 'west'), merge('c-b', 'c-n'), retract('c-n')),
  ],
  ['in a locked branch', 'dana', weigh('l-b', 1), 'locked', (d) => d.does('olga', lock('c-b', true))],
];

const scheme = (linkId: string, name: Scheme | null, answeredQuestions?: readonly number[]) =>
  ({
    type: 'link.setScheme',
    linkId,
    scheme: name,
    ...(answeredQuestions && { answeredQuestions }),
  }) as const;
const schemed = (...set: Parameters<typeof scheme>) =>
  ({ ...scheme(...set), type: 'link.schemeSet' }) as const;
const causal = (debate: DebateBuilder) => debate.does('emil', scheme('x-a', 'cause'));

const SET_SCHEME: DecisionCase<OperationOf<'link.setScheme'>>[] = [
  ['of an own link', 'emil', scheme('x-a', 'sign'), schemed('x-a', 'sign')],
  ['of an own claim’s place', 'dana', scheme('l-a', 'sign'), schemed('l-a', 'sign')],
  ['of another’s link, moderating', 'mona', scheme('x-a', 'sign'), schemed('x-a', 'sign')],
  ['of another’s link', 'dana', scheme('x-a', 'sign'), 'not_allowed'],
  ['of an observer', 'otto', scheme('x-a', 'sign'), 'not_allowed'],
  ['another one', 'emil', scheme('x-a', 'sign'), schemed('x-a', 'sign'), causal],
  ['none', 'emil', scheme('x-a', null), schemed('x-a', null), causal],
  ['the same', 'emil', scheme('x-a', 'cause'), 'nothing_changed', causal],
  ['none where there is none', 'emil', scheme('x-a', null), 'nothing_changed'],
  ['with answers', 'emil', scheme('x-a', 'sign', [3, 1, 3]), schemed('x-a', 'sign', [1, 3])],
  ['with answers it has no questions for', 'emil', scheme('x-a', 'sign', [5]), schemed('x-a', 'sign')],
  ['none with answers', 'emil', scheme('x-a', null, [1]), schemed('x-a', null), causal],
  ['of no link', 'emil', scheme('l-?', 'sign'), 'unknown_link'],
  ['of a retracted link', 'emil', scheme('x-a', 'sign'), 'link_retracted', dropped],
  [
    'of a retracted claim',
    'olga',
    scheme('l-b', 'sign'),
    'claim_retracted',
    (d) => d.does('olga', retract('c-b')),
  ],
  [
    'of a merged claim’s place',
    'dana',
    scheme('l-a', 'sign'),
    'claim_merged',
    (d) => d.does('olga', merge('c-a', 'c-d')),
  ],
  [
    'of a merged claim’s cross-link',
    'emil',
    scheme('x-a', 'sign'),
    schemed('x-a', 'sign'),
    (d) => d.does('olga', merge('c-d', 'c-a')),
  ],
  ['in a locked branch', 'emil', scheme('x-a', 'sign'), 'locked', (d) => d.does('olga', lock('west'))],
];

const question = (number: number, answered: boolean, name: Scheme = 'cause') =>
  ({ type: 'link.answerQuestion', linkId: 'x-a', scheme: name, question: number, answered }) as const;
const marked = (number: number, answered: boolean) =>
  ({ ...question(number, answered), type: 'link.questionAnswered' }) as const;
const answered = (debate: DebateBuilder) => causal(debate).does('dana', question(2, true));

const ANSWER_QUESTION: DecisionCase<OperationOf<'link.answerQuestion'>>[] = [
  ['by its author', 'emil', question(1, true), marked(1, true), causal],
  ['by another', 'dana', question(4, true), marked(4, true), causal],
  ['open again', 'dana', question(2, false), marked(2, false), answered],
  ['of a person who only suggests', 'susi', question(1, true), 'not_allowed', causal],
  ['twice', 'dana', question(2, true), 'nothing_changed', answered],
  ['open where it is', 'dana', question(1, false), 'nothing_changed', answered],
  ['that the kind does not have', 'dana', question(5, true), 'scheme_changed', causal],
  ['of another kind', 'dana', question(1, true, 'sign'), 'scheme_changed', causal],
  ['of no kind', 'dana', question(1, true), 'scheme_changed'],
  ['of no link', 'dana', { ...question(1, true), linkId: 'l-?' }, 'unknown_link'],
  ['of a retracted link', 'dana', question(1, true), 'link_retracted', (d) => dropped(causal(d))],
  [
    'of a retracted claim',
    'dana',
    question(1, true),
    'claim_retracted',
    (d) => causal(d).does('olga', retract('c-d')),
  ],
  ['in a locked branch', 'dana', question(1, true), 'locked', (d) => causal(d).does('olga', lock('west'))],
];

describeDecisions('link.add', ADD);
describeDecisions('link.retract', RETRACT);
describeDecisions('link.restore', RESTORE);
describeDecisions('link.weigh', WEIGH);
describeDecisions('link.setScheme', SET_SCHEME);
describeDecisions('link.answerQuestion', ANSWER_QUESTION);
