import { expect } from 'vitest';
import type { EffectOf } from '#domain/debate/engine/define-event.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import {
  assign,
  bring,
  type DebateBuilder,
  form,
  hide,
  lock,
  merge,
  retract,
  toPlenary,
  turnGroup,
} from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';

type Form = OperationOf<'group.form'>;

const formed = ({ groups }: Form) => ({ type: 'group.formed', groups }) as const;
const assigned = (participantId: string, key: string | null) =>
  ({ ...assign(participantId, key), type: 'group.assigned' }) as const;
const turned = (status: OperationOf<'group.setStatus'>['status'], ...ids: string[]) =>
  ({ type: 'group.statusChanged', ids, status }) as const;
const both = {
  type: 'group.form',
  groups: [...form('a', 'dana').groups, ...form('b', 'emil').groups],
} as const;
const formOne = (key: string, more: Partial<Form['groups'][number]>): Form => ({
  type: 'group.form',
  groups: form(key).groups.map((group) => ({ ...group, ...more })),
});
const turnBoth = (status: OperationOf<'group.setStatus'>['status']) =>
  ({ type: 'group.setStatus', ids: ['g-a', 'g-b', 'g-a'], status }) as const;

const grouped = (debate: DebateBuilder) => debate.does('olga', form('a', 'dana', 'emil'), form('b', 'susi'));
const closed = (debate: DebateBuilder) => grouped(debate).does('olga', turnGroup('a', 'closed'));
const anonymous = (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
/** Three people in one group, none in another, in an anonymous debate. */
const three = (debate: DebateBuilder) =>
  anonymous(debate).does('olga', form('a', 'dana', 'emil', 'susi'), form('b'));
const removed = (debate: DebateBuilder) =>
  debate.does('olga', {
    type: 'participant.setMembership',
    participantId: 'dana',
    membership: 'removed',
    reason: 'other',
  });
const erased = (debate: DebateBuilder) =>
  debate.does(SYSTEM, { type: 'participant.erase', participantId: 'dana', words: false });

const FORM: DecisionCase<Form>[] = [
  ['of two people', 'mona', form('n', 'dana', 'emil'), formed(form('n', 'dana', 'emil'))],
  ['of nobody yet', 'olga', form('n'), formed(form('n'))],
  ['two at once', 'olga', both, formed(both)],
  ['of a person whose group is closed', 'olga', form('n', 'dana'), formed(form('n', 'dana')), closed],
  [
    'of three, in an anonymous debate',
    'olga',
    form('n', 'dana', 'emil', 'susi'),
    formed(form('n', 'dana', 'emil', 'susi')),
    anonymous,
  ],
  ['of nobody yet, in an anonymous debate', 'olga', form('n'), formed(form('n')), anonymous],
  [
    'the last one',
    'olga',
    form('n'),
    formed(form('n')),
    (d) => fillUp('groups', LIMITS.groups - 1)(grouped(d)),
  ],
  ['by a debater', 'dana', form('n', 'dana'), 'not_allowed'],
  [
    'one too many',
    'olga',
    both,
    'too_many',
    (d) => fillUp('groups', LIMITS.groups - 1)(d.does('olga', form('c'))),
  ],
  ['the same twice', 'olga', { ...both, groups: [...form('n').groups, ...form('n').groups] }, 'id_taken'],
  ['in the debate of another', 'olga', formOne('n', { debateId: 'd-a' }), 'id_taken', grouped],
  ['with the id of another', 'olga', formOne('a', { debateId: 'd-n' }), 'id_taken', grouped],
  ['without a name', 'olga', formOne('n', { name: ' ' }), 'text_empty'],
  [
    'with a long name',
    'olga',
    formOne('n', { name: 'x'.repeat(LIMITS.groupNameCharacters + 1) }),
    'text_too_long',
  ],
  ['with a name in a hidden direction', 'olga', formOne('n', { name: 'puorG\u202e' }), 'text_malformed'],
  ['of a person who has not joined', 'olga', form('n', 'nina'), 'unknown_participant'],
  ['of a removed person', 'olga', form('n', 'dana'), 'unknown_participant', removed],
  ['of an erased person', 'olga', form('n', 'dana'), 'unknown_participant', erased],
  ['of one person twice', 'olga', form('n', 'dana', 'dana'), 'in_group'],
  ['of a person in another', 'olga', form('n', 'dana'), 'in_group', grouped],
  ['of two, in an anonymous debate', 'olga', form('n', 'dana', 'emil'), 'group_too_small', anonymous],
];

const ASSIGN: DecisionCase<OperationOf<'group.assign'>>[] = [
  ['to a group', 'mona', assign('otto', 'a'), assigned('otto', 'a'), grouped],
  ['to another group', 'olga', assign('dana', 'b'), assigned('dana', 'b'), grouped],
  ['to none', 'olga', assign('dana', null), assigned('dana', null), grouped],
  ['out of a closed group', 'olga', assign('dana', 'b'), assigned('dana', 'b'), closed],
  ['to a group of three, in an anonymous debate', 'olga', assign('otto', 'a'), assigned('otto', 'a'), three],
  ['by a debater', 'dana', assign('otto', 'a'), 'not_allowed', grouped],
  ['of a person who has not joined', 'olga', assign('nina', 'a'), 'unknown_participant', grouped],
  ['of a removed person', 'olga', assign('dana', 'b'), 'unknown_participant', (d) => removed(grouped(d))],
  ['of an erased person', 'olga', assign('dana', 'b'), 'unknown_participant', (d) => erased(grouped(d))],
  ['to no group of the debate', 'olga', assign('dana', '?'), 'unknown_group', grouped],
  ['to a closed group', 'olga', assign('susi', 'a'), 'unknown_group', closed],
  ['to the same group', 'olga', assign('dana', 'a'), 'nothing_changed', grouped],
  ['to none, as before', 'olga', assign('otto', null), 'nothing_changed', grouped],
  ['out of a group of three, in an anonymous debate', 'olga', assign('susi', null), 'group_too_small', three],
  ['to an empty group, in an anonymous debate', 'olga', assign('otto', 'b'), 'group_too_small', three],
  [
    'out of a group of four that one person has left, in an anonymous debate',
    'olga',
    assign('susi', null),
    'group_too_small',
    (d) => removed(three(d).does('olga', assign('otto', 'a'))),
  ],
  [
    'of the last person in the group, in an anonymous debate',
    'olga',
    assign('emil', null),
    assigned('emil', null),
    (d) => removed(anonymous(d.does('olga', form('a', 'dana', 'emil')))),
  ],
];

const SET_STATUS: DecisionCase<OperationOf<'group.setStatus'>>[] = [
  ['closed', 'mona', turnGroup('a', 'closed'), turned('closed', 'g-a'), grouped],
  ['archived after it was closed', 'olga', turnGroup('a', 'archived'), turned('archived', 'g-a'), closed],
  ['opened again', 'olga', turnGroup('a', 'open'), turned('open', 'g-a'), closed],
  [
    'two closed, one of them named twice',
    'olga',
    turnBoth('closed'),
    turned('closed', 'g-a', 'g-b'),
    grouped,
  ],
  ['two closed, one of them before', 'olga', turnBoth('closed'), turned('closed', 'g-b'), closed],
  ['closed by a debater', 'dana', turnGroup('a', 'closed'), 'not_allowed', grouped],
  ['of none', 'olga', turnGroup('?', 'closed'), 'unknown_group', grouped],
  ['closed again', 'olga', turnGroup('a', 'closed'), 'nothing_changed', closed],
  [
    'opened again, with a person in another',
    'olga',
    turnGroup('a', 'open'),
    'in_group',
    (d) => closed(d).does('olga', assign('dana', 'b')),
  ],
  [
    'opened again, with a removed person in another',
    'olga',
    turnGroup('a', 'open'),
    turned('open', 'g-a'),
    (d) => removed(closed(d).does('olga', form('c', 'dana'))),
  ],
  [
    'of three opened again that one person has left, in an anonymous debate',
    'olga',
    turnGroup('a', 'open'),
    'group_too_small',
    (d) => removed(three(d).does('olga', turnGroup('a', 'closed'))),
  ],
  [
    'two opened again, with a person in both',
    'olga',
    { type: 'group.setStatus', ids: ['g-a', 'g-c'], status: 'open' },
    'in_group',
    (d) => closed(d).does('olga', form('c', 'dana'), turnGroup('c', 'closed')),
  ],
  [
    'of two opened again, in an anonymous debate',
    'olga',
    turnGroup('a', 'open'),
    'group_too_small',
    (d) => anonymous(closed(d)),
  ],
  [
    'of two closed, in an anonymous debate',
    'olga',
    turnGroup('a', 'closed'),
    turned('closed', 'g-a'),
    (d) => anonymous(grouped(d)),
  ],
];

/** The effect of bringing a claim: it is added, from a group. */
function brought({
  type: _,
  groupId: group,
  ...claim
}: OperationOf<'claim.promote'>): EffectOf<'claim.added'> {
  return { type: 'claim.added', ...claim, sources: [], order: expect.any(String), group };
}

const PROMOTE: DecisionCase<OperationOf<'claim.promote'>>[] = [
  ['on a position', 'mona', bring('a', 'n'), brought(bring('a', 'n')), grouped],
  ['on a claim', 'olga', bring('a', 'n', 'c-a'), brought(bring('a', 'n', 'c-a')), grouped],
  [
    'on a locked claim',
    'olga',
    bring('a', 'n', 'c-a'),
    brought(bring('a', 'n', 'c-a')),
    (d) => grouped(d).does('olga', lock('c-a', true)),
  ],
  ['by a debater', 'dana', bring('a', 'n'), 'not_allowed', grouped],
  ['from no group of the debate', 'olga', bring('?', 'n'), 'unknown_group', grouped],
  ['again', 'olga', bring('a', 'n'), 'id_taken', (d) => grouped(d).does('olga', bring('a', 'n'))],
  ['on no claim', 'olga', bring('a', 'n', 'c-?'), 'unknown_target', grouped],
];

const promoted = (claimId: string) => ({ type: 'claim.promoted', claimId }) as const;

const MARK: DecisionCase<OperationOf<'claim.markPromoted'>>[] = [
  ['by the server', SYSTEM, toPlenary('c-a'), promoted('c-a')],
  ['by the owner', 'olga', toPlenary('c-a'), 'not_allowed'],
  ['of no claim', SYSTEM, toPlenary('c-?'), 'unknown_claim'],
  [
    'of a retracted claim',
    SYSTEM,
    toPlenary('c-a'),
    'claim_retracted',
    (d) => d.does('olga', retract('c-a')),
  ],
  ['of a merged claim', SYSTEM, toPlenary('c-a'), 'claim_merged', (d) => d.does('olga', merge('c-a', 'c-d'))],
  ['of a hidden claim', SYSTEM, toPlenary('c-a'), 'content_hidden', (d) => d.does('olga', hide('c-a'))],
  [
    'of a claim in a hidden branch',
    SYSTEM,
    toPlenary('c-b'),
    'content_hidden',
    (d) => d.does('olga', hide('c-a')),
  ],
  ['again', SYSTEM, toPlenary('c-a'), 'nothing_changed', (d) => d.does(SYSTEM, toPlenary('c-a'))],
];

describeDecisions('group.form', FORM);
describeDecisions('group.assign', ASSIGN);
describeDecisions('group.setStatus', SET_STATUS);
describeDecisions('claim.promote', PROMOTE);
describeDecisions('claim.markPromoted', MARK);
