import { COMMENTERS, type OperationPolicies, WRITERS } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const CLAIM_OPERATIONS = {
  'claim.add': {
    roles: WRITERS,
    when: 'always',
    activity: 'add',
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'claim.move': {
    roles: WRITERS,
    when: 'author-or-shared-wording',
    activity: 'edit',
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'others',
    cost: 1,
  },
  'claim.retract': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'edit',
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'claim.restore': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'edit',
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'claim.react': {
    roles: COMMENTERS,
    when: 'always',
    whenMuted: true,
    activity: 'vote',
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
