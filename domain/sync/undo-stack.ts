import type { Effect } from '../debate/entries.ts';
import { invertEffect } from '../debate/invert.ts';
import type { Operation } from '../debate/operations.ts';
import type { DebateState } from '../debate/state.ts';
import { carryTextChanges } from './carry-text.ts';
import type { PendingOperation } from './pending-operation.ts';

/** One's own operations that can be taken back, and those taken back that can be done again; the latest last. */
export interface UndoStack {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
}

export const NOTHING_TO_UNDO: UndoStack = { undo: [], redo: [] };

/** Steps kept: more than anyone takes back by hand. */
const STEPS = 200;

/** What has just been done: something new, the undoing of the last step, or its redoing. */
export type Deed = 'new' | 'undo' | 'redo';

/** Notes a deed by what it did to the state before it. */
export function noteDeed(
  stack: UndoStack,
  deed: Deed,
  before: DebateState,
  effects: readonly Effect[],
  participantId: string,
): UndoStack {
  const effect = effects[0];
  const inverse = effect ? invertEffect(before, effect, participantId) : null;
  const push = (steps: readonly Operation[]) => (inverse ? [...steps, inverse].slice(-STEPS) : steps);
  switch (deed) {
    case 'new':
      return inverse ? { undo: push(stack.undo), redo: [] } : stack;
    case 'undo':
      return { undo: stack.undo.slice(0, -1), redo: push(stack.redo) };
    case 'redo':
      return { undo: push(stack.undo), redo: stack.redo.slice(0, -1) };
  }
}

/** Takes away the last step of a stack, where it no longer fits what others did meanwhile. */
export function dropStep(stack: UndoStack, deed: 'undo' | 'redo'): UndoStack {
  return { ...stack, [deed]: stack[deed].slice(0, -1) };
}

/**
 * Carries the text changes waiting on the stack over what others wrote. An undo step is made on the text with everything
 * pending in it, the one below it on the text with that undone: read from the top they follow the pending ones.
 */
export function carryUndo(
  stack: UndoStack,
  pending: readonly PendingOperation[],
  before: DebateState,
  after: DebateState,
): UndoStack {
  return {
    undo: carrySteps(stack.undo, pending, before, after),
    redo: carrySteps(stack.redo, pending, before, after),
  };
}

function carrySteps(
  steps: readonly Operation[],
  pending: readonly PendingOperation[],
  before: DebateState,
  after: DebateState,
): readonly Operation[] {
  if (!steps.some(({ type }) => type === 'claim.edit')) return steps;
  const topFirst = steps.map((operation) => ({ operation, confirmedBy: null })).reverse();
  const carried = carryTextChanges([...pending, ...topFirst], before, after);
  return carried
    .slice(pending.length)
    .map(({ operation }) => operation)
    .reverse();
}
