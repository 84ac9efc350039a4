import { type OperationPolicies, SERVER } from '../engine/define-operation.ts';

/** Who may run each of these operations, and when. */
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
