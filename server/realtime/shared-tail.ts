import type { LogEntry, ProjectedEntry } from '../../domain/debate/engine/entries.ts';
import { type Audience, projectEntries, projectOwn } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { participantsWithOwnEntries } from '../../domain/debate/projection/own-again.ts';
import { participantsWithOwnFrame } from '../../domain/debate/projection/reprojected.ts';
import type { Frame } from '../../domain/protocol/server-messages.ts';

/** The entries up to a state as an audience gets them, projected once for all who open the debate at that state. */
class Tail {
  readonly entries: readonly LogEntry[];
  readonly #state: DebateState;
  readonly #audience: Audience;
  readonly #shared: readonly ProjectedEntry[];
  /** Participants for whom these entries read differently, and participants with entries that only they receive. */
  readonly #apart: ReadonlySet<string>;
  readonly #withOwn: ReadonlySet<string>;

  constructor(state: DebateState, audience: Audience, entries: readonly LogEntry[]) {
    this.entries = entries;
    this.#state = state;
    this.#audience = audience;
    this.#shared = projectEntries(entries, state, audience);
    this.#apart = participantsWithOwnFrame(entries, state);
    this.#withOwn = participantsWithOwnEntries(entries, state);
  }

  /** The entries as a member of the audience gets them; `null`: a reader or a stage. */
  as(participantId: string | null): Pick<Frame, 'entries' | 'own'> {
    const [state, audience, entries] = [this.#state, this.#audience, this.entries];
    if (participantId === null) return { entries: this.#shared, own: [] };
    const hasOwn = this.#withOwn.has(participantId) || this.#apart.has(participantId);
    return {
      entries: this.#apart.has(participantId)
        ? projectEntries(entries, state, audience, participantId)
        : this.#shared,
      own: hasOwn ? projectOwn(entries, state, audience, participantId) : [],
    };
  }
}

/** Most tails that are kept of a state: newcomers have few places in common, and readers may name any. */
const KEPT = 8;

const tails = new WeakMap<DebateState, Map<string, Tail>>();

/**
 * The entries after number `from` of the log to a state, for an audience; `null` if they are incomplete. People who open a debate together
 * share it: projecting and encoding up to 250 entries for each newcomer took as long as everything else. `read` returns the entries with
 * the audience's numbers, or null.
 */
export function sharedTail(
  state: DebateState,
  audience: Audience,
  from: number,
  read: () => readonly LogEntry[] | null,
): Tail | null {
  const ofState = tails.get(state) ?? new Map<string, Tail>();
  const key = `${audience} ${from}`;
  const known = ofState.get(key);
  if (known) return known;
  const entries = read();
  if (entries === null) return null;
  const tail = new Tail(state, audience, entries);
  tails.set(state, ofState.set(key, tail));
  const [oldest] = ofState.keys();
  if (ofState.size > KEPT && oldest !== undefined) ofState.delete(oldest);
  return tail;
}
