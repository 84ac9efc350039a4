import { LIMITS } from '../debate/engine/limits.ts';
import type { Operation } from '../debate/engine/operations.ts';
import type { DebateState } from '../debate/engine/state.ts';
import {
  changesSince,
  isTextEdit,
  revisionIn,
  type TextEdit,
  type TextName,
  textNamed,
} from '../debate/texts/texts.ts';
import {
  composeChanges,
  insertedLength,
  invertChange,
  isNothing,
  type TextChange,
  transformChange,
  transformOverAll,
} from '../ot/text-change.ts';
import { liveText } from './live-text.ts';
import { editOf, type PendingOperation, textOf } from './pending-operation.ts';
import type { ArrivedChange, RemoteTextChanges } from './remote-text-changes.ts';

/*
 * Pending edits of one text follow each other in a row: the first is made on the confirmed text, each later one on the
 * text with those before it. An edit's `base` says on which: the revision that text has in what is shown. What others
 * write is carried through the row. An edit that cannot be carried gets a base that never was, and is refused. One of which
 * nothing is left, as others did the same, makes no revision: it is in the row no longer.
 */

/** Names no revision: the text an edit was made on is lost. */
export const UNREBASABLE = 0;

interface Carried {
  readonly pending: readonly PendingOperation[];
  /** What was carried, as it reaches the text with the whole row in it; null: nothing reaches it. */
  readonly through: TextChange | null;
}

/** Carries pending edits over what arrived for their texts; null says that this is not known. */
export function rebasePendingEdits(
  pending: readonly PendingOperation[],
  arrived: RemoteTextChanges,
): readonly PendingOperation[] {
  let carried = pending;
  for (const [name, changes] of arrived) {
    if (changes === null) carried = loseFrom(carried, name, UNREBASABLE + 1);
    else for (const change of changes) carried = rebaseEdit(carried, name, change).pending;
  }
  return carried;
}

/** Carries the pending edits of a text over one change that the server put before them. */
export function rebaseEdit(
  pending: readonly PendingOperation[],
  name: TextName,
  { from, to, seq, change }: ArrivedChange,
): Carried {
  // One's own change coming back: what follows it was made on the text with it.
  const isOwn = (item: PendingOperation) => item.confirmedBy === seq && editOf(item, name) !== null;
  if (seq !== 0 && pending.some(isOwn)) return { pending, through: null };
  return carryFrom(pending, name, from, change, to - from);
}

/** Takes an edit that will not be (it was refused) out of the row: those made on the text with it go on without it. */
export function withoutPending(
  pending: readonly PendingOperation[],
  gone: PendingOperation,
  confirmed: DebateState,
): readonly PendingOperation[] {
  const left = pending.filter((item) => item !== gone);
  const { operation } = gone;
  // Of what is in the row no longer, nothing was made on the text with it.
  if (!isTextEdit(operation) || !isInRow(operation)) return left;
  const name = textNamed(operation);
  // It was made on the text with those before it, which may be stored already and not have come back yet.
  const before = pending.slice(0, pending.indexOf(gone));
  const made = liveText({ confirmed, pending: before, view: confirmed }, name);
  const inverse = made && invertChange(made.text, operation.change);
  if (inverse === null) return loseFrom(left, name, operation.base + 1);
  return carryFrom(left, name, operation.base + 1, inverse, -1).pending;
}

/** Parts in a change beyond which nothing more is joined to it: what others write may yet take it apart in more. */
const PARTS = LIMITS.editParts / 2;

/** An own edit with more typing in it, made on the text with the edit; null where that is too much for one. */
export function withMore(edit: TextEdit, more: TextEdit): TextEdit | null {
  const change = composeChanges(edit.change, more.change);
  if (change === null || change.length > PARTS) return null;
  return insertedLength(change) > LIMITS.editCharacters ? null : { ...edit, change };
}

/**
 * An edit made on an older revision (the editor was open while others wrote) as one made on the text of this state.
 * Unchanged where the changes since are not remembered: then the server tells.
 */
export function settleOnText(operation: Operation, state: DebateState): Operation {
  const name = textOf(operation);
  if (!isTextEdit(operation) || name === null) return operation;
  const since = changesSince(state, name, operation.base);
  if (since === null || since.length === 0) return operation;
  const change = transformOverAll(
    operation.change,
    since.map(({ change: over }) => over),
  );
  return change ? { ...operation, base: revisionIn(state, name), change } : operation;
}

/** Carries a change through the edits of a text, beginning with the one made on revision `from`. */
function carryFrom(
  pending: readonly PendingOperation[],
  name: TextName,
  from: number,
  change: TextChange,
  shift: number,
): Carried {
  let through: TextChange | null = change;
  let level = from;
  let moved = shift;
  const carried = pending.map((item) => {
    const edit = editOf(item, name);
    // One made on an older, confirmed text names that: the server merges it from there.
    if (edit === null || edit.base < level) return item;
    const isCounted = isInRow(edit);
    const next: TextChange | null =
      through && edit.base === level ? transformChange(edit.change, through) : null;
    through = next && through && transformChange(through, edit.change, 'earlier');
    if (isCounted) level += 1;
    if (next === null) return { ...item, operation: { ...edit, base: UNREBASABLE } };
    const operation = { ...edit, base: edit.base + moved, change: next };
    if (isCounted && isNothing(next)) moved -= 1;
    return { ...item, operation };
  });
  return { pending: carried, through };
}

/** Is a later edit made on the text with this one? */
function isInRow({ base, change }: TextEdit): boolean {
  return base !== UNREBASABLE && !isNothing(change);
}

function loseFrom(pending: readonly PendingOperation[], name: TextName, from: number): PendingOperation[] {
  return pending.map((item) => {
    const edit = editOf(item, name);
    if (edit === null || edit.base < from) return item;
    return { ...item, operation: { ...edit, base: UNREBASABLE } };
  });
}
