import type { LogEntry, ProjectedEntry } from '../../domain/debate/engine/entries.ts';
import {
  AUDIENCES,
  type Audience,
  projectEntries,
  projectOwn,
  viewerIn,
} from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import {
  entriesFor,
  type NumberedEntry,
  numberForAudience,
} from '../../domain/debate/projection/audience-entries.ts';
import { viewerCursor } from '../../domain/debate/projection/audience-sequence.ts';
import {
  participantsWithOwnEntries,
  participantsWithOwnFrame,
} from '../../domain/debate/projection/reprojected.ts';
import type { Viewer } from '../../domain/debate/visibility/viewer.ts';
import { isActivityHidden } from '../../domain/debate/votes/ballots.ts';
import type { Frame, Person } from '../../domain/protocol/server-messages.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { isUnhurried } from '../log/is-unhurried.ts';
import { type Meters, NO_METERS } from '../metrics/meters.ts';
import { beginAll, type Span } from '../tracing/traces.ts';
import { AudienceFrame } from './audience-frame.ts';
import { channel, type LiveServer } from './connection.ts';
import { type NamesToSend, namesFor, sendOwnNames } from './send-people.ts';

/** Connections from which a room counts as a crowd. */
const CROWD = 50;
/** Milliseconds to batch a crowd's votes and arrivals while nothing else happens: 0.2 per connection. */
const BATCHED = { shortest: 80, longest: 250, each: 1 / 5 };

/** Largest share of the time spent sending; entries that arrive meanwhile are joined into the next frame. */
const SENDING_SHARE = 1 / 4;
/** Maximum milliseconds that entries wait because of that. */
const LONGEST_WAIT = 100;

/**
 * Broadcasts a debate's entries to its connections: one frame per audience, encoded once for all its connections except those of people who
 * see what is hidden from others. While the room is quiet each entry is sent at once; the more sending costs, the more entries share a
 * frame; and when a crowd votes, one frame carries many votes. In a blind phase nobody gets a frame that would only show that something was
 * done.
 */
export class Broadcaster {
  readonly #room: DebateRoom;
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #meters: Meters;
  #waiting: LogEntry[] = [];
  /** When the first of them was committed, in milliseconds of a monotonic clock. */
  #waitingSince = 0;
  /** The traced deliveries of these: each ends with its frame. */
  #traced: ReturnType<typeof beginAll>[] = [];
  /** Names to send before the waiting entries. */
  #names: NamesToSend[] = [];
  /** The state when everything before the waiting entries was sent, and the current state. */
  #before: DebateState;
  #state: DebateState;
  /** Cursor up to which each audience was sent everything, where it is ahead of `#before` because later entries had nothing for it. */
  readonly #sentUpTo = new Map<Audience, number>();
  #scheduled: NodeJS.Timeout | NodeJS.Immediate | null = null;
  /** True while all waiting entries can be batched. */
  #isGathering = false;
  #notBefore = 0;

