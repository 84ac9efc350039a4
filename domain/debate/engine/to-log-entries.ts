import type { Decision } from './decision.ts';
import type { LogEntry } from './entries.ts';
import type { DebateState } from './state.ts';

/**
 * Turns effects into log entries with the next sequence numbers and the server's time, which never runs backwards in a log. `now`:
 * milliseconds since 1970.
 */
export function toLogEntries(
  state: DebateState,
  effects: Extract<Decision, { ok: true }>['effects'],
  people: { actor: string; author: string },
  now: number,
): LogEntry[] {
  const at = Math.max(now, state.at);
  return effects.map((effect, index) => ({ seq: state.seq + index + 1, at, ...people, effect }));
}
