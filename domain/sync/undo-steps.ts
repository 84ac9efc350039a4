import type { Effect } from '../debate/engine/entries.ts';
import { invertEffect } from '../debate/engine/invert.ts';
import { LIMITS } from '../debate/engine/limits.ts';
import type { Operation } from '../debate/engine/operations.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { isTextEdit, type TextName, textNamed } from '../debate/texts/texts.ts';
import { composeChanges, splitChange, type TextChange, transformChange } from '../ot/text-change.ts';
import { isOutdone } from './is-outdone.ts';
import { editedTextOf, editOf, textsOf } from './pending-operation.ts';
import { rebaseEdit } from './rebase-edits.ts';
import { NOTHING_ARRIVED, type RemoteTextChanges } from './remote-text-changes.ts';
import type { Replica } from './replica.ts';
import {
  type HistoryAction,
  NOTHING_TO_UNDO,
  nextAction,
  type UndoableAction,
  type UndoStack,
} from './undo-stack.ts';

/** Steps kept, with the rest of the earliest action among them: more than anyone undoes by hand. */
const STEPS = 200;

/** Records a step by its effect on the state before it. A new one that `joins` belongs to the action before. */
export function recordStep(
  noted: UndoStack,
  action: HistoryAction,
  before: DebateState,
  effects: readonly Effect[],
  participantId: string,
  joins = false,
): UndoStack {
  const inverses = inversesOf(before, effects, participantId);
  const [first] = inverses;
  if (!first) return action === 'new' ? noted : { ...noted, [action]: noted[action].slice(0, -1) };
  const stack = withoutCutText(noted, first);
  const added = inverses.flatMap(stepsOf);
  const goesOn = action === 'new' ? joins && nextAction(stack, 'undo') : nextAction(stack, action);
  const actions = withSteps(stack, added, goesOn || { revertedBy: first.type });
  const push = (steps: readonly Operation[]) => lastActions([...steps, ...added], actions);
  switch (action) {
    case 'new':
      return { undo: push(stack.undo), redo: [], actions };
    case 'undo':
      return { undo: stack.undo.slice(0, -1), redo: push(stack.redo), actions };
    case 'redo':
      return { undo: push(stack.undo), redo: stack.redo.slice(0, -1), actions };
  }
}

/**
 * Returns what reverts an operation, the first to be applied last. Mostly its other effects follow from the first and are reverted with
 * it; a thread that a comment opens again and an answer to a steelman stand beside their comment.
 */
function inversesOf(before: DebateState, effects: readonly Effect[], participantId: string): Operation[] {
  const reverted = effects[0]?.type === 'comment.added' ? effects : effects.slice(0, 1);
  return reverted.flatMap((effect) => invertEffect(before, effect, participantId) ?? []);
}

/** The last steps that are kept. An action is undone as a whole: as many of its steps are kept as can be submitted at once. */
function lastActions(steps: readonly Operation[], actions: UndoStack['actions']): readonly Operation[] {
  const least = Math.max(0, steps.length - LIMITS.pendingOperations);
  let from = Math.max(0, steps.length - STEPS);
  const earliest = steps[from];
  const isOfEarliest = (step?: Operation) =>
    earliest !== undefined && step !== undefined && actions.get(step) === actions.get(earliest);
  while (from > least && isOfEarliest(steps[from - 1])) from -= 1;
  return steps.slice(from);
}

/** Records typing in a text. Typing in a row, without leaving the editor, is one step: it `goesOn` with the step before. */
export function recordTyping(
  stack: UndoStack,
  before: DebateState,
  effects: readonly Effect[],
  participantId: string,
  goesOn: boolean,
): UndoStack {
  const effect = effects[0];
  const inverse = effect ? invertEffect(before, effect, participantId) : null;
  const last = stack.undo.at(-1);
  const step = inverse && last && goesOn ? typedOn(last, inverse) : null;
  if (!step || !last) return recordStep(stack, 'new', before, effects, participantId, step === false);
  const undo = stack.undo.slice(0, -1);
  const actions = withSteps(
    { ...stack, undo },
    [step],
    nextAction(stack, 'undo') ?? { revertedBy: step.type },
  );
  return { undo: [...undo, step], redo: [], actions };
}

/** A step combined with the inverse of later typing; false if that is too much for one, `null` if it is of another text. */
function typedOn(last: Operation, inverse: Operation): Operation | false | null {
  const earlier = isTextEdit(inverse) ? editOf({ operation: last }, textNamed(inverse)) : null;
  const change = earlier && isTextEdit(inverse) ? composeChanges(inverse.change, earlier.change) : null;
  if (change === null) return null;
  return isTextEdit(inverse) && piecesOf(change).length === 1 && { ...inverse, change };
}

/** The steps that undo something, the first to be applied last: a long deleted text is inserted again in pieces. */
function stepsOf(inverse: Operation): Operation[] {
  if (!isTextEdit(inverse)) return [inverse];
  return piecesOf(inverse.change)
    .map((change) => ({ ...inverse, change }))
    .reverse();
}

