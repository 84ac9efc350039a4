import { COMMENTERS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const COMMENT_OPERATIONS = {
  'comment.add': {
    roles: COMMENTERS,
    when: 'always',
    activity: 'comment',
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'comment.withdraw': {
    roles: COMMENTERS,
    when: 'author',
    activity: 'comment',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'comment.restore': {
    roles: COMMENTERS,
    when: 'author',
    activity: 'comment',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'comment.resolve': {
    roles: COMMENTERS,
    when: 'author-or-moderator',
    activity: 'comment',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
