import type { DebateState, Withheld } from './state.ts';

/** A state in which these contributions are withheld. */
export function holdBack(
  state: DebateState,
  ids: readonly string[],
  how: Withheld['how'],
  { by, at, reason = '', note = '' }: { by: string; at: number; reason?: string; note?: string },
): DebateState {
  const withheld = state.withheld.merge(ids.map((id) => [id, { id, how, reason, note, by, at }] as const));
  return { ...state, withheld };
}