  /** `sharedFrames`: write one frame, made once, to all idle connections instead of emitting to each. */
  constructor(room: DebateRoom, io: LiveServer, sharedFrames: boolean, meters = NO_METERS) {
    this.#meters = meters;
    this.#room = room;
    this.#io = io;
    this.#sharedFrames = sharedFrames;
    this.#state = room.state;
    this.#before = room.state;
    room.onEntries((entries, state, spans) => this.#take(entries, state, spans));
  }

  /** Queues people's names, sent before the entries of their joining and at the same pace. */
  name(names: NamesToSend): void {
    this.#names.push(names);
    if (!this.#scheduled) this.#schedule(true);
  }

  /**
   * Call before a connection joins: flushes what waits, so that the connection starts at the next frame. A crowd isn't flushed,
   * since each arrival would send a frame to everyone; the newcomer skips the entries it already has.
   */
  joining(): void {
    const hasMore = this.#waiting.length > 0 || this.#names.length > 0;
    if (hasMore && this.#connections() < CROWD) this.#flush();
  }

  #flush(): void {
    this.#unschedule();
    const started = performance.now();
    const [entries, names] = [this.#waiting, this.#names];
    const numbered = numberForAudience(this.#before, entries, this.#state);
    const knowers = numbered.flatMap((one) => one.knowers?.persons ?? []);
    const persons = {
      apart: new Set([...participantsWithOwnFrame(entries, this.#state), ...knowers]),
      withOwn: participantsWithOwnEntries(entries),
      // They wait for a frame, even one without entries.
      asked: new Set(entries.flatMap(({ actor, author }) => [actor, author])),
    };
    const before = this.#before;
    this.#waiting = [];
    this.#names = [];
    this.#before = this.#state;
    sendOwnNames(this.#io, { id: this.#room.id, state: this.#state }, names);
    for (const audience of AUDIENCES) {
      const people = namesFor(audience, names, this.#state);
      const after = this.#sentUpTo.get(audience) ?? viewerCursor(before, viewerIn(audience, null)).seq;
      this.#sendTo(audience, people, after, numbered, persons);
    }
    for (const end of this.#traced.splice(0)) end({ 'parley.connections': this.#connections() });
    const took = performance.now() - started;
    if (entries.length > 0) this.#meters.broadcast(performance.now() - this.#waitingSince);
    this.#notBefore = performance.now() + Math.min(LONGEST_WAIT, took * (1 / SENDING_SHARE - 1));
  }

  #take(entries: readonly LogEntry[], state: DebateState, spans: readonly Span[]): void {
    if (spans.length > 0) this.#traced.push(beginAll(spans, 'deliver'));
    if (this.#waiting.length === 0) this.#waitingSince = performance.now();
    this.#waiting.push(...entries);
    this.#state = state;
    const mayWait = entries.every(({ effect }) => isUnhurried(effect.type));
    if (this.#scheduled && (mayWait || !this.#isGathering)) return;
    this.#unschedule();
    this.#schedule(mayWait);
  }

  #schedule(mayGather: boolean): void {
    const connections = this.#connections();
    this.#isGathering = mayGather && connections >= CROWD;
    const { shortest, longest, each } = BATCHED;
    const gathered = this.#isGathering ? Math.min(longest, Math.max(shortest, connections * each)) : 0;
    const wait = Math.max(this.#notBefore - performance.now(), gathered);
    const send = () => this.#flush();
    // `setImmediate`: answers to the operations just committed are written before the frame that holds them.
    this.#scheduled = wait <= 0 ? setImmediate(send) : setTimeout(send, wait);
  }

  #unschedule(): void {
    clearTimeout(this.#scheduled as NodeJS.Timeout);
    clearImmediate(this.#scheduled as NodeJS.Immediate);
    this.#scheduled = null;
  }

  #connections(): number {
    return this.#io.of('/').adapter.rooms.get(channel.debate(this.#room.id))?.size ?? 0;
  }

  #sendTo(
    audience: Audience,
    people: readonly Person[],
    after: number,
    numbered: readonly NumberedEntry[],
    { apart, withOwn, asked }: Persons,
  ): void {
    const state = this.#state;
    const to = channel.audience(this.#room.id, audience);
    const { adapter, sockets } = this.#io.of('/');
    const connections = adapter.rooms.get(to);
    if (!connections) return void this.#sentUpTo.delete(audience);
    const all = viewerIn(audience, null);
    const toAll = entriesFor(numbered, all);
    const projected = projectEntries(toAll, state, audience);
    const isSentNothing = toAll.length === 0 || (isActivityHidden(state) && projected.length === 0);
    if (!isSentNothing) this.#sentUpTo.delete(audience);
    else if (numbered.length > 0) this.#sentUpTo.set(audience, after);
    const message = { ...frameUpTo(state, all, after), entries: projected };
    const shared = new AudienceFrame(people, isSentNothing ? null : message, this.#sharedFrames);
    const ownOf = new Map<string, ProjectedEntry[]>();
    for (const socketId of connections) {
      const socket = sockets.get(socketId);
      if (!socket) continue;
      // Includes a participant who was removed: they may see their own text, as when they open the debate.
      const person = socket.data.open?.actingParticipantId ?? null;
      if (person !== null && (apart.has(person) || (isSentNothing && asked.has(person)))) {
        const viewer = viewerIn(audience, person);
        const entries = entriesFor(numbered, viewer);
        const seen = projectEntries(entries, state, audience, person);
        const own = projectOwn(entries, state, audience, person);
        shared.sendNames(socket);
        if (isSentNothing && seen.length + own.length === 0 && !asked.has(person)) continue;
        socket.emit('frame', { ...frameUpTo(state, viewer, after), entries: seen, own });
      } else if (person !== null && withOwn.has(person)) {
        const own = ownOf.get(person) ?? projectOwn(toAll, state, audience, person);
        ownOf.set(person, own);
        shared.sendTo(socket, own);
      } else {
        shared.sendTo(socket);
      }
    }
  }
}

/** People who get entries differently from the rest of their audience. */
interface Persons {
  /** They see other entries. */
  readonly apart: ReadonlySet<string>;
  /** They also get separate entries. */
  readonly withOwn: ReadonlySet<string>;
  /** They wrote some of the entries. */
  readonly asked: ReadonlySet<string>;
}

function frameUpTo(state: DebateState, viewer: Viewer, after: number): Pick<Frame, 'after' | 'to' | 'at'> {
  const { seq, at } = viewerCursor(state, viewer);
  return { after, to: seq, at };
}
