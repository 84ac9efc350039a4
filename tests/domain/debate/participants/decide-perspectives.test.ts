import { describe } from 'vitest';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { DebateBuilder } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';
import { admit, mute } from '#tests/support/pairs/made-operations.ts';

const show = (shown = true): OperationOf<'perspective.show'> => ({ type: 'perspective.show', shown });
const shown = (participantId: string, is = true) =>
  ({ type: 'perspective.shown', participantId, shown: is }) as const;

const configured = (settings: Omit<OperationOf<'debate.configure'>, 'type'>) => (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', ...settings });
const agreed = (debate: DebateBuilder) => debate.does('dana', show());
const closed = (debate: DebateBuilder) => debate.does('olga', { type: 'debate.setStatus', status: 'closed' });

const CASES: DecisionCase<OperationOf<'perspective.show'>>[] = [
  ['of a debater', 'dana', show(), shown('dana')],
  ['of an observer', 'otto', show(), shown('otto')],
  ['of the owner', 'olga', show(), shown('olga')],
  ['again', 'dana', show(), 'nothing_changed', agreed],
  ['withdrawn', 'dana', show(false), shown('dana', false), agreed],
  ['withdrawn by one who never agreed', 'dana', show(false), 'nothing_changed'],
  ['in a secret ballot', 'dana', show(), 'votes_secret', configured({ ballots: 'secret' })],
  ['in an anonymous debate', 'dana', show(), 'votes_anonymous', configured({ names: 'anonymous' })],
  ['with pseudonyms', 'dana', show(), shown('dana'), configured({ names: 'pseudonyms' })],
  [
    'withdrawn once the ballot is secret',
    'dana',
    show(false),
    shown('dana', false),
    (debate) => configured({ ballots: 'secret' })(agreed(debate)),
  ],
  ['muted', 'dana', show(), shown('dana'), (debate) => debate.does('olga', mute('dana', 'flooding'))],
  [
    'withdrawn while muted, in a closed debate',
    'dana',
    show(false),
    shown('dana', false),
    (debate) => closed(agreed(debate).does('olga', mute('dana', 'flooding'))),
  ],
  ['in a closed debate', 'dana', show(), shown('dana'), closed],
  ['removed', 'dana', show(), 'removed', (debate) => debate.does('olga', admit('dana', 'removed'))],
];

describe('[PV6] a person shows their votes, or no longer', () => {
  describeDecisions('perspective.show', CASES);
});
