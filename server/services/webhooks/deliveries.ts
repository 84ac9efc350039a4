import { createHash } from 'node:crypto';
import { ENTRY_SHAPE, type ProjectedEntry } from '#domain/debate/engine/entries.ts';
import { audienceIn, projectEntries, viewerIn } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { upcastEntry } from '#domain/debate/engine/upcast.ts';
import { erasesWords } from '#domain/debate/erasure/erases-words.ts';
import { mayChangeProjection } from '#domain/debate/participants/access.ts';
import { entriesFor, numberForAudience } from '#domain/debate/projection/audience-entries.ts';
import { viewerCursor } from '#domain/debate/projection/audience-sequence.ts';
import { extractFragment } from '#domain/debate/projection/fragment.ts';
import { visibilityChangeRoots } from '#domain/debate/projection/reprojected.ts';
import { dependentsOf } from '#domain/debate/visibility/hidden-content.ts';
import { Prisma, type Webhook } from '#prisma/client/client.ts';
import type { SecretBox } from '../../auth/secrets/secret-box.ts';
import type { Database } from '../../database/open-database.ts';
import type { Sender } from '../../limits/sender.ts';
import { PAGE_CHARACTERS } from '../../log/entries-after.ts';
import { jsonCharactersOf } from '../../log/entry-pieces.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { readingProblem } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { StateCheckpoints } from '../../log/snapshots/state-checkpoints.ts';
import type { Meters } from '../../metrics/meters.ts';
import { sendMessage, type WebhookReach } from './send-message.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Delays before a retry after each consecutive failure; after the last one the webhook is given up: three days in all. */
export const TRIED_AGAIN_AFTER = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  ...Array.from({ length: 5 }, () => 13 * HOUR),
] as const;
/** Milliseconds between two messages to one address: changes in between are sent together. */
const PAUSE = SECOND;
/** Milliseconds after which a debate that nobody may read for now is looked at again. */
export const LOOKED_AT_AGAIN_AFTER = 10 * MINUTE;
/** Milliseconds for which a node that delivers to an address keeps others from doing so. */
const LEASE = 30 * SECOND;
/** Maximum messages in flight from this node; receivers that failed last time may take half of them. */
const AT_ONCE = 32;
const AT_ONCE_AFTER_FAILURE = AT_ONCE / 2;
/** Maximum messages in flight to one receiver (a host: anyone has all of its ports). */
const AT_ONCE_TO_RECEIVER = 2;
/** Maximum messages in flight for the webhooks of one person, in all debates: they may have names of many hosts. */
const AT_ONCE_FOR_MAKER = 6;
/** Entries in one message. */
const ENTRIES = 200;
/** All deliveries count as one sender: nothing else reads their moments. */
const DELIVERIES: Sender = { person: null, address: 'deliveries' };

/** Why a webhook ended: three days without a 2xx, a 410, or its creator no longer moderates the debate. */
export type WebhookEnd = 'no_answer' | 'gone' | 'no_access';

/** Changes to deliver: `to` is the last entry in the log, `range` the numbers in the numbering that the webhook's creator sees. */
interface News {
  readonly to: number;
  readonly range: readonly [after: number, to: number];
  /** `null`: nothing to deliver. */
  readonly message: ChangeMessage | null;
}

/** A message: entries since the previous one, as the webhook's creator may see them now. */
export interface ChangeMessage {
  readonly type: 'debate.changed';
  readonly debateId: string;
  /** Server time in milliseconds. */
  readonly at: number;
  readonly entries: readonly ProjectedEntry[];
  /**
   * True if something happened that shows, hides or erases more than the entries say, or too much for a message: the receiver has to read
   * everything again.
   */
  readonly again: boolean;
}

interface Parts {
  readonly database: Database;
  readonly log: OperationLog;
  readonly rooms: Rooms;
  readonly moments: StateCheckpoints;
  readonly sealer: SecretBox;
  readonly reach: WebhookReach;
  readonly meters: Meters;
  readonly now: () => number;
  /** Most characters that are sent of what entries reveal: they are projected, written and signed in one turn. */
  readonly characters?: number;
  /** Called with errors that kept a delivery from being made or recorded. */
  readonly failed: (error: unknown) => void;
}

/** A webhook with something to deliver. */
interface DueWebhook {
  readonly id: string;
  /** Host of its address. */
  readonly receiver: string;
  /** The user who made it. */
  readonly maker: string;
  /** Number of consecutive failures. */
  readonly failures: number;
}

interface RunningDelivery extends Omit<DueWebhook, 'id'> {
  readonly done: Promise<void>;
}

