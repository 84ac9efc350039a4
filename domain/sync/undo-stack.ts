import type { Operation } from '../debate/engine/operations.ts';

/** The user's own operations that can be undone, and undone ones that can be redone; the latest last. */
export interface UndoStack {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
  /** The action that each step belongs to: its steps are undone and redone together. */
  readonly actions: ReadonlyMap<Operation, UndoableAction>;
}

/** Identifies an action of the user, while its steps are rebased, undone and redone: it stays the same object. */
export interface UndoableAction {
  /** The type of the operation that reverts its first step. */
  readonly revertedBy: Operation['type'];
}

export const NOTHING_TO_UNDO: UndoStack = { undo: [], redo: [], actions: new Map() };

/** Returns the action that would be undone, or redone, next; undefined if there is none. */
export function nextAction(
  { actions, ...steps }: UndoStack,
  action: 'undo' | 'redo',
): UndoableAction | undefined {
  const last = steps[action].at(-1);
  return last && actions.get(last);
}

/** The kind of action: a new one, undoing the last step, or redoing it. */
export type HistoryAction = 'new' | 'undo' | 'redo';
