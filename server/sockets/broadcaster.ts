import { isHushed } from '../../domain/debate/ballots.ts';
import type { LogEntry } from '../../domain/debate/entries.ts';
import { placeIn } from '../../domain/debate/numbering.ts';
import { AUDIENCES, type Audience, projectEntries, projectOwn } from '../../domain/debate/project.ts';
import { personsApart } from '../../domain/debate/reprojected.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { type ToldEntry, toldEntries, toldTo } from '../../domain/debate/told-entries.ts';
import type { Frame } from '../../domain/protocol/server-messages.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { channel, type LiveServer } from './connection.ts';
import { sharedFrame, writeShared } from './shared-frame.ts';

/** Connections from which on a room is a crowd, and milliseconds for which its votes, when nothing else comes, are gathered. */
const CROWD = 50;
const VOTES_GATHERED = 80;

/** Sending may take this part of the time; entries that come meanwhile are joined into the next frame. */
const SENDING_SHARE = 1 / 4;

/**
 * Tells a debate's connections of its entries: one frame per audience, encoded once for all its connections but those of
 * people who voted, or who see what is withheld from others. While the
 * room is quiet each entry goes out at once; the more sending costs, the more entries share a frame; and when a crowd votes, one
 * frame tells of many votes. In a blind phase nobody
 * gets a frame that tells them nothing but that something was done.
 */
export class Broadcaster {
  readonly #room: DebateRoom;
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  #waiting: LogEntry[] = [];
  /** As it was when all was sent that came before what waits, and as it is. */
  #before: DebateState;
  #state: DebateState;
  /** Up to where each audience was told all: behind that where what came since told it nothing. */
  readonly #told = new Map<Audience, number>();
  #scheduled: NodeJS.Timeout | NodeJS.Immediate | null = null;
  /** Whether what waits are votes, which nobody is in haste to be told of. */
  #isGathering = false;
  #notBefore = 0;

  /** `sharedFrames`: write one frame, made once, to all idle connections instead of emitting to each. */
  constructor(room: DebateRoom, io: LiveServer, sharedFrames: boolean) {
    this.#room = room;
    this.#io = io;
    this.#sharedFrames = sharedFrames;
    this.#state = room.state;
    this.#before = room.state;
    room.onEntries((entries, state) => this.#take(entries, state));
  }

  /** Sends what waits, now: a connection that is about to join starts exactly where the next frame does. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const started = performance.now();
    const entries = this.#waiting;
    const told = toldEntries(this.#before, entries, this.#state);
    const after = placeIn(this.#before, null).seq;
    const apart = personsApart(entries, this.#state);
    this.#waiting = [];
    this.#before = this.#state;
    for (const audience of AUDIENCES) this.#sendTo(audience, this.#told.get(audience) ?? after, told, apart);
    const took = performance.now() - started;
    this.#notBefore = performance.now() + took * (1 / SENDING_SHARE - 1);
  }

  #take(entries: readonly LogEntry[], state: DebateState): void {
    this.#waiting.push(...entries);
    this.#state = state;
    const areVotes = entries.every(isVoting);
    if (this.#scheduled && (areVotes || !this.#isGathering)) return;
    this.#unschedule();
    this.#isGathering = areVotes && this.#connections() >= CROWD;
    const wait = Math.max(this.#notBefore - performance.now(), this.#isGathering ? VOTES_GATHERED : 0);
    const send = () => {
      this.#scheduled = null;
      this.flush();
    };
    // `setImmediate`: answers to the operations just committed are written before the frame that holds them.
    this.#scheduled = wait <= 0 ? setImmediate(send) : setTimeout(send, wait);
  }

  #unschedule(): void {
    clearTimeout(this.#scheduled as NodeJS.Timeout);
    clearImmediate(this.#scheduled as NodeJS.Immediate);
  }

  #connections(): number {
    return this.#io.of('/').adapter.rooms.get(channel.debate(this.#room.id))?.size ?? 0;
  }

  #sendTo(audience: Audience, after: number, told: readonly ToldEntry[], apart: ReadonlySet<string>): void {
    const state = this.#state;
    const to = channel.audience(this.#room.id, audience);
    if (!this.#io.of('/').adapter.rooms.has(to)) return void this.#told.delete(audience);
    const toAll = toldTo(told, null);
    const projected = projectEntries(toAll, state, audience);
    const isToldNothing = toAll.length === 0 || (isHushed(state) && projected.length === 0);
    if (isToldNothing) this.#told.set(audience, after);
    else this.#told.delete(audience);
    const message = { ...frameUpTo(state, null, after), entries: projected };
    const shared = this.#sharedFrames && !isToldNothing ? sharedFrame('frame', message) : null;
    // Who asked for one of these waits for it, though it may tell them nothing either.
    const asked = new Set(told.flatMap(({ entry }) => [entry.actor, entry.author]));
    for (const socketId of this.#io.of('/').adapter.rooms.get(to) ?? []) {
      const socket = this.#io.of('/').sockets.get(socketId);
      if (!socket) continue;
      // Also one who was removed: their own words are theirs to see, as when they open the debate.
      const person = socket.data.open?.askedBy ?? null;
      if (person !== null && (apart.has(person) || asked.has(person))) {
        const entries = toldTo(told, person);
        const seen = projectEntries(entries, state, audience, person);
        const own = projectOwn(entries, state, audience, person);
        if (isToldNothing && seen.length + own.length === 0 && !asked.has(person)) continue;
        socket.emit('frame', { ...frameUpTo(state, person, after), entries: seen, own });
      } else if (!isToldNothing && (shared === null || !writeShared(socket, shared))) {
        socket.emit('frame', message);
      }
    }
  }
}

function frameUpTo(
  state: DebateState,
  participantId: string | null,
  after: number,
): Pick<Frame, 'after' | 'to' | 'at'> {
  const { seq, at } = placeIn(state, participantId);
  return { after, to: seq, at };
}

/** Do others learn of it as a count alone? */
function isVoting({ effect }: LogEntry): boolean {
  return effect.type === 'vote.cast' || effect.type === 'vote.withdrawn' || effect.type === 'poll.answered';
}
