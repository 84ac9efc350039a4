import type { Operation } from '../debate/operations.ts';
import type { DebateState, RememberedChange } from '../debate/state.ts';
import { invertChange, type TextChange, transformChange } from '../debate/text-change.ts';
import type { PendingOperation } from './pending-operation.ts';

/*
 * Pending edits of one text follow each other in a row: the first is made on the confirmed text, each later one on the
 * text with those before it. An edit's `base` says on which: the revision that text has in what is shown. What others
 * write is carried through the row. An edit that cannot be carried gets a base that never was, and is refused.
 */

/** Names no revision: the text an edit was made on is lost. */
const LOST = 0;

interface Carried {
  readonly pending: readonly PendingOperation[];
  /** What was carried, as it reaches the text with the whole row in it; null: nothing reaches it. */
  readonly through: TextChange | null;
}

/** Carries pending edits over what others wrote into the same texts since the confirmed revisions they follow. */
export function carryPending(
  pending: readonly PendingOperation[],
  revisionOf: (claimId: string) => number,
  after: DebateState,
): readonly PendingOperation[] {
  return textsOf(pending.map(({ operation }) => operation)).reduce((row, claimId) => {
    const changes = changesSince(revisionOf(claimId), after, claimId);
    if (changes === null) return loseFrom(row, claimId, revisionOf(claimId) + 1);
    return changes.reduce((carried, incoming) => carryOver(carried, claimId, incoming).pending, row);
  }, pending);
}

/** Carries the pending edits of a text over one change that the server put before them. */
export function carryOver(
  pending: readonly PendingOperation[],
  claimId: string,
  incoming: RememberedChange,
): Carried {
  // One's own change coming back: what follows it was made on the text with it.
  if (pending.some(({ confirmedBy }) => confirmedBy === incoming.seq)) return { pending, through: null };
  return carryFrom(pending, claimId, incoming.revision - 1, incoming.change, 1);
}

/** Takes an edit that will not be (it was refused) out of the row: those made on the text with it go on without it. */
export function withoutPending(
  pending: readonly PendingOperation[],
  gone: PendingOperation,
  confirmed: DebateState,
): readonly PendingOperation[] {
  const left = pending.filter((item) => item !== gone);
  const { operation } = gone;
  if (operation.type !== 'claim.edit') return left;
  const text = confirmed.claims.get(operation.claimId)?.text;
  const inverse = text === undefined ? null : invertChange(text, operation.change);
  if (inverse === null) return loseFrom(left, operation.claimId, operation.base + 1);
  return carryFrom(left, operation.claimId, operation.base + 1, inverse, -1).pending;
}

/** The texts edited by operations, each once. */
export function textsOf(operations: readonly Operation[]): string[] {
  return [...new Set(operations.flatMap((operation) => textOf(operation) ?? []))];
}

/** The claim whose text an operation edits, or null. */
export function textOf(operation: Operation): string | null {
  return operation.type === 'claim.edit' ? operation.claimId : null;
}

/** Changes of a text confirmed after a revision; null where they are no longer remembered. */
export function changesSince(
  from: number,
  after: DebateState,
  claimId: string,
): readonly RememberedChange[] | null {
  const claim = after.claims.get(claimId);
  if (!claim) return [];
  const since = claim.changes.filter(({ revision }) => revision > from);
  return since.length === Math.max(0, claim.revision - from) ? since : null;
}

/**
 * An edit made on an older revision (the editor was open while others wrote) as one made on the text of this state.
 * Unchanged where the changes since are not remembered: then the server tells.
 */
export function settleOnText(operation: Operation, state: DebateState): Operation {
  if (operation.type !== 'claim.edit') return operation;
  const claim = state.claims.get(operation.claimId);
  if (!claim || operation.base >= claim.revision) return operation;
  const since = claim.changes.filter(({ revision }) => revision > operation.base);
  if (since.length !== claim.revision - operation.base) return operation;
  const change = since.reduce<TextChange | null>(
    (carried, { change: over }) => carried && transformChange(carried, over),
    operation.change,
  );
  return change ? { ...operation, base: claim.revision, change } : operation;
}

/** A text not known yet is an own one on its way: it begins at revision 1, and others may have edited it when it is back. */
export function revisionIn(state: DebateState, claimId: string): number {
  return state.claims.get(claimId)?.revision ?? 1;
}

/** Carries a change through the edits of a text, beginning with the one made on revision `from`. */
function carryFrom(
  pending: readonly PendingOperation[],
  claimId: string,
  from: number,
  change: TextChange,
  shift: 1 | -1,
): Carried {
  let through: TextChange | null = change;
  let level = from;
  const carried = pending.map((item) => {
    const { operation } = item;
    // One made on an older, confirmed text names that: the server merges it from there.
    if (operation.type !== 'claim.edit' || operation.claimId !== claimId || operation.base < level)
      return item;
    const next: TextChange | null =
      through && operation.base === level ? transformChange(operation.change, through) : null;
    through = next && through && transformChange(through, operation.change, 'earlier');
    level += 1;
    if (next === null) return { ...item, operation: { ...operation, base: LOST } };
    return { ...item, operation: { ...operation, base: operation.base + shift, change: next } };
  });
  return { pending: carried, through };
}

function loseFrom(pending: readonly PendingOperation[], claimId: string, from: number): PendingOperation[] {
  return pending.map((item) => {
    const { operation } = item;
    if (operation.type !== 'claim.edit' || operation.claimId !== claimId || operation.base < from)
      return item;
    return { ...item, operation: { ...operation, base: LOST } };
  });
}
