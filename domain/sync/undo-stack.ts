import type { Operation } from '../debate/engine/operations.ts';

/** The user's own operations that can be undone, and undone ones that can be redone; the latest last. */
export interface UndoStack {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
  /** Steps that are undone and redone together with the step below them. */
  readonly joined: ReadonlySet<Operation>;
}

export const NOTHING_TO_UNDO: UndoStack = { undo: [], redo: [], joined: new Set() };

/** The kind of action: a new one, undoing the last step, or redoing it. */
export type HistoryAction = 'new' | 'undo' | 'redo';
