import type { Effect } from '../debate/engine/entries.ts';
import { invertEffect } from '../debate/engine/invert.ts';
import { LIMITS } from '../debate/engine/limits.ts';
import type { Operation } from '../debate/engine/operations.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { openGroupOf } from '../debate/groups/groups.ts';
import { parentLinkOf } from '../debate/map/tree.ts';
import { flagOf } from '../debate/moderation/flags.ts';
import { isTextEdit, type TextName, textNamed } from '../debate/texts/texts.ts';
import { composeChanges, splitChange, type TextChange, transformChange } from '../ot/text-change.ts';
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
  const effect = effects[0];
  const inverse = effect ? invertEffect(before, effect, participantId) : null;
  if (inverse === null) return action === 'new' ? noted : { ...noted, [action]: noted[action].slice(0, -1) };
  const stack = withoutCutText(noted, inverse);
  const added = stepsOf(inverse);
  const goesOn = action === 'new' ? joins && nextAction(stack, 'undo') : nextAction(stack, action);
  const actions = withSteps(stack, added, goesOn || Symbol(inverse.type));
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
  const actions = withSteps({ ...stack, undo }, [step], nextAction(stack, 'undo') ?? Symbol(step.type));
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
  const own = steps.filter((step) => !isOutdone(step, before.view, after.view));
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

/** True if another participant changed what a step would set. */
function isOutdone(step: Operation, before: DebateState, after: DebateState): boolean {
  switch (step.type) {
    case 'claim.move': {
      const [was, is] = [parentLinkOf(before, step.claimId), parentLinkOf(after, step.claimId)];
      return was?.target.id !== is?.target.id || was?.relation !== is?.relation;
    }
    case 'position.edit': {
      const [was, is] = [before.positions.get(step.positionId), after.positions.get(step.positionId)];
      return differs(was, is, step, ['name', 'hue']);
    }
    case 'participant.appoint':
    case 'participant.mute':
    case 'participant.setMembership':
    case 'team.choose': {
      const [was, is] = [
        before.participants.get(step.participantId),
        after.participants.get(step.participantId),
      ];
      return differs(was, is, step, ['role', 'muted', 'membership', 'team']);
    }
    case 'debate.edit':
      return differs(before.head, after.head, step, ['title', 'motion']);
    case 'content.hide':
    case 'content.resubmit':
    case 'content.sendBack':
    case 'content.restore':
      return step.ids.some((id) => {
        const [was, is] = [before.hidden.get(id), after.hidden.get(id)];
        return was?.by !== is?.by || was?.reason !== is?.reason;
      });
    case 'content.lock':
    case 'content.unlock': {
      const [was, is] = [before.locks.get(step.on), after.locks.get(step.on)];
      return was?.branch !== is?.branch || was?.by !== is?.by;
    }
    case 'claim.merge':
    case 'claim.unmerge': {
      const [was, is] = [before.merges.get(step.claimId), after.merges.get(step.claimId)];
      return was?.into !== is?.into || was?.by !== is?.by;
    }
    case 'claim.join':
    case 'claim.split': {
      const [part] = step.parts.map((one) => (typeof one === 'string' ? one : one.claimId));
      const [was, is] = [before.splits.get(part ?? ''), after.splits.get(part ?? '')];
      return was?.joined === (step.type === 'claim.split') && is?.joined === !was?.joined;
    }
    case 'flag.set':
    case 'flag.clear':
    case 'flag.answer': {
      const [was, is] = [flagOf(before, step.on, step.what), flagOf(after, step.on, step.what)];
      return differs(was, is, MARKED, ['by', 'other', 'note', 'revised']);
    }
    case 'group.assign': {
      const { participantId } = step;
      return openGroupOf(before, participantId)?.id !== openGroupOf(after, participantId)?.id;
    }
    case 'suggestion.settle': {
      const [was, is] = [before, after].map((state) => state.suggestions.get(step.suggestionId));
      return was?.outcome !== is?.outcome || was?.by !== is?.by;
    }
    case 'report.settle':
      return step.ids.some((id) => {
        const [was, is] = [before.reports.get(id), after.reports.get(id)];
        return was?.outcome !== is?.outcome || was?.by !== is?.by;
      });
    default:
      return false;
  }
}

/** All of a mark is set at once. */
const MARKED = { by: true, other: true, note: true, revised: true };

/** True if two records differ in a field that a step would set. */
function differs<K extends string>(
  was: Readonly<Record<K, unknown>> | null | undefined,
  is: Readonly<Record<K, unknown>> | null | undefined,
  step: Readonly<Partial<Record<K, unknown>>>,
  fields: readonly K[],
): boolean {
  return fields.some((field) => step[field] !== undefined && was?.[field] !== is?.[field]);
}
