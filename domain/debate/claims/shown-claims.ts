import type { Effect, LogEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { dependentsOf, hiddenIdsFor, isHiddenFromReaders } from '../visibility/hidden-content.ts';

/** Entries that add or remove a claim, or show it to more or fewer people. */
const CHANGES: ReadonlySet<Effect['type']> = new Set<Effect['type']>([
  'claim.added',
  'claim.moved',
  'claim.retracted',
  'claim.restored',
  'claim.merged',
  'claim.unmerged',
  'claim.split',
  'claim.joined',
  'content.hidden',
  'content.restored',
  'content.resubmitted',
  'content.sentBack',
  'agenda.set',
  'agenda.phaseChanged',
  'debate.cleared',
]);

/** Claims checked one by one; beyond this many, counting all of them again is faster. */
const FEW = 200;

const counts = new WeakMap<DebateState, number>();

/** True if these entries may change how many claims are shown. */
export function mayChangeShownClaims(entries: readonly LogEntry[]): boolean {
  return entries.some(({ effect }) => CHANGES.has(effect.type));
}

/** The number of claims that every reader sees and that are neither retracted nor merged. */
export function countShownClaims(state: DebateState): number {
  const known = counts.get(state);
  if (known !== undefined) return known;
  const hidden = hiddenIdsFor(state, { seesAll: false, participantId: null });
  const count = state.claims.count(({ id }) => isActive(state, id) && !hidden.has(id));
  counts.set(state, count);
  return count;
}

/** Derives the count of `after` from that of `before`, if it is known and `entries` concern few claims. */
export function carryShownClaims(
  before: DebateState,
  entries: readonly LogEntry[],
  after: DebateState,
): void {
  const known = counts.get(before);
  const changed = known === undefined ? null : changedClaims(entries, after);
  if (known === undefined || changed === null) return;
  let count = known;
  for (const id of changed) count += Number(isShown(after, id)) - Number(isShown(before, id));
  counts.set(after, count);
}

/** Ids of what these entries show or hide; null: too many, or hard to determine. */
function changedClaims(entries: readonly LogEntry[], after: DebateState): ReadonlySet<string> | null {
  const changed = new Set<string>();
  for (const { effect } of entries) {
    switch (effect.type) {
      case 'claim.added':
      case 'claim.retracted':
      case 'claim.restored':
        changed.add(effect.claimId);
        break;
      case 'content.hidden':
      case 'content.restored':
      case 'content.resubmitted':
      case 'content.sentBack':
        for (const id of dependentsOf(after, effect.ids)) changed.add(id);
        break;
      default:
        if (CHANGES.has(effect.type)) return null;
    }
    if (changed.size > FEW) return null;
  }
  return changed;
}

function isShown(state: DebateState, id: string): boolean {
  return isActive(state, id) && !isHiddenFromReaders(state, id);
}

function isActive({ claims, merges }: DebateState, id: string): boolean {
  const claim = claims.get(id);
  return claim !== undefined && !claim.retracted && !merges.has(id);
}
