import { MODERATORS, type OperationPolicies } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const AGENDA_OPERATIONS = {
  'agenda.set': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: true,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'agenda.goTo': {
    roles: MODERATORS,
    when: 'always',
    activity: null,
    addsText: false,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 2,
  },
  'agenda.setTimer': {
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
