import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { packSteps } from '../../domain/debate/engine/packed-snapshot.ts';
import { type Audience, projectState, viewerIn } from '../../domain/debate/engine/project.ts';
import { snapshotSteps } from '../../domain/debate/engine/snapshot.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import {
  catchUpSeq,
  countSince,
  isSameForAll,
  mayStillBeShown,
  viewerCursor,
} from '../../domain/debate/projection/audience-sequence.ts';
import type { Viewer } from '../../domain/debate/visibility/viewer.ts';
import { isActivityHidden } from '../../domain/debate/votes/ballots.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { encodeInTurns } from '../timing/encode-in-turns.ts';
import { finishInTurns } from '../timing/finish-in-turns.ts';
import { PackedText } from './shared-welcome.ts';

/** Entries for which a snapshot can be used: its readers are sent the entries after it one by one. */
const SERVES_FOR = 250;

const compress = promisify(gzip);

/** A debate as all of an audience saw it at one entry. */
export interface SharedSnapshot {
  readonly state: DebateState;
  /** The data as sent: packed, compressed, in Base64. */
  readonly packed: PackedText;
}

interface Known {
  readonly state: DebateState;
  readonly made: Promise<SharedSnapshot>;
}

/**
 * Snapshots for people who open a debate, shared by all who open it at about the same time: repeated requests cost only sending the
 * existing one.
 */
export class SharedSnapshots {
  readonly #byRoom = new WeakMap<DebateRoom, Map<string, Known>>();

  /**
   * A snapshot for a viewer, shared by their audience, no older than `since` in the audience's numbers. A viewer who has since done
   * something their audience may not know gets a separate, newer one: a newer shared one would reveal it to the others.
   */
  of(room: DebateRoom, audience: Audience, viewer: Viewer, since = 0): Promise<SharedSnapshot> {
    const { state } = room;
    const all = viewerIn(audience, null);
    const servesAll = (then: DebateState) => viewerCursor(then, all).seq >= since && serves(then, state, all);
    const servesViewer = (then: DebateState) =>
      isActivityHidden(state) || catchUpSeq(state, viewerCursor(then, viewer).seq, viewer) !== null;
    const shared = this.#of(room, audience, audience, servesAll);
    if (servesViewer(shared.state)) return shared.made;
    return this.#of(room, audience, `${audience} apart`, (then) => servesAll(then) && servesViewer(then))
      .made;
  }

  #of(room: DebateRoom, audience: Audience, name: string, isOfUse: (then: DebateState) => boolean): Known {
    const byName = this.#byRoom.get(room) ?? new Map<string, Known>();
    this.#byRoom.set(room, byName);
    const known = byName.get(name);
    if (known && isOfUse(known.state)) return known;
    const { state } = room;
    const made = { state, made: make(state, audience) };
    byName.set(name, made);
    return made;
  }
}

/** True if a viewer who gets the earlier state is brought up to date by the entries since. */
function serves(then: DebateState, now: DebateState, all: Viewer): boolean {
  if (!mayStillBeShown(then, now)) return false;
  // No entries are sent one by one while something is hidden: whether that is so doesn't depend on anything hidden.
  if (isActivityHidden(now)) return isSameForAll(then, now, all.seesAll);
  const { seq } = viewerCursor(then, all);
  return catchUpSeq(now, seq, all) !== null && countSince(now, seq, all) <= SERVES_FOR;
}

async function make(state: DebateState, audience: Audience): Promise<SharedSnapshot> {
  const snapshot = await finishInTurns(snapshotSteps(projectState(state, audience, null)));
  const packed = await finishInTurns(packSteps(snapshot));
  return { state, packed: new PackedText((await compress(await encodeInTurns(packed))).toString('base64')) };
}
