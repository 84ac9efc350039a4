import type { Effect } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { isPassing, isRedundant, type Rejection } from '#domain/debate/engine/rejections.ts';
import { isTextEdit, revisionIn, textNamed } from '#domain/debate/texts/texts.ts';
import type { Replica } from '#domain/sync/replica.ts';
import type { Rules } from '#domain/sync/rules.ts';
import {
  type HistoryAction,
  nextAction,
  type UndoableAction,
  type UndoStack,
} from '#domain/sync/undo-stack.ts';
import type { BoardCell } from './board-cell.ts';

/** An action that was undone or redone. */
export interface Reverted {
  /** The operation that began the action; `null`: nothing was, or it is not known any longer. */
  readonly operation: Operation | null;
  /** Number of further operations of the action that were undone or redone with it. */
  readonly more: number;
}

/** The viewer's undo and redo steps. Empty until the page has loaded the rules. */
export class UndoHistory {
  readonly #cell: BoardCell;
  #rules: Rules | null = null;
  #latest: UndoableAction | null = null;
  /** The operations that made each action. Typing is one. */
  readonly #asked = new WeakMap<UndoableAction, readonly Operation[]>();
  #reverted: Reverted = { operation: null, more: 0 };

  constructor(cell: BoardCell) {
    this.#cell = cell;
  }

  /** Takes the rules. What is submitted from now on can be undone. */
  learn(rules: Rules): void {
    this.#rules = rules;
  }

  /** The viewer's latest action, also if it was undone since; `null` if it changed nothing or can't be undone. */
  get latest(): UndoableAction | null {
    return this.#latest;
  }

  /** The action that was undone or redone last. */
  get reverted(): Reverted {
    return this.#reverted;
  }

  /** Begins an action of the viewer, before its first operation is submitted: it may turn out to change nothing. */
  begin(): void {
    this.#latest = null;
  }

  /** Returns the stack with an operation about to be submitted; `joins`: it is undone together with the one before. */
  withAction(
    action: HistoryAction,
    operation: Operation,
    effects: readonly Effect[],
    joins: boolean,
  ): UndoStack {
    const { undo, replica } = this.#cell.read();
    const me = replica.participantId ?? '';
    const recorded = this.#rules?.recordStep(undo, action, replica.view, effects, me, joins) ?? undo;
    // Of an action in several operations, those that cannot be undone change nothing about the others.
    if (action === 'new' && recorded !== undo) {
      this.#latest = lastAction(recorded);
      if (this.#latest) this.#asked.set(this.#latest, [...(this.#asked.get(this.#latest) ?? []), operation]);
    }
    return recorded;
  }

  /** Returns the stack with an edit about to be typed; `goesOn`: it belongs to what was typed before. */
  withTyping(edit: Operation, effects: readonly Effect[], goesOn: boolean): UndoStack {
    const { undo, replica } = this.#cell.read();
    const me = replica.participantId ?? '';
    const recorded = this.#rules?.recordTyping(undo, replica.view, effects, me, goesOn) ?? undo;
    this.#latest = lastAction(recorded);
    if (this.#latest && !this.#asked.has(this.#latest)) this.#asked.set(this.#latest, [edit]);
    return recorded;
  }

  /** Returns the stack rebased over what others wrote between the present replica and the next. */
  carriedTo(next: Replica): UndoStack {
    const { undo, replica } = this.#cell.read();
    return this.#rules?.rebaseUndoStack(undo, replica, next) ?? undo;
  }

  /**
   * Submits the steps of the last action. Steps that no longer fit are dropped; what can't be submitted for now is left for the
   * next time. Returns false if none fits.
   * @param only if given, no step of another action is submitted
   */
  step(
    action: 'undo' | 'redo',
    submit: (operation: Operation) => Rejection | null,
    only?: UndoableAction,
  ): boolean {
    const rules = this.#rules;
    if (rules === null) return false;
    const next = () => nextAction(this.#cell.read().undo, action);
    const last = () => (only === undefined || next() === only ? this.#cell.read().undo[action].at(-1) : null);
    let done = 0;
    for (let step = last(); step; step = last()) {
      const undone = next();
      const refusal = submit(onView(step, this.#cell.read().replica));
      if (refusal && (refusal.code === 'queue_full' || isPassing(refusal))) break;
      if (refusal === null) {
        done += 1;
        this.#note(undone, done);
      } else
        this.#cell.change({ undo: rules.dropStep(this.#cell.read().undo, action, isRedundant(refusal)) });
      if (done > 0 && next() !== undone) break;
    }
    return done > 0;
  }

  /** Notes that so many steps of an action were undone or redone. */
  #note(action: UndoableAction | undefined, done: number): void {
    const asked = (action && this.#asked.get(action)) ?? [];
    this.#reverted = { operation: asked[0] ?? null, more: Math.max(0, Math.min(asked.length, done) - 1) };
  }
}

function lastAction(stack: UndoStack): UndoableAction | null {
  return nextAction(stack, 'undo') ?? null;
}

/** An undo step is rebased with the text, so it always applies to the text as shown: name that revision. */
function onView(operation: Operation, replica: Replica): Operation {
  if (!isTextEdit(operation)) return operation;
  return { ...operation, base: revisionIn(replica.view, textNamed(operation)) };
}
