import { AUDIENCES, type Audience } from '#domain/debate/engine/project.ts';
import type { PresenceMessage } from '#domain/protocol/client-messages.ts';
import type { PresenceUpdate, Present } from '#domain/protocol/server-messages.ts';
import { channel } from '../connection.ts';
import type { PointerThrottle } from './pointer-throttle.ts';
import { PresenceChanges } from './presence-changes.ts';
import type { PresenceSender, ProjectHere } from './presence-sender.ts';

/** Milliseconds between updates: prompt in a small room, calm in a crowded one. */
const INTERVAL = { small: 150, crowded: 1_000 };
/** Connections of other nodes shown at most. */
const MOST_ELSEWHERE = 5_000;

const NOWHERE: PresenceMessage = { at: null, writing: false };
const NOTHING: PresenceUpdate = { here: [], gone: [] };

export interface PresenceParts {
  readonly sender: PresenceSender;
  readonly quiet: PointerThrottle;
  readonly project: ProjectHere;
  /** True if only the number of people here is shown. */
  readonly isCounted: () => boolean;
  /** True if nobody may see where others are and write: others' new claims are hidden. */
  readonly isBlind: () => boolean;
  /** Called with changes among this node's connections, for other nodes. */
  readonly publishToNodes: (update: PresenceUpdate) => void;
  /** Called for each connection of another node that is gone. */
  readonly goneElsewhere: (connection: string) => void;
  /** Called with an error in sending, which must not end the process. */
  readonly failed: (error: unknown) => void;
}

/**
 * The people who are here in one debate, on this node and as other nodes report. Never stored, batched, and not sent to a slow reader
 * before it has caught up.
 */
export class PresenceBoard {
  readonly #debateId: string;
  readonly #parts: PresenceParts;
  readonly #here = new Map<string, Present>();
  readonly #elsewhere = new Map<string, Present>();
  /** Changes not yet sent to this node's connections, and to other nodes. */
  readonly #changes = new PresenceChanges();
  readonly #ownChanges = new PresenceChanges();
  /** By audience, the connections as they were last sent to it: one that looks the same to an audience is not sent again. */
  readonly #sent = new Map(AUDIENCES.map((audience) => [audience, new Map<string, Present>()]));
  /** The participants who are here, each with the number of their connections. */
  readonly #people = new Map<string, number>();
  #scheduled = false;
  /** The count that was last sent. */
  #sentCount = 0;

  constructor(debateId: string, parts: PresenceParts) {
    this.#debateId = debateId;
    this.#parts = parts;
  }

