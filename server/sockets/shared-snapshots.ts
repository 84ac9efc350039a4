import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isHushed } from '../../domain/debate/ballots.ts';
import { namesIn } from '../../domain/debate/names.ts';
import { erasedAtInLog, placeIn, seqInLog } from '../../domain/debate/numbering.ts';
import { packSteps } from '../../domain/debate/packed-snapshot.ts';
import { type Audience, projectState } from '../../domain/debate/project.ts';
import { snapshotSteps } from '../../domain/debate/snapshot.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { finishInTurns } from '../finish-in-turns.ts';
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

interface Known {
  readonly state: DebateState;
  readonly made: Promise<SharedSnapshot>;
}

/**
 * Snapshots for those who open a debate, made once for all who come at about the same time: who asks again and again costs
 * no more than the writing of what is there.
 */
export class SharedSnapshots {
  readonly #byRoom = new WeakMap<DebateRoom, Map<Audience, Known>>();

  /** `since`: one from before that number, as people are told it, is no help. */
  of(room: DebateRoom, audience: Audience, since = 0): Promise<SharedSnapshot> {
    const byAudience = this.#byRoom.get(room) ?? new Map();
    this.#byRoom.set(room, byAudience);
    const known = byAudience.get(audience);
    const { state } = room;
    if (known && placeIn(known.state, null).seq >= since && serves(known.state, state)) return known.made;
    const made = make(state, audience);
    byAudience.set(audience, { state, made });
    return made;
  }
}

/** Whether somebody who is told what a state was then is up to date by the entries since. */
function serves(then: DebateState, now: DebateState): boolean {
  // One from before words were erased has them still; one from when names were told to more is nobody's any more.
  if (then.seq < erasedAtInLog(now) || namesIn(then) !== namesIn(now)) return false;
  const place = placeIn(then, null);
  // No entries are told one by one while something is hidden: whether that is so depends on nothing that is.
  if (isHushed(now)) return place.seq === placeIn(now, null).seq;
  return seqInLog(now, place.seq) === then.seq && now.seq - then.seq <= SERVES_FOR;
}

async function make(state: DebateState, audience: Audience): Promise<SharedSnapshot> {
  const snapshot = await finishInTurns(snapshotSteps(projectState(state, audience, null)));
  const packed = await finishInTurns(packSteps(snapshot));
  return { state, packed: (await compress(packed.join(''))).toString('base64') };
}
