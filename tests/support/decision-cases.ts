import { decide } from '../../domain/debate/engine/decide.ts';
import type { Effect } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { aDebate, type DebateBuilder } from './debate-builder.ts';

/**
 * One form of an operation in `aDebate()`: who runs it, its effect or the code of its refusal, and what was done before. An effect is
 * compared whole.
 */
export type DecisionCase<T extends Operation = Operation> = [
  form: string,
  by: string,
  operation: T,
  expected: RejectionCode | Effect,
  before?: (debate: DebateBuilder) => unknown,
];

/** The effects of a case's operation, or the code of its refusal. */
export function decidedIn([, by, operation, , before]: DecisionCase): RejectionCode | readonly Effect[] {
  const debate = aDebate();
  before?.(debate);
  const decision = decide(debate.state, operation, debate.actor(by), debate.now);
  return decision.ok ? decision.effects : decision.rejection.code;
}

/** The effects that a case expects, or the code. */
export function expectedIn([, , , expected]: DecisionCase): RejectionCode | readonly Effect[] {
  return typeof expected === 'string' ? expected : [expected];
}