  /** Everyone who is here, as an audience may see them. */
  all(audience: Audience): PresenceUpdate {
    if (this.#parts.isCounted()) return this.#counted();
    const here = this.#parts.project([...this.#here.values(), ...this.#elsewhere.values()], audience);
    return { here, gone: [], all: true };
  }

  /**
   * Everyone who is here, for a connection that opens the debate. If a person's last move was not sent yet, the next one is sent in any case:
   * a person who goes back would otherwise stay where the newcomer first saw them.
   */
  welcome(audience: Audience): PresenceUpdate {
    const all = this.all(audience);
    const sent = this.#sent.get(audience);
    for (const present of all.here) {
      if (isSame(present, sent?.get(present.connection))) continue;
      sent?.delete(present.connection);
      this.#changes.came(present.connection);
    }
    return all;
  }

  /** Counts each participant once, however many connections they have. */
  #counted(): PresenceUpdate {
    const connections = [...this.#here.values(), ...this.#elsewhere.values()];
    const readers = connections.filter(({ participantId }) => participantId === null).length;
    return { here: [], gone: [], all: true, count: this.#people.size + readers };
  }

  /** The people connected to this node. */
  own(): Present[] {
    return [...this.#here.values()];
  }

  set(connection: string, participantId: string | null, message: PresenceMessage): void {
    // Presence nobody may see isn't even stored, nor sent to other nodes.
    const { at, writing } = this.#parts.isCounted() || this.#parts.isBlind() ? NOWHERE : message;
    const present = { connection, participantId, at, writing };
    if (isSame(present, this.#here.get(connection))) return;
    this.#put(this.#here, present);
    this.#changes.came(connection);
    this.#ownChanges.came(connection);
    this.#schedule();
  }

  /** Clears everyone's position: others' new claims are hidden from now on. */
  blind(): void {
    for (const { connection, participantId } of [...this.#here.values()])
      this.set(connection, participantId, NOWHERE);
  }

  /** Sends where people are to audiences that now see more or less of it: content was hidden or shown. */
  reproject(): void {
    const places = [...this.#here.values(), ...this.#elsewhere.values()].filter(({ at }) => at !== null);
    for (const { connection } of places) this.#changes.came(connection);
    if (places.length > 0) this.#schedule();
  }

  remove(connection: string): void {
    if (!this.#drop(this.#here, connection)) return;
    this.#changes.left(connection);
    this.#ownChanges.left(connection);
    this.#schedule();
  }

  /** Forgets a socket of this node that closed: it is sent nothing more. */
  forget(socketId: string): void {
    this.#parts.sender.forget(socketId);
  }

  /** Applies another node's update about its connections. */
  hear({ here, gone }: PresenceUpdate): void {
    for (const present of here) {
      if (this.#elsewhere.size >= MOST_ELSEWHERE && !this.#elsewhere.has(present.connection)) continue;
      this.#put(this.#elsewhere, present);
      this.#changes.came(present.connection);
    }
    for (const connection of gone) {
      if (!this.#drop(this.#elsewhere, connection)) continue;
      this.#changes.left(connection);
      this.#parts.goneElsewhere(connection);
    }
    this.#schedule();
  }

  /** True if a connection of another node is shown as here. */
  isElsewhere(connection: string): boolean {
    return this.#elsewhere.has(connection);
  }

  #put(where: Map<string, Present>, present: Present): void {
    this.#countOff(where.get(present.connection));
    where.set(present.connection, present);
    const { participantId } = present;
    if (participantId !== null) this.#people.set(participantId, (this.#people.get(participantId) ?? 0) + 1);
  }

  #drop(where: Map<string, Present>, connection: string): boolean {
    this.#countOff(where.get(connection));
    return where.delete(connection);
  }

  #countOff(present: Present | undefined): void {
    const participantId = present?.participantId ?? null;
    if (participantId === null) return;
    const left = (this.#people.get(participantId) ?? 0) - 1;
    if (left > 0) this.#people.set(participantId, left);
    else this.#people.delete(participantId);
  }

  #schedule(): void {
    const { quiet } = this.#parts;
    quiet.count(this.#people.size, this.#here.size + this.#elsewhere.size);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => this.#trySend(), quiet.isCrowded ? INTERVAL.crowded : INTERVAL.small);
  }

  /** On a timer, where nothing else would catch an error. */
  #trySend(): void {
    try {
      this.#send();
    } catch (error) {
      this.#parts.failed(error);
    }
  }

  #send(): void {
    this.#scheduled = false;
    const { sender, project, isCounted, publishToNodes } = this.#parts;
    const find = (connection: string) => this.#here.get(connection) ?? this.#elsewhere.get(connection);
    const { here, gone } = this.#changes.take(find);
    const counted = isCounted() ? this.#counted() : null;
    // An update must not show that someone is doing something.
    const isNews = counted?.count !== this.#sentCount;
    this.#sentCount = counted?.count ?? 0;
    for (const audience of AUDIENCES) {
      const to = channel.audience(this.#debateId, audience);
      const named = counted ? null : { here: this.#news(project(here, audience), gone, audience), gone };
      sender.send(to, named ?? (isNews && counted ? counted : NOTHING), () => this.all(audience));
    }
    const own = this.#ownChanges.take(find);
    if (own.here.length > 0 || own.gone.length > 0) publishToNodes(own);
    if (sender.owes) this.#schedule();
  }

  /** Presence that an audience has not been sent yet: another update would show that someone does something it may not see. */
  #news(here: readonly Present[], gone: readonly string[], audience: Audience): Present[] {
    const sent = this.#sent.get(audience) ?? new Map<string, Present>();
    for (const connection of gone) sent.delete(connection);
    const news = here.filter((present) => !isSame(present, sent.get(present.connection)));
    for (const present of news) sent.set(present.connection, present);
    return news;
  }
}

function isSame(one: Present, other: Present | undefined): boolean {
  return one.participantId === other?.participantId && one.at === other.at && one.writing === other.writing;
}
