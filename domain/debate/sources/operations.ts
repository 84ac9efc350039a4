import { type OperationPolicies, WRITERS } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const SOURCE_OPERATIONS = {
  'claim.cite': {
    roles: WRITERS,
    when: 'author-or-shared-wording',
    activity: 'edit',
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'claim.uncite': {
    roles: WRITERS,
    when: 'author-or-shared-wording',
    activity: 'edit',
    addsText: false,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
  'source.add': {
    roles: WRITERS,
    when: 'always',
    activity: 'edit',
    addsText: true,
    whenClosed: 'refuse',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
