import type { Effect } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { isPassing, type Rejection } from '#domain/debate/engine/rejections.ts';
import { isTextEdit, revisionIn, textNamed } from '#domain/debate/texts/texts.ts';
import type { Replica } from '#domain/sync/replica.ts';
import type { Rules } from '#domain/sync/rules.ts';
import type { HistoryAction, UndoStack } from '#domain/sync/undo-stack.ts';
import type { BoardCell } from './board-cell.ts';

/** The viewer's undo and redo steps. Empty until the page has loaded the rules. */
export class UndoHistory {
  readonly #cell: BoardCell;
  #rules: Rules | null = null;

  constructor(cell: BoardCell) {
    this.#cell = cell;
  }

  /** Takes the rules. What is submitted from now on can be undone. */
  learn(rules: Rules): void {
    this.#rules = rules;
  }

  /** Returns the stack with an operation about to be submitted; `joins`: it is undone together with the one before. */
  withAction(action: HistoryAction, effects: readonly Effect[], joins: boolean): UndoStack {
    const { undo, replica } = this.#cell.read();
    const me = replica.participantId ?? '';
    return this.#rules?.recordStep(undo, action, replica.view, effects, me, joins) ?? undo;
  }

  /** Returns the stack with an edit about to be typed; `goesOn`: it belongs to what was typed before. */
  withTyping(effects: readonly Effect[], goesOn: boolean): UndoStack {
    const { undo, replica } = this.#cell.read();
    return (
      this.#rules?.recordTyping(undo, replica.view, effects, replica.participantId ?? '', goesOn) ?? undo
    );
  }

  /** Returns the stack rebased over what others wrote between the present replica and the next. */
  carriedTo(next: Replica): UndoStack {
    const { undo, replica } = this.#cell.read();
    return this.#rules?.rebaseUndoStack(undo, replica, next) ?? undo;
  }

  /**
   * Submits the last step, and those joined to it. Steps that no longer fit are dropped; what can't be submitted for now is left for the
   * next time. Returns false if none fits.
   */
  step(action: 'undo' | 'redo', submit: (operation: Operation, joins: boolean) => Rejection | null): boolean {
    const rules = this.#rules;
    if (rules === null) return false;
    const last = () => this.#cell.read().undo[action].at(-1);
    let done = false;
    for (let step = last(); step; step = last()) {
      const joined = this.#cell.read().undo.joined.has(step);
      const refusal = submit(onView(step, this.#cell.read().replica), done);
      if (refusal && (refusal.code === 'queue_full' || isPassing(refusal))) break;
      if (refusal === null) done = true;
      else this.#cell.change({ undo: rules.dropStep(this.#cell.read().undo, action) });
      if (done && !joined) break;
    }
    return done;
  }
}

/** An undo step is rebased with the text, so it always applies to the text as shown: name that revision. */
function onView(operation: Operation, replica: Replica): Operation {
  if (!isTextEdit(operation)) return operation;
  return { ...operation, base: revisionIn(replica.view, textNamed(operation)) };
}
