import { MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** Who may run each of these operations, and when. */
export const POSITION_OPERATIONS = {
  'position.add': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'position.edit': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'summary.edit': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
