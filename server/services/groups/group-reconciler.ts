import { randomUUID } from 'node:crypto';
import { type LogEntry, SYSTEM } from '#domain/debate/engine/entries.ts';
import { isPassing } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Group } from '#domain/debate/groups/group.ts';
import { concernsGroups, reconcileGroup } from '#domain/debate/groups/reconcile-group.ts';
import { DatabaseUnavailable } from '../../database/database-unavailable.ts';
import type { Database } from '../../database/open-database.ts';
import { GROUPS } from '../../log/debate-listing.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import { toSubmission } from '../../log/submission.ts';
import type { Participants } from '../participants/participants.ts';

/** Milliseconds until what failed is tried again. Each time in a row that it fails, the next try waits twice as long. */
const RETRY_AFTER = 3_000;
const LONGEST_WAIT = 5 * 60_000;

interface ReconcilerParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly failed: (error: unknown) => void;
}

/** Keeps small groups in sync with their plenaries. What fails is tried again while the plenary is open: doing it twice does no harm. */
export class GroupReconciler {
  readonly #parts: ReconcilerParts;
  /** Running operations on the groups of a plenary, one after another. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** Those that have not begun: they will find whatever has changed until then. */
  readonly #waiting = new WeakMap<DebateRoom, Promise<void>>();
  /** Renamed participants whose new name the groups don't have yet. */
  readonly #renamed = new WeakMap<DebateRoom, Set<string>>();
  readonly #retries = new Map<DebateRoom, NodeJS.Timeout>();
  /** Number of retries in a row. */
  readonly #tries = new WeakMap<DebateRoom, number>();
  #stopped = false;

  constructor(parts: ReconcilerParts) {
    this.#parts = parts;
  }

  /** Keeps the groups of a debate that is open on this node in sync with it. Every node does. */
  keep(room: DebateRoom): void {
    room.onEntries((entries, state) => {
      const renamed = state.groups.size > 0 ? entries.flatMap(renamedIn) : [];
      if (renamed.length > 0) this.#noteRenamed(room, renamed);
      if (renamed.length > 0 || entries.some(({ effect }) => concernsGroups(state, effect)))
        void this.follow(room).catch(this.#parts.failed);
    });
    // Finishes the work of a server that was stopped in between.
    if (room.state.groups.size > 0) setImmediate(() => void this.catchUp(room));
  }

  /** Brings the groups of a debate in sync with it, and waits for it. Throws if one can't be; it is tried again later. */
  follow(room: DebateRoom): Promise<void> {
    const waiting = this.#waiting.get(room);
    if (waiting) return waiting;
    const before = this.#underWay.get(room.id) ?? Promise.resolve();
    const next = before.catch(() => {}).then(() => this.#bringInLine(room));
    this.#waiting.set(room, next);
    this.#underWay.set(room.id, next);
    void next
      .catch(() => {})
      .finally(() => {
        if (this.#underWay.get(room.id) === next) this.#underWay.delete(room.id);
      });
    return next;
  }

  /** Brings new groups of a debate, and all others, in sync with it. Errors are reported, and what failed is tried again later. */
  async catchUp(room: DebateRoom): Promise<void> {
    await this.#keepNamed(room).catch(this.#parts.failed);
    await this.follow(room).catch(this.#parts.failed);
    if (!this.#retries.has(room)) this.#tries.delete(room);
  }

  /** Tries nothing again from now on. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#retries.values()) clearTimeout(timer);
    this.#retries.clear();
  }

  async #bringInLine(plenary: DebateRoom): Promise<void> {
    this.#waiting.delete(plenary);
    const renamed = this.#renamed.get(plenary) ?? new Set();
    this.#renamed.delete(plenary);
    try {
      await this.#forEach(plenary, [...plenary.state.groups.values()], (group) =>
        this.#bringOneInLine(plenary, group, renamed),
      );
    } catch (error) {
      this.#noteRenamed(plenary, renamed);
      throw error;
    }
  }

  async #bringOneInLine(
    plenary: DebateRoom,
    { id, debateId }: Group,
    renamed: ReadonlySet<string>,
  ): Promise<void> {
    const { rooms, participants } = this.#parts;
    await rooms.withKnown(debateId, async (room) => {
      const group = plenary.state.groups.get(id);
      if (!room || !group || !isGroupOf(plenary, room)) return;
      await participants.carry(plenary.id, room, standingIn(room.state));
      const line = reconcileGroup(plenary.state, group, room.state);
      const coming = line.flatMap((operation) =>
        operation.type === 'participant.join' ? operation.participantId : [],
      );
      if (coming.length > 0) await participants.carry(plenary.id, room, coming);
      for (const operation of line) {
        const author = 'participantId' in operation ? operation.participantId : SYSTEM;
        const answer = await room.submit(toSubmission(SYSTEM, newIdentity(), 1, operation, author));
        if (answer.ok || room.newer) continue;
        // Nothing was decided: without another try, someone banned in the plenary would go on in the group.
        if (isPassing(answer.rejection)) throw new DatabaseUnavailable(answer.rejection.code);
      }
      await this.#rename(plenary, room, renamed);
    });
  }

  async #rename(plenary: DebateRoom, room: DebateRoom, renamed: ReadonlySet<string>): Promise<void> {
    const here = standingIn(room.state).filter((id) => renamed.has(id));
    if (here.length === 0) return;
    for (const { id, name } of await this.#parts.participants.namesOf(plenary, here))
      await this.#parts.participants.rename(room.id, id, name);
  }

  /** Keeps the groups that the plenary names; they may still count as deleted if a server was stopped before this. */
  async #keepNamed(plenary: DebateRoom): Promise<void> {
    const { head, groups } = plenary.state;
    if (head?.deleted) return;
    const table = this.#parts.database.prisma.debate;
    const ids = [...groups.values()].map(({ debateId }) => debateId);
    const where = { id: { in: ids }, visibility: 'deleted' };
    const deleted = await table.findMany({ where, select: { id: true } }).catch((error: unknown) => {
      this.#retryLater(plenary);
      throw error;
    });
    await this.#forEach(plenary, deleted, async ({ id }) => {
      await this.#parts.rooms.withKnown(id, async (room) => {
        if (!room || !isGroupOf(plenary, room)) return;
        await table.updateMany({ where: { id, visibility: 'deleted' }, data: { visibility: GROUPS } });
      });
    });
  }

