import type { Operation } from '../debate/engine/operations.ts';

/** One's own operations that can be taken back, and those taken back that can be done again; the latest last. */
export interface UndoStack {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
  /** Steps that are one with the step below them: what was asked for together goes back and forth together. */
  readonly joined: ReadonlySet<Operation>;
}

export const NOTHING_TO_UNDO: UndoStack = { undo: [], redo: [], joined: new Set() };

/** What has just been done: something new, the undoing of the last step, or its redoing. */
export type HistoryAction = 'new' | 'undo' | 'redo';
