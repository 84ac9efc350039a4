import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { isNear, type QuietEnd, type QuietRules, quietEnd } from '#domain/debate/settings/quiet.ts';
import type { Notification } from '#domain/notifications/notification.ts';
import type { SignedIn } from '../../auth/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { ARCHIVES } from '../../log/debate-listing.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import { toSubmission } from '../../log/submission.ts';
import type { Logger } from '../../logging/logger.ts';
import { nextTurn } from '../../timing/next-turn.ts';
import type { Participants } from '../participants/participants.ts';

const DAY = 86_400_000;
/** Debates looked up per statement. */
const AT_ONCE = 50;

interface QuietDebatesParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  /** Stores notifications; false if they have to be tried again. */
  readonly notify: (debateId: string, notes: readonly Notification[]) => Promise<boolean>;
  readonly rules: QuietRules;
  readonly logger: Logger;
  readonly now: () => number;
}

/**
 * Archives debates in which nothing is written for long, notifies their owners, and deletes them later, as the operator's rules say. Each
 * debate is looked at alone and left in a state from which the next sweep goes on, whichever node makes it.
 */
export class QuietDebates {
  readonly #parts: QuietDebatesParts;

  constructor(parts: QuietDebatesParts) {
    this.#parts = parts;
  }

  async sweep(): Promise<void> {
    const { archiveDays, deleteDays, noticeDays } = this.#parts.rules;
    if (archiveDays === null) return;
    await this.#each(['public', 'unlisted', 'private'], archiveDays, (id) =>
      this.#end(id, 'archive', { type: 'debate.setStatus', status: 'archived' }),
    );
    if (deleteDays === null) return;
    // First those whose notice is old enough: a notice of this sweep is not.
    await this.#each(ARCHIVES, deleteDays, (id, isDue) =>
      isDue ? this.#end(id, 'delete', { type: 'debate.delete', deleted: true }) : Promise.resolve(),
    );
    await this.#each(ARCHIVES, deleteDays - noticeDays, (id) => this.#notice(id));
  }

  /** The near end of a debate, for its owner; `null` for everyone else. */
  endFor(debateId: string, person: SignedIn | null): Promise<QuietEnd | null> {
    const { rules, now, participants } = this.#parts;
    if (rules.archiveDays === null || person === null) return Promise.resolve(null);
    return this.#parts.rooms.withKnown(debateId, async (room) => {
      const id = room && (await participants.find(debateId, person));
      if (!room?.state.head || room.state.participants.get(id ?? '')?.role !== 'owner') return null;
      const end = await this.#endOf(room);
      if (end === null || !isNear(end, now(), rules)) return null;
      const noticed = end.what === 'delete' ? await this.#noticed(room) : null;
      return noticed === null ? end : { ...end, at: Math.max(end.at, noticed) };
    });
  }

  /** Calls `use` for each debate on these shelves in which nothing was written for so many days, as far as its row tells. */
  async #each(
    shelves: readonly string[],
    days: number,
    use: (id: string, isDue: boolean) => Promise<void>,
  ): Promise<void> {
    const { database, now } = this.#parts;
    const before = new Date(now() - days * DAY);
    for (let after = '', found = AT_ONCE; found === AT_ONCE; ) {
      const rows = await database.prisma.debate.findMany({
        where: { id: { gt: after }, visibility: { in: [...shelves] }, changedAt: { lte: before } },
        select: { id: true, head: true, expiresAt: true, expiresHead: true },
        orderBy: { id: 'asc' },
        take: AT_ONCE,
      });
      for (const { id, head, expiresAt, expiresHead } of rows) {
        await nextTurn();
        await use(id, expiresHead === head && expiresAt !== null && expiresAt.getTime() <= now());
      }
      found = rows.length;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** Archives or deletes a debate, if that is its end and it is due. */
  async #end(debateId: string, what: QuietEnd['what'], operation: Operation): Promise<void> {
    const { rooms, logger, now } = this.#parts;
    await rooms.withKnown(debateId, async (room) => {
      const end = room && (await this.#endOf(room));
      if (!room || end?.what !== what || end.at > now()) return;
      // The same for every node that looks at this state of the debate: it happens once.
      const answer = await room.submit(toSubmission(SYSTEM, `quiet-${what}`, room.state.seq, operation));
      if (answer.ok) logger.info({ debate: debateId, what }, 'a quiet debate was put away');
    });
  }

  /** Notifies a debate's owner of its end, and notes that. */
  async #notice(debateId: string): Promise<void> {
    const { database, rooms, notify, rules, now } = this.#parts;
    await rooms.withKnown(debateId, async (room) => {
      const end = room && (await this.#endOf(room));
      if (!room || end?.what !== 'delete' || !isNear(end, now(), rules)) return;
      if ((await this.#noticed(room)) !== null) return;
      const at = Math.max(end.at, now() + rules.noticeDays * DAY);
      const { seq } = room.state;
      const about = new Date(at).toISOString().slice(0, 10);
      const to = [...room.state.participants.values()].filter(({ role }) => role === 'owner');
      const notes = to.map(({ id }) => ({ to: id, kind: 'expiring' as const, about, seq, at: now() }));
      // The notice counts only once it is stored. Another node may be writing notifications: the next sweep tries again.
      if (!(await notify(debateId, notes))) return;
      await database.prisma.debate.updateMany({
        where: { id: debateId, head: seq },
        data: { expiresAt: new Date(at), expiresHead: seq },
      });
    });
  }

  /** The time from which a debate may be deleted after its owner was notified; `null`: they were not, or something was written since. */
  async #noticed({ id, state }: DebateRoom): Promise<number | null> {
    const row = await this.#parts.database.prisma.debate.findFirst({
      where: { id, expiresHead: state.seq },
      select: { expiresAt: true },
    });
    return row?.expiresAt?.getTime() ?? null;
  }

  /** The end of a debate if nothing else is written in it or its small groups; `null` for the sample debate. */
  async #endOf({ id, state }: DebateRoom): Promise<QuietEnd | null> {
    const { prisma } = this.#parts.database;
    if (state.head === null) return null;
    const seeded = await prisma.setting.findUnique({ where: { key: 'seeded' } });
    if (seeded?.value === id) return null;
    const groups = [...state.groups.values()].map(({ debateId }) => debateId);
    const last = await prisma.debate.aggregate({
      where: { id: { in: groups } },
      _max: { changedAt: true },
    });
    const at = Math.max(state.at, last._max.changedAt?.getTime() ?? 0);
    return quietEnd(state.head, at, this.#parts.rules);
  }
}
