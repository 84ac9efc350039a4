import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { packSnapshot } from '../../domain/debate/packed-snapshot.ts';
import { type Audience, projectState } from '../../domain/debate/project.ts';
import { toSnapshot } from '../../domain/debate/snapshot.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import type { DebateRoom } from '../log/debate-room.ts';

/** Entries for which a snapshot serves: who gets it is told those after it one by one. */
const SERVES_FOR = 250;

const compress = promisify(gzip);

/** What all of an audience saw of a debate at one entry. */
export interface SharedSnapshot {
  readonly state: DebateState;
  /** As it is sent: packed, compressed, in Base64. */
  readonly packed: string;
}

/**
 * Snapshots for those who open a debate, made once for all who come at about the same time: who asks again and again costs
 * no more than the writing of what is there.
 */
export class SharedSnapshots {
  readonly #byRoom = new WeakMap<DebateRoom, Map<Audience, { seq: number; made: Promise<SharedSnapshot> }>>();

  /** `since`: an older one is no help. */
  of(room: DebateRoom, audience: Audience, since = 0): Promise<SharedSnapshot> {
    const byAudience = this.#byRoom.get(room) ?? new Map();
    this.#byRoom.set(room, byAudience);
    const known = byAudience.get(audience);
    // One from before words were erased has them still.
    const oldest = Math.max(since, room.state.erasedAt);
    if (known && known.seq >= oldest && room.state.seq - known.seq <= SERVES_FOR) return known.made;
    const made = make(room.state, audience);
    byAudience.set(audience, { seq: room.state.seq, made });
    return made;
  }
}

async function make(state: DebateState, audience: Audience): Promise<SharedSnapshot> {
  const packed = packSnapshot(toSnapshot(projectState(state, audience, null))).join('');
  return { state, packed: (await compress(packed)).toString('base64') };
}
