import { MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const TASK_OPERATIONS = {
  'task.add': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'task.change': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'task.remove': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
