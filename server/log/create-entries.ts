import { finish, type Steps } from '../../domain/collections/steps.ts';
import { decide } from '../../domain/debate/engine/decide.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Refusal } from '../../domain/debate/engine/refusal.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { toLogEntries } from '../../domain/debate/engine/to-log-entries.ts';
import { toStoredEntry } from '../../domain/debate/engine/upcast.ts';
import type { StoredEntry } from './operation-log.ts';

export type CreatedEntries =
  | { readonly ok: true; readonly state: DebateState; readonly entries: StoredEntry[] }
  | Refusal;

/**
 * The first entries of a debate, created by the server in the name of `author`: all of the operations, or the reason why one of them is not
 * allowed. `now` is milliseconds since 1970.
 */
export function createEntries(
  before: DebateState,
  operations: readonly Operation[],
  author: string,
  now: number,
): CreatedEntries {
  return finish(creationSteps(before, operations, author, now));
}

/** The same in small steps, for a debate that begins with many claims. */
export function* creationSteps(
  before: DebateState,
  operations: readonly Operation[],
  author: string,
  now: number,
): Steps<CreatedEntries> {
  let state = before;
  const entries: StoredEntry[] = [];
  for (const operation of operations) {
    const decision = decide(state, operation, { id: author, role: 'system' });
    if (!decision.ok) return decision;
    const stamped = toLogEntries(
      state,
      decision.effects,
      { actor: SYSTEM, author: decision.author ?? author },
      now,
    );
    state = evolveAll(state, stamped);
    entries.push(...stamped.map(toStoredEntry));
    yield;
  }
  return { ok: true, state, entries };
}