/**
 * Delivers changes to webhooks. The cursor of each is in the database: a restart loses nothing, and only one of several nodes delivers. A
 * message that was accepted without this node learning of it is sent again: with the same id, or with another one if it gained entries since.
 */
export class Deliveries {
  readonly #parts: Parts;
  readonly #running = new Set<RunningDelivery>();
  readonly #stopping = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Starts the deliveries that are due and have room, without waiting for them: a slow receiver delays nobody else. Call it once a second.
   * A delivery that fails because of this server is passed to `failed`.
   */
  async look(): Promise<void> {
    const { database, now, failed } = this.#parts;
    if (this.#stopping.signal.aborted) return;
    const statement = Prisma.sql`
      SELECT id, receiver, maker, failures FROM (
        SELECT *, row_number() OVER (PARTITION BY maker ORDER BY next_at) AS place_of_maker FROM (
          SELECT w.id, w.failures, w.next_at, r.receiver, m.maker,
                 row_number() OVER (PARTITION BY r.receiver ORDER BY w.next_at) AS place
          FROM webhook w
          JOIN debate d ON d.id = w.debate_id
          LEFT JOIN participant p ON p.debate_id = w.debate_id AND p.id = w.made_by,
          LATERAL (SELECT lower(coalesce(substring(w.url FROM ${HOST}::text), w.url)) AS receiver) r,
          LATERAL (SELECT coalesce(p.user_id, w.made_by) AS maker) m
          WHERE w.ended_at IS NULL AND w.next_at <= ${new Date(now())} AND d.head > w.cursor
            AND r.receiver <> ALL (${this.#fullReceivers()}::text[])
            AND m.maker <> ALL (${this.#fullMakers()}::text[])
            AND (w.failures = 0 OR ${this.#failedBefore() < AT_ONCE_AFTER_FAILURE}::boolean)
        ) by_receiver
        WHERE place <= ${AT_ONCE_TO_RECEIVER}
      ) by_maker
      WHERE place_of_maker <= ${AT_ONCE_FOR_MAKER}
      ORDER BY next_at LIMIT ${AT_ONCE * 2}`;
    const due = await database.rowsOf<DueWebhook>(statement, 'shared');
    for (const webhook of due) if (this.#hasPlaceFor(webhook)) this.#start(webhook, failed);
  }

  /** Waits until no delivery of this node is in flight. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all([...this.#running].map(({ done }) => done));
  }

  /** Starts no more deliveries and aborts those in flight: they are sent again when their lease has expired. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.settled();
  }

  #start({ id, receiver, maker, failures }: DueWebhook, failed: (error: unknown) => void): void {
    const running: RunningDelivery = {
      receiver,
      maker,
      failures,
      done: this.#deliver(id)
        .catch(failed)
        .finally(() => this.#running.delete(running)),
    };
    this.#running.add(running);
  }

  #hasPlaceFor({ receiver, maker, failures }: DueWebhook): boolean {
    if (this.#running.size >= AT_ONCE || this.#runningTo(receiver) >= AT_ONCE_TO_RECEIVER) return false;
    if (this.#runningFor(maker) >= AT_ONCE_FOR_MAKER) return false;
    return failures === 0 || this.#failedBefore() < AT_ONCE_AFTER_FAILURE;
  }

  #runningTo(receiver: string): number {
    return [...this.#running].filter((running) => running.receiver === receiver).length;
  }

  #runningFor(maker: string): number {
    return [...this.#running].filter((running) => running.maker === maker).length;
  }

  #failedBefore(): number {
    return [...this.#running].filter(({ failures }) => failures > 0).length;
  }

  #fullReceivers(): string[] {
    const receivers = new Set([...this.#running].map(({ receiver }) => receiver));
    return [...receivers].filter((receiver) => this.#runningTo(receiver) >= AT_ONCE_TO_RECEIVER);
  }

  #fullMakers(): string[] {
    const makers = new Set([...this.#running].map(({ maker }) => maker));
    return [...makers].filter((maker) => this.#runningFor(maker) >= AT_ONCE_FOR_MAKER);
  }

  async #deliver(id: string): Promise<void> {
    const { database, now } = this.#parts;
    const { webhook } = database.prisma;
    const row = await webhook.findUnique({ where: { id } });
    if (!row || row.endedAt || row.nextAt.getTime() > now()) return;
    const leased = new Date(now() + LEASE);
    const { count } = await webhook.updateMany({
      where: { id, nextAt: row.nextAt, cursor: row.cursor },
      data: { nextAt: leased },
    });
    if (count === 0) return;
    const news = await this.#newsFor(row);
    const status = typeof news === 'string' ? news : await this.#send(row, news);
    if (this.#stopping.signal.aborted) return;
    await webhook.updateMany({
      where: { id, nextAt: leased },
      data: this.#afterwards(row, status, news),
    });
  }

  /**
   * Changes to deliver; `no_access` if the webhook's creator may no longer receive them, `waiting` if they may not for now: the debate was
   * taken down or deleted, and may come back.
   */
  async #newsFor({ debateId, madeBy, cursor }: Webhook): Promise<News | 'no_access' | 'waiting'> {
    const { log, rooms, moments, now, characters = PAGE_CHARACTERS } = this.#parts;
    return rooms.with(debateId, async (room) => {
      if (room === null) return 'no_access';
      await room.catchUp();
      const { entries: stored } = await log.readPage(debateId, cursor, ENTRIES, PAGE_CHARACTERS);
      const { state } = room;
      const audience = audienceIn(state, madeBy);
      if (audience !== 'moderators') return 'no_access';
      if (readingProblem(state, madeBy)) return 'waiting';
      const known = stored.filter(({ seq }) => seq <= state.seq);
      const lifted = known.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
      const { state: before } = await moments.at(debateId, cursor, state, DELIVERIES);
      const viewer = viewerIn(audience, madeBy);
      const visible = entriesFor(numberForAudience(before, lifted, state), viewer);
      const isTooMuch = revealsMore(characters, visibilityChangeRoots(visible, state, viewer), state);
      const entries = isTooMuch ? [] : projectEntries(visible, state, audience, madeBy);
      const again =
        isTooMuch || lifted.some((entry) => erasesWords(entry) || mayChangeProjection(entry, madeBy));
      const to = known.at(-1)?.seq ?? cursor;
      const message = { type: 'debate.changed' as const, debateId, at: now(), entries, again };
      const after = viewerCursor(before, viewer).seq;
      return {
        to,
        range: [after, visible.at(-1)?.seq ?? after],
        message: entries.length > 0 || again ? message : null,
      };
    });
  }

  async #send(
    { id, url, sealed }: Webhook,
    { range: [after, to], message }: News,
  ): Promise<'taken' | 'missed' | 'gone'> {
    if (message === null) return 'taken';
    const { sealer, reach, now } = this.#parts;
    const secret = sealer.unseal(sealed);
    // Sealed with a secret that this server doesn't have (now): another one may have it, or this one after its next start.
    if (secret === null) return 'missed';
    const body = JSON.stringify(message);
    // From the creator's numbering: the log's own numbers would reveal entries the creator may not see.
    const name = createHash('sha256').update(`${id} ${after} ${to}`).digest('base64url').slice(0, 24);
    const status = await sendMessage(
      url,
      { id: `msg_${name}`, body, secret, now: now() },
      reach,
      this.#stopping.signal,
    );
    const isTaken = status !== null && status >= 200 && status < 300;
    this.#parts.meters.delivered(status === GONE ? 'ended' : isTaken ? 'taken' : 'missed');
    if (status === GONE) return 'gone';
    return isTaken ? 'taken' : 'missed';
  }

