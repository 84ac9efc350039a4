import { type Audience, viewerIn } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isSameForAll } from '#domain/debate/projection/audience-sequence.ts';
import type { DebateRoom } from '../../log/debate-room.ts';

/**
 * The state of a debate as all of an audience have received it: the same one, by identity, while everything that happens is hidden from
 * them. What is kept of it serves until then; if it were made again after each entry, the time of an answer would reveal hidden ones.
 */
export class ReceivedStates {
  readonly #byRoom = new WeakMap<Pick<DebateRoom, 'state'>, Map<Audience, DebateState>>();

  of(room: Pick<DebateRoom, 'state'>, audience: Audience): DebateState {
    const byAudience = this.#byRoom.get(room) ?? new Map<Audience, DebateState>();
    this.#byRoom.set(room, byAudience);
    const { state } = room;
    const then = byAudience.get(audience);
    if (then && isSameForAll(then, state, viewerIn(audience, null).seesAll)) return then;
    byAudience.set(audience, state);
    return state;
  }
}
