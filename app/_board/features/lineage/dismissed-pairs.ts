import type { DebateState } from '#domain/debate/engine/state.ts';

/** Most dismissed pairs that are kept of one debate; the oldest go first. */
const MOST = 500;

const keyOf = (debateId: string) => `parley:not-duplicates:${debateId}`;

/** Returns the name of a pair of claims as they are worded now: once one is reworded, the pair is another. */
export function nameOfPair({ claims }: DebateState, ids: readonly string[]): string {
  return [...ids]
    .sort()
    .map((id) => `${id}@${claims.get(id)?.wording ?? 0}`)
    .join(' ');
}

/** Returns the pairs that were dismissed in this browser, by name. */
export function readDismissed(debateId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(debateId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a dismissed pair in this browser, and returns all of them. */
export function keepDismissed(debateId: string, name: string): readonly string[] {
  const names = [...readDismissed(debateId), name].slice(-MOST);
  try {
    window.localStorage.setItem(keyOf(debateId), JSON.stringify(names));
  } catch {
    // Storage is blocked: the pair is listed again on the next visit.
  }
  return names;
}