  #afterwards(
    { failures, cursor, nextAt }: Webhook,
    status: 'taken' | 'missed' | 'gone' | 'no_access' | 'waiting',
    news: News | 'no_access' | 'waiting',
  ) {
    const now = this.#parts.now();
    if (status === 'waiting') return { nextAt: new Date(now + LOOKED_AT_AGAIN_AFTER) };
    const { to, message } = typeof news === 'string' ? { to: cursor, message: null } : news;
    // No pause if nothing was sent: a pause would reveal an invisible entry.
    if (status === 'taken' && message === null) return { cursor: to, nextAt };
    if (status === 'taken') return { cursor: to, failures: 0, nextAt: new Date(now + PAUSE) };
    const after = TRIED_AGAIN_AFTER[failures];
    if (status === 'missed' && after !== undefined)
      return { failures: failures + 1, nextAt: new Date(now + after) };
    const endReason: WebhookEnd = status === 'missed' ? 'no_answer' : status;
    return { endedAt: new Date(now), endReason, failures: failures + 1 };
  }
}

/** True if content that is projected again, what depends on it and all their data have more characters than `most`. */
function revealsMore(most: number, roots: readonly string[], state: DebateState): boolean {
  if (roots.length === 0) return false;
  const isOver = (ids: Iterable<string>) => jsonCharactersOf(extractFragment(state, ids)) > most;
  // Finding what depends on thousands takes long.
  return isOver(roots) || isOver(dependentsOf(state, roots));
}

/** Finds the host in a webhook's address, which has no name or password. */
const HOST = '^https?://(\\[[^\\]]*\\]|[^/?#:]+)';

/** The status by which a receiver unsubscribes. */
const GONE = 410;
