import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { type DebateBuilder, lock, newClaim, unlock } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';
import { setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const locked = (on: string, branch: boolean) => ({ type: 'content.locked', on, branch }) as const;
const unlocked = (on: string) => ({ type: 'content.unlocked', on }) as const;
const locks =
  (on: string, branch = false) =>
  (debate: DebateBuilder) =>
    debate.does('olga', lock(on, branch));
/** Dana has added c-n, which nobody else sees yet. */
const blind = (debate: DebateBuilder) =>
  debate.does('olga', setAgenda([WRITING]), turnTo(WRITING.id)).does('dana', newClaim('n', 'east'));

const LOCK: DecisionCase<OperationOf<'content.lock'>>[] = [
  ['a claim', 'mona', lock('c-a'), locked('c-a', false)],
  ['a claim and its branch', 'olga', lock('c-a', true), locked('c-a', true)],
  ['a locked claim and its branch', 'olga', lock('c-a', true), locked('c-a', true), locks('c-a')],
  ['a claim of a locked branch, alone', 'olga', lock('c-a'), locked('c-a', false), locks('c-a', true)],
  ['a position, which has a branch', 'olga', lock('east'), locked('east', true)],
  ['the debate, which has a branch', 'olga', lock('*'), locked('*', true)],
  ['a claim, by a debater', 'dana', lock('c-a'), 'not_allowed'],
  ['no claim', 'olga', lock('c-?'), 'unknown_target'],
  ['a link', 'olga', lock('x-a'), 'unknown_target'],
  ['a claim that others do not see yet', 'olga', lock('c-n'), 'unknown_target', blind],
  ['a locked claim', 'olga', lock('c-a'), 'nothing_changed', locks('c-a')],
  ['a locked position', 'olga', lock('east'), 'nothing_changed', locks('east')],
  ['a locked debate', 'olga', lock('*', true), 'nothing_changed', locks('*')],
];

const UNLOCK: DecisionCase<OperationOf<'content.unlock'>>[] = [
  ['a claim', 'mona', unlock('c-a'), unlocked('c-a'), locks('c-a')],
  ['the debate', 'olga', unlock('*'), unlocked('*'), locks('*')],
  ['a claim, by a debater', 'dana', unlock('c-a'), 'not_allowed', locks('c-a')],
  ['a claim of a locked branch', 'olga', unlock('c-b'), 'nothing_changed', locks('c-a', true)],
  ['a claim that others do not see yet', 'olga', unlock('c-n'), 'unknown_target', blind],
];

describeDecisions('content.lock', LOCK);
describeDecisions('content.unlock', UNLOCK);
