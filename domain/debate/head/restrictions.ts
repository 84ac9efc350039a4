import type { DebateHead, Restricted, Restriction } from './head.ts';

/** A restriction that hides a debate from its readers, with its record. */
export type Takedown = Restricted & { readonly restriction: Exclude<Restriction, 'closed'> };

/** True if the debate was deleted, by its owner or an administrator, or hidden by one: nobody can take part in it. */
export function isTakenDown(head: DebateHead | null): boolean {
  return head !== null && (head.deleted || head.restrictions?.hidden !== undefined);
}

/** The restriction with which an administrator hid a debate from its readers; null: none. */
export function takedownOf(head: DebateHead | null): Takedown | null {
  const { deleted, hidden } = head?.restrictions ?? {};
  if (deleted) return { ...deleted, restriction: 'deleted' };
  return hidden ? { ...hidden, restriction: 'hidden' } : null;
}

/** A head with a restriction in force for this reason, or lifted (null). `at`: server time in milliseconds. */
export function restrict(
  head: DebateHead,
  restriction: Restriction,
  reason: string | null,
  at: number,
): DebateHead {
  const { restrictions, ...rest } = head;
  const { [restriction]: before, ...others } = restrictions ?? {};
  if (reason === null) {
    const left = Object.keys(others).length > 0 ? { restrictions: others } : {};
    return { ...rest, ...(before?.undoes && revertRestriction(head, restriction, at)), ...left };
  }
  const undoes = before?.undoes ?? takesEffect(head, restriction);
  const done = takesEffect(head, restriction) ? applyRestriction(restriction, at) : {};
  return { ...rest, ...done, restrictions: { ...others, [restriction]: { reason, at, undoes } } };
}

/** A head as viewers who don't moderate the debate know it: without the administrators' reasons. */
export function withoutReasons(head: DebateHead): DebateHead {
  if (!head.restrictions) return head;
  const kept = Object.entries(head.restrictions).map(([restriction, one]) => [
    restriction,
    { ...one, reason: '' },
  ]);
  return { ...head, restrictions: Object.fromEntries(kept) };
}

/** True if the restriction itself would close or delete the debate: it is open, or not deleted. */
function takesEffect({ status, deleted }: DebateHead, restriction: Restriction): boolean {
  if (restriction === 'closed') return status === 'open';
  return restriction === 'deleted' && !deleted;
}

function applyRestriction(restriction: Restriction, at: number): Partial<DebateHead> {
  return restriction === 'closed'
    ? { status: 'closed', statusChangedAt: at }
    : { deleted: true, statusChangedAt: at };
}

/** The part of a restriction that lifting it reverts. A debate that its owner archived meanwhile stays archived. */
function revertRestriction(
  { status }: DebateHead,
  restriction: Restriction,
  at: number,
): Partial<DebateHead> {
  if (restriction === 'deleted') return { deleted: false, statusChangedAt: at };
  return status === 'closed' ? { status: 'open', statusChangedAt: at } : {};
}
