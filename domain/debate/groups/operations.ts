import { MODERATORS, type OperationPolicies, SERVER } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const GROUP_OPERATIONS = {
  'claim.promote': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 1,
  },
  'claim.markPromoted': {
    roles: SERVER,
    when: 'always',
    activity: null,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'group.form': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'plenary',
    embargo: 'free',
    cost: 10,
  },
  'group.assign': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'plenary',
    embargo: 'free',
    cost: 1,
  },
  'group.setStatus': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'allow',
    inGroup: 'plenary',
    embargo: 'free',
    cost: 2,
  },
} satisfies OperationPolicies;
