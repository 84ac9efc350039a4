import { COMMENTERS, EVERYONE, MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const MEETING_OPERATIONS = {
  'meeting.setStatus': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 2,
  },
  'hand.raise': {
    roles: COMMENTERS,
    when: 'always',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'hand.lower': {
    roles: EVERYONE,
    when: 'author-or-moderator',
    activity: null,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'floor.give': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'spotlight.set': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'hidden',
    cost: 1,
  },
} satisfies OperationPolicies;
