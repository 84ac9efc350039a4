import { type OperationPolicies, SERVER } from '../engine/define-operation.ts';

/** The rights and preconditions of each of these operations. */
export const TEXT_OPERATIONS = {
  'text.seal': {
    roles: SERVER,
    when: 'always',
    activity: null,
    whenClosed: 'allow',
    inGroup: 'local',
    embargo: 'free',
    cost: 1,
  },
} satisfies OperationPolicies;
