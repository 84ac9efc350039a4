import type { Operation } from '../debate/operations.ts';
import type { Claim, DebateState, RememberedChange } from '../debate/state.ts';
import { type TextChange, transformChange } from '../debate/text-change.ts';
import { textOf } from './pending-operation.ts';

/** An operation whose text changes are carried: pending, or waiting on the undo stack. */
export interface Carried {
  readonly operation: Operation;
  readonly confirmedBy: number | null;
}

/**
 * Carries pending text changes over what others did to the same texts between two confirmed states. The first pending
 * change of a text is made on the confirmed text, each later one on the text with those before it; it stays so.
 */
export function carryTextChanges<T extends Carried>(
  pending: readonly T[],
  before: DebateState,
  after: DebateState,
): readonly T[] {
  let carried = pending;
  for (const claimId of new Set(pending.flatMap(({ operation }) => textOf(operation) ?? []))) {
    const incoming = changesBetween(before.claims.get(claimId), after.claims.get(claimId));
    for (const change of incoming) carried = carryOver(carried, claimId, change);
  }
  return carried;
}

/** Changes confirmed between two states of a claim; none where they are no longer remembered (the server will tell). */
function changesBetween(before: Claim | undefined, after: Claim | undefined): readonly RememberedChange[] {
  if (!before || !after) return [];
  const since = after.changes.filter(({ revision }) => revision > before.revision);
  return since.length === after.revision - before.revision ? since : [];
}

function carryOver<T extends Carried>(
  pending: readonly T[],
  claimId: string,
  incoming: RememberedChange,
): readonly T[] {
  // One's own change coming back: what follows it was made on the text with it.
  if (pending.some((item) => item.confirmedBy === incoming.seq)) return pending;
  let over: TextChange | null = incoming.change;
  return pending.map((item) => {
    const { operation } = item;
    if (operation.type !== 'claim.edit' || operation.claimId !== claimId || over === null) return item;
    if (item.confirmedBy !== null && item.confirmedBy < incoming.seq) return item;
    const change = transformChange(operation.change, over);
    over = transformChange(over, operation.change, 'earlier');
    return change === null ? item : { ...item, operation: { ...operation, change } };
  });
}

/**
 * An edit made on an older revision (the editor was open while others wrote) as one made on the text of this state.
 * Unchanged where the changes since are not remembered: then the server tells.
 */
export function settleOnText(operation: Operation, state: DebateState): Operation {
  if (operation.type !== 'claim.edit') return operation;
  const claim = state.claims.get(operation.claimId);
  if (!claim || operation.base === claim.revision) return operation;
  const since = claim.changes.filter(({ revision }) => revision > operation.base);
  if (since.length !== claim.revision - operation.base) return operation;
  const change = since.reduce<TextChange | null>(
    (carried, { change: over }) => carried && transformChange(carried, over),
    operation.change,
  );
  return change ? { ...operation, base: claim.revision, change } : operation;
}
