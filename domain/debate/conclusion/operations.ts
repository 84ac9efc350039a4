import { COMMENTERS, EVERYONE, MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const CONCLUSION_OPERATIONS = {
  'conclusion.setStatus': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'conclusion.sign': {
    roles: COMMENTERS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'conclusion.unsign': {
    roles: EVERYONE,
    when: 'always',
    activity: null,
    addsText: false,
    whenMuted: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'conclusion.record': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
