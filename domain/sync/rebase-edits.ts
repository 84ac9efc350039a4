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
import { editedTextOf, editOf, type PendingOperation } from './pending-operation.ts';
import type { ArrivedChange, RemoteTextChanges } from './remote-text-changes.ts';

/**
 * Pending edits of one text form a row: the first is made on the confirmed text, each later one on the text with those before it. An edit's
 * `base` says on which: the revision that text has in what is shown. Remote changes are carried through the row. An edit that can't be
 * carried gets a base that never existed, and is refused. An edit of which nothing is left, because others did the same, makes no revision:
 * it is no longer in the row.
 */

/** Refers to no revision: the text an edit was made on is lost. */
export const UNREBASABLE = 0;

interface Carried {
  readonly pending: readonly PendingOperation[];
  /** The carried change, as it reaches the text with the whole row in it; `null`: nothing reaches it. */
  readonly through: TextChange | null;
}

/** Rebases pending edits over the remote changes of their texts; `null` means that these are unknown. */
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

/** Rebases the pending edits of a text over one change that the server put before them. */
export function rebaseEdit(
  pending: readonly PendingOperation[],
  name: TextName,
  { from, to, seq, change }: ArrivedChange,
): Carried {
  // The user's own change coming back: the following edits were made on the text with it.
  const isOwn = (item: PendingOperation) => item.confirmedBy === seq && editOf(item, name) !== null;
  if (seq !== 0 && pending.some(isOwn)) return { pending, through: null };
  return carryFrom(pending, name, from, change, to - from);
}

/** Removes a refused edit from the row: those made on the text with it continue without it. */
export function withoutPending(
  pending: readonly PendingOperation[],
  gone: PendingOperation,
  confirmed: DebateState,
): readonly PendingOperation[] {
  const left = pending.filter((item) => item !== gone);
  const { operation } = gone;
  // Nothing was made on the text with an edit that is no longer in the row.
  if (!isTextEdit(operation) || !isInRow(operation)) return left;
  const name = textNamed(operation);
  // It was made on the text with those before it, which may be stored already and not have arrived yet.
  const before = pending.slice(0, pending.indexOf(gone));
  const made = liveText({ confirmed, pending: before, view: confirmed }, name);
  const inverse = made && invertChange(made.text, operation.change);
  if (inverse === null) return loseFrom(left, name, operation.base + 1);
  return carryFrom(left, name, operation.base + 1, inverse, -1).pending;
}

/** Parts of a change beyond which no more typing is joined to it: others' edits may split it further. */
const PARTS = LIMITS.editParts / 2;

/** An own edit with more typing joined to it, made on the text with the edit; `null` if that is too much for one. */
export function withMore(edit: TextEdit, more: TextEdit): TextEdit | null {
  const change = composeChanges(edit.change, more.change);
  if (change === null || change.length > PARTS) return null;
  return insertedLength(change) > LIMITS.editCharacters ? null : { ...edit, change };
}

/**
 * Rebases an edit made on an older revision (the editor was open while others wrote) onto the text of this state. Unchanged if the changes
 * since are not remembered: then the server decides.
 */
export function settleOnText(operation: Operation, state: DebateState): Operation {
  const name = editedTextOf(operation);
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
    // An edit made on an older, confirmed text refers to that: the server merges it from there.
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

/** True if a later edit is made on the text with this one. */
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
