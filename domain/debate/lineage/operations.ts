import { MODERATORS, type OperationPolicies, WRITERS } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const LINEAGE_OPERATIONS = {
  'claim.merge': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
  'claim.unmerge': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
  'claim.split': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'add',
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
  'claim.join': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'edit',
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
} satisfies OperationPolicies;
