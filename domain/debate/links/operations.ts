import { COMMENTERS, type OperationPolicies, WRITERS } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const LINK_OPERATIONS = {
  'link.add': {
    roles: WRITERS,
    when: 'always',
    activity: 'add',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'link.retract': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'edit',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'link.restore': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'edit',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'link.weigh': {
    roles: COMMENTERS,
    when: 'always',
    whenMuted: true,
    activity: 'vote',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
