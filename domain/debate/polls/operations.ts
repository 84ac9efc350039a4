import { COMMENTERS, MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** Who may run each of these operations, and when. */
export const POLL_OPERATIONS = {
  'poll.open': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'poll.setStatus': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
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
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
