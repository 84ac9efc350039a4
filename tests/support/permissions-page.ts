import {
  COMMENTERS,
  EVERYONE,
  MODERATORS,
  type OperationPolicy,
  OWNER,
  WRITERS,
} from '../../domain/debate/engine/define-operation.ts';
import { OPERATIONS } from '../../domain/debate/engine/registry.ts';
import { markdownTable } from './markdown-table.ts';

const roles = new Map([
  [EVERYONE, 'everyone'],
  [COMMENTERS, 'suggesters, debaters, moderators, owner'],
  [WRITERS, 'debaters, moderators, owner'],
  [MODERATORS, 'moderators, owner'],
  [OWNER, 'owner'],
]);
const whose = {
  always: 'any',
  author: 'own',
  others: 'others’',
  'author-or-moderator': 'own; moderators: any',
  'author-or-shared-wording': 'own; any if claims have shared wording',
} as const;
const frozen = {
  free: '',
  hidden: 'what is hidden',
  others: 'all but one’s own new claims',
  everything: 'everything',
} as const;

/** `docs/permissions.md`, as the policies of the operations make it. */
export function permissionsPage(): string {
  return `# Permissions

This page lists who may run each operation, and when. Facilitators use it to see what a role can do, API developers to see why a request
is refused. A muted participant can only run what says so. The server itself may run everything.

- **Phase** names the activity a phase must allow; operations without one can be run in every phase.
- **Closed** says whether a closed or archived debate takes the operation.
- **Groups** says where a small group’s operations are decided.
- Moderators run \`participant.*\` only on people who don’t moderate. Only the owner appoints and dismisses moderators.
- ${listed('hasOwnRoute')} have routes of their own. A program can’t run ${listed('needsProof')}, which asks people to confirm who they are.
- An invitation (\`participant.join\`) raises nobody whose role a moderator has set, or whom moderators have removed.
- People whose contributions need approval can’t use \`claim.edit\`, \`comment.edit\` and \`source.edit\` on what everyone sees, nor \`suggestion.settle\` where it changes the claim’s wording.
- **Frozen** says what the operation can’t be used on while a phase hides new claims.

The table is generated from \`domain/debate/*/operations.ts\`. To update it, run \`npx vitest run tests/project/permissions-page.test.ts -u\`.

${markdownTable(
  ['Operation', 'Who', 'On whose', 'While muted', 'Phase', 'Closed', 'Groups', 'Frozen'],
  Object.entries(OPERATIONS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, policy]) => [`\`${type}\``, ...cells(policy)]),
)}

Next: [facilitating](facilitating.md), [the HTTP API](api.md), [the live protocol](protocol.md).
`;
}

/** The operations with this mark, in a sentence. */
function listed(mark: 'hasOwnRoute' | 'needsProof'): string {
  const policies: [string, OperationPolicy][] = Object.entries(OPERATIONS);
  const names = policies.flatMap(([type, policy]) => (policy[mark] ? [`\`${type}\``] : []));
  return new Intl.ListFormat('en').format(names.sort());
}

function cells(policy: OperationPolicy): string[] {
  return [
    roles.get(policy.roles) ?? 'the server',
    whose[policy.when],
    policy.whenMuted ? 'yes' : '',
    policy.activity ?? '',
    policy.whenClosed === 'refuse' ? 'refused' : 'taken',
    policy.inGroup === 'plenary' ? 'by the plenary' : '',
    frozen[policy.embargo],
  ];
}
