import { COMMENTERS, MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const POLL_OPERATIONS = {
  'poll.open': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'poll.setStatus': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'poll.answer': {
    roles: COMMENTERS,
    when: 'always',
    whenMuted: true,
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'poll.hideAnswer': {
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