/** Splitting and rejoining a claim rewrite its text: no step on the earlier text is valid any longer. */
function withoutCutText(stack: UndoStack, inverse: Operation): UndoStack {
  if (inverse.type !== 'claim.join' && inverse.type !== 'claim.split') return stack;
  const left = (steps: readonly Operation[]) => withoutText(steps, inverse.claimId);
  return { ...stack, undo: left(stack.undo), redo: left(stack.redo) };
}

function piecesOf(change: TextChange): TextChange[] {
  return splitChange(change, LIMITS.editCharacters, LIMITS.editParts);
}

/** Returns the actions of the steps of a stack, and of more that belong to one. */
function withSteps(
  { undo, redo, actions }: UndoStack,
  steps: readonly Operation[],
  action: UndoableAction,
): UndoStack['actions'] {
  const kept = new Map<Operation, UndoableAction>();
  for (const step of [...undo, ...redo]) {
    const own = actions.get(step);
    if (own) kept.set(step, own);
  }
  for (const step of steps) kept.set(step, action);
  return kept;
}

/**
 * Removes the last step of a stack, if it no longer fits what others did meanwhile. With an edit the earlier edits of the same text are
 * removed: they were to be undone after it. If it `changesNothing`, as after typing that was deleted again, they still fit.
 */
export function dropStep(stack: UndoStack, action: 'undo' | 'redo', changesNothing = false): UndoStack {
  const last = stack[action].at(-1);
  const left = stack[action].slice(0, -1);
  const text = last && !changesNothing ? editedTextOf(last) : null;
  return { ...stack, [action]: text === null ? left : withoutText(left, text) };
}

/**
 * Keeps the stack valid from one replica to the next: its text changes are carried over others' edits, and a step whose subject others
 * changed since is dropped, so that undoing never reverts others' changes.
 */
export function rebaseUndoStack(stack: UndoStack, before: Replica, after: Replica): UndoStack {
  if (before.view === after.view) return stack;
  // A step may contain words erased since: it must not restore them.
  if (before.confirmed.erasedAt !== after.confirmed.erasedAt) return NOTHING_TO_UNDO;
  const actions = new Map(stack.actions);
  return {
    undo: carrySteps(stack.undo, before, after, actions),
    redo: carrySteps(stack.redo, before, after, actions),
    actions,
  };
}

/** `actions` gets the carried steps in place of those they were. */
function carrySteps(
  steps: readonly Operation[],
  before: Replica,
  after: Replica,
  actions: Map<Operation, UndoableAction>,
): readonly Operation[] {
  const own = steps.filter((step) => !isOutdone(step, before, after));
  const arrived = before.confirmed === after.confirmed ? NOTHING_ARRIVED : after.arrived;
  return textsOf(own).reduce<readonly Operation[]>(
    (carried, name) => carryText(carried, name, before, after, arrived, actions),
    own,
  );
}

/**
 * The last step is made on the text with everything pending in it, the one below it on the text with that undone, and so on: read from the
 * top they follow the pending edits.
 */
function carryText(
  steps: readonly Operation[],
  name: TextName,
  before: Replica,
  after: Replica,
  arrived: RemoteTextChanges,
  actions: Map<Operation, UndoableAction>,
): readonly Operation[] {
  const changes = arrived.has(name) ? arrived.get(name) : [];
  if (!changes || hasLostEdit(name, before, after)) return withoutText(steps, name);
  let { pending } = before;
  return changes.reduce<readonly Operation[]>((carried, incoming) => {
    const over = rebaseEdit(pending, name, incoming);
    pending = over.pending;
    return over.through ? carryDown(carried, name, over.through, actions) : carried;
  }, steps);
}

function carryDown(
  steps: readonly Operation[],
  name: TextName,
  incoming: TextChange,
  actions: Map<Operation, UndoableAction>,
): readonly Operation[] {
  let through: TextChange | null = incoming;
  const topFirst = steps.toReversed().flatMap((step): readonly Operation[] => {
    const edit = editOf({ operation: step }, name);
    if (edit === null) return [step];
    const change: TextChange | null = through && transformChange(edit.change, through);
    through = through && transformChange(through, edit.change, 'earlier');
    if (change === null) return [];
    const carried = { ...edit, change };
    const action = actions.get(step);
    if (action && actions.delete(step)) actions.set(carried, action);
    return [carried];
  });
  return topFirst.toReversed();
}

/** True if a pending edit of this text was removed without being confirmed in order: then no step on it is valid any longer. */
function hasLostEdit(name: TextName, before: Replica, after: Replica): boolean {
  const left = new Set(after.pending.map(({ clientSeq }) => clientSeq));
  return before.pending.some(
    ({ operation, confirmedBy, clientSeq }) =>
      editedTextOf(operation) === name && confirmedBy === null && !left.has(clientSeq),
  );
}

function withoutText(steps: readonly Operation[], name: TextName): readonly Operation[] {
  return steps.filter((step) => editedTextOf(step) !== name);
}