  /** Calls `work` for each, whether or not it failed for one before. Throws the first error once a retry is planned. */
  async #forEach<T>(plenary: DebateRoom, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
    const errors: unknown[] = [];
    for (const one of all) await work(one).catch((error: unknown) => void errors.push(error));
    if (errors.length === 0) return;
    this.#retryLater(plenary);
    const [first, ...others] = errors;
    for (const error of others) this.#parts.failed(error);
    throw first;
  }

  #noteRenamed(room: DebateRoom, ids: Iterable<string>): void {
    this.#renamed.set(room, new Set([...(this.#renamed.get(room) ?? []), ...ids]));
  }

  #retryLater(room: DebateRoom): void {
    if (this.#stopped || this.#retries.has(room)) return;
    const tries = this.#tries.get(room) ?? 0;
    this.#tries.set(room, tries + 1);
    const again = () => {
      this.#retries.delete(room);
      void this.#retry(room).catch(this.#parts.failed);
    };
    const wait = Math.min(RETRY_AFTER * 2 ** tries, LONGEST_WAIT);
    this.#retries.set(room, setTimeout(again, wait).unref());
  }

  /** A room that was closed meanwhile is left alone: when its debate is opened again, its groups catch up, except with names. */
  async #retry(room: DebateRoom): Promise<void> {
    const { rooms } = this.#parts;
    if (rooms.isOpen(room.id))
      await rooms.withKnown(room.id, (open) => (open === room ? this.catchUp(room) : undefined));
  }
}

/** A client id that is never used again. */
export function newIdentity(): string {
  return `groups:${randomUUID()}`;
}

/** False for the groups of the original in a copy that was kept before the original was cleared: its log lists them too. */
function isGroupOf(plenary: DebateRoom, { state }: DebateRoom): boolean {
  return state.head?.plenary === plenary.id;
}

/** Participants who are still members. Nothing of an erased person is restored. */
function standingIn({ participants }: DebateState): string[] {
  return [...participants.values()].filter(({ erased }) => !erased).map(({ id }) => id);
}

function renamedIn({ effect }: LogEntry): string[] {
  return effect.type === 'participant.renamed' ? [effect.participantId] : [];
}
