import { MODERATORS, type OperationPolicies, WRITERS } from '../engine/define-operation.ts';

/** Who may run each of these operations, and when. */
export const LINEAGE_OPERATIONS = {
  'claim.merge': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
  'claim.unmerge': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
  'claim.split': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'add',
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
  'claim.join': {
    roles: WRITERS,
    when: 'author-or-moderator',
    activity: 'edit',
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 2,
  },
} satisfies OperationPolicies;
