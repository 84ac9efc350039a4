import { COMMENTERS, EVERYONE, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const SUGGESTION_OPERATIONS = {
  'suggestion.make': {
    roles: COMMENTERS,
    when: 'others',
    activity: 'edit',
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 1,
  },
  'suggestion.withdraw': {
    roles: EVERYONE,
    when: 'author',
    activity: null,
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'suggestion.settle': {
    roles: COMMENTERS,
    when: 'author-or-moderator',
    activity: 'edit',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'everything',
    cost: 1,
  },
} satisfies OperationPolicies;
