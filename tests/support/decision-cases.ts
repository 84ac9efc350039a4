import { describe, expect, test } from 'vitest';
import { decide } from '../../domain/debate/engine/decide.ts';
import type { Effect } from '../../domain/debate/engine/entries.ts';
import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { aDebate, type DebateBuilder } from './debate-builder.ts';

/**
 * One form of an operation in `aDebate()`: who runs it, its effect or effects or the code of its refusal, and what was done before. Effects
 * are compared whole.
 */
export type DecisionCase<T extends Operation = Operation> = [
  form: string,
  by: string,
  operation: T,
  expected: RejectionCode | Effect | readonly Effect[],
  before?: (debate: DebateBuilder) => unknown,
];

const DEBATE = aDebate();

/** The forms of operations of this type are decided as their table says. */
export function describeDecisions<T extends OperationType>(
  type: T,
  cases: readonly DecisionCase<Extract<Operation, { type: T }>>[],
): void {
  describe(type, () => {
    test.each(cases)('%s, by %s', (...row) => {
      expect(decidedIn(row)).toEqual(expectedIn(row));
    });
  });
}

/** The same for a type whose table is in another file. */
export function describeMoreDecisions<T extends OperationType>(
  type: T,
  cases: readonly DecisionCase<Extract<Operation, { type: T }>>[],
): void {
  describeDecisions(type, cases);
}

/** Copies one of a debate's records until it has this many of the kind. */
export const fillUp =
  (
    kind:
      | 'claims'
      | 'comments'
      | 'groups'
      | 'meetings'
      | 'participants'
      | 'polls'
      | 'positions'
      | 'questions'
      | 'reports'
      | 'sources'
      | 'speeches'
      | 'signatures'
      | 'suggestions'
      | 'tasks',
    size: number,
  ) =>
  (debate: DebateBuilder): void => {
    const records = debate.state[kind] as DebateState['claims'];
    const [record = expect.fail(`a debate without ${kind}`)] = records.values();
    const copies = Array.from(
      { length: size - records.size },
      (_, at) => [`copy-${at}`, { ...record, id: `copy-${at}` }] as const,
    );
    debate.state = { ...debate.state, [kind]: records.merge(copies) };
  };

/** The effects of a case's operation, or the code of its refusal. */
function decidedIn([, by, operation, , before]: DecisionCase): RejectionCode | readonly Effect[] {
  const debate = DEBATE.copy();
  before?.(debate);
  const decision = decide(debate.state, operation, debate.actor(by), debate.now);
  return decision.ok ? decision.effects : decision.rejection.code;
}

/** The effects that a case expects, or the code. */
function expectedIn([, , , expected]: DecisionCase): unknown {
  if (typeof expected === 'string') return expected;
  return Array.isArray(expected) ? expected : [expected];
}
