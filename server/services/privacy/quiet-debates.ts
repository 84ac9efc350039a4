import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import {
  isNear,
  isNoticeInForce,
  type QuietEnd,
  type QuietRules,
  quietEnd,
} from '#domain/debate/settings/quiet.ts';
import type { Notification } from '#domain/notifications/notification.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { ARCHIVES, debateListingSchema } from '../../log/debate-listing.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { unlessNewer } from '../../log/refuse-newer.ts';
import type { Rooms } from '../../log/rooms.ts';
import { loadState } from '../../log/snapshots/snapshots.ts';
import { scopedClientId, toSubmission } from '../../log/submission.ts';
import type { Logger } from '../../logging/logger.ts';
import { nextTurn } from '../../timing/next-turn.ts';
import type { Participants } from '../participants/participants.ts';
import { isEndedGuest } from './ended-guests.ts';

const DAY = 86_400_000;
/** Debates looked up per statement. */
const AT_ONCE = 50;

interface QuietDebatesParts {
  readonly database: Database;
  readonly log: OperationLog;
  readonly rooms: Rooms;
  readonly participants: Participants;
  /** Stores notifications; returns how many, or `null` if they have to be tried again. */
  readonly notify: (debateId: string, notes: readonly Notification[]) => Promise<number | null>;
  readonly rules: QuietRules;
  readonly logger: Logger;
  readonly now: () => number;
  /** Called with the error of a debate that could not be put away. */
  readonly failed: (error: unknown) => void;
}

/** A debate's newest notice. */
interface Notice {
  /** The time from which it may be deleted; null: nobody could be notified. */
  readonly expiresAt: Date | null;
  /** The head at the notice; null: there was none. */
  readonly expiresHead: number | null;
}

/** A debate as its row tells of it. */
interface Row extends Notice {
  readonly id: string;
  readonly head: number;
  readonly listing: unknown;
}

/** A debate when it was looked at. */
interface Look {
  readonly state: DebateState;
  /** The time of the last entry of its small groups; 0: there is none. */
  readonly lastInGroups: number;
  /** Its end, if nothing else is written in it or them. */
  readonly end: QuietEnd | null;
}

/** How a debate ends, and how that is undone. */
interface Ending {
  readonly what: QuietEnd['what'];
  readonly operation: Operation;
  readonly undo: Operation;
}

const DELETION: Ending = {
  what: 'delete',
  operation: { type: 'debate.delete', deleted: true },
  undo: { type: 'debate.delete', deleted: false },
};
/** Begins the client id of a deletion; the time of the last entry of the debate's small groups follows, as it was then known. */
const DELETES = 'quiet-delete:';

/** A debate whose last entry is its deletion here. */
interface Deletion {
  readonly id: string;
  /** Its head before. */
  readonly seq: number;
  readonly clientId: string;
  readonly at: bigint;
}

/**
 * Archives debates in which nothing is written for long, notifies their owners and moderators, and deletes them later, as the operator's
 * rules say. Each debate is looked at alone and left in a state from which the next sweep goes on, whichever node makes it.
 */
export class QuietDebates {
  readonly #parts: QuietDebatesParts;
  /** Deletions after which the small groups were looked at: the debate's id and head before. */
  readonly #checked = new Set<string>();

  constructor(parts: QuietDebatesParts) {
    this.#parts = parts;
  }

  async sweep(): Promise<void> {
    const { archiveDays, deleteDays, noticeDays } = this.#parts.rules;
    if (archiveDays === null) return;
    await this.#each(['public', 'unlisted', 'private'], archiveDays, ({ id }) => this.#archive(id));
    if (deleteDays === null) return;
    await this.#checkDeletions();
    await this.#each(ARCHIVES, deleteDays - noticeDays, (row) => this.#deleteOrNotify(row));
  }

  /**
   * The near end of a debate, for its owner; `null` for everyone else. Counted from what the owner may know, and to the day: it says nothing
   * of votes and contributions that are hidden from them, although these postpone the end.
   */
  endFor(debateId: string, person: SignedIn | null): Promise<QuietEnd | null> {
    const { rules, now, participants, rooms } = this.#parts;
    if (rules.archiveDays === null || person === null) return Promise.resolve(null);
    return rooms.withKnown(debateId, async (room) => {
      const id = room && (await participants.find(debateId, person));
      const state = room?.state;
      if (!state?.head || state.participants.get(id ?? '')?.role !== 'owner') return null;
      if (debateId === (await this.#sample())) return null;
      const known = Math.max(cursorFor(state, id).at, await this.#shownInGroups(state));
      const end = quietEnd(state.head, known, rules);
      if (end === null || !isNear(end, now(), rules)) return null;
      const at = end.what === 'delete' ? await this.#dayOfDeletion(debateId, state.seq, end) : end.at;
      return at === null ? null : { ...end, at: startOfDay(Math.max(at, now())) };
    });
  }

  /** Calls `use` for each debate on these shelves in which nothing was written for so many days, as far as its row tells. */
  async #each(shelves: readonly string[], days: number, use: (row: Row) => Promise<void>): Promise<void> {
    const before = this.#parts.now() - days * DAY;
    const sample = await this.#sample();
    for (let after = '', found = AT_ONCE; found === AT_ONCE; ) {
      const rows = await this.#rows(shelves, before, after);
      for (const row of rows) {
        await nextTurn();
        if (row.id === sample || isLeftAlone(row)) continue;
        // One debate that can't be put away doesn't keep the others.
        await use(row).catch(this.#parts.failed);
      }
      found = rows.length;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** The next debates whose last entry, hidden or not, is from before then. */
  #rows(shelves: readonly string[], before: number, after: string): Promise<Row[]> {
    return this.#parts.database.prisma.$queryRaw<Row[]>`
      SELECT d.id, d.head, d.listing, d.expires_at AS "expiresAt", d.expires_head AS "expiresHead"
      FROM debate d JOIN log_entry e ON e.debate_id = d.id AND e.seq = d.head
      WHERE d.id > ${after} AND d.visibility = ANY (${shelves}::text[]) AND d.changed_at <= ${new Date(before)}
        AND e.at <= ${BigInt(before)}
      ORDER BY d.id LIMIT ${AT_ONCE}`;
  }

  async #archive(debateId: string): Promise<void> {
    const found = await this.#look(debateId);
    if (found?.end?.what !== 'archive' || found.end.at > this.#parts.now()) return;
    await this.#end(debateId, found, {
      what: 'archive',
      operation: { type: 'debate.setStatus', status: 'archived' },
      undo: { type: 'debate.setStatus', status: found.state.head?.status ?? 'open' },
    });
  }

  /** Deletes a debate whose notice is old enough, or gives one. */
  async #deleteOrNotify({ id, head, ...notice }: Row): Promise<void> {
    const { now, rules } = this.#parts;
    const { expiresAt, expiresHead } = notice;
    // Nothing to do until then; or for ever, if nobody can be notified.
    if (expiresHead === head && (expiresAt === null || expiresAt.getTime() > now())) return;
    const found = await this.#look(id);
    if (found?.end?.what !== 'delete' || !isNear(found.end, now(), rules)) return;
    const { state, end } = found;
    const noticed = expiresHead === state.seq ? expiresAt : null;
    if (noticed !== null && isNoticeInForce(noticed.getTime(), end, now()))
      await this.#end(id, found, DELETION);
    else await this.#notify(id, state, end);
  }

  /** A debate's state, without keeping it open here; and its end, if nothing else is written in it or its small groups. */
  async #look(debateId: string): Promise<Look | null> {
    const loaded = await unlessNewer(() => loadState(this.#parts.log, debateId));
    const state = loaded?.state;
    if (!state?.head) return null;
    const lastInGroups = await this.#lastInGroups(state);
    const at = Math.max(state.at, lastInGroups);
    return { state, lastInGroups, end: quietEnd(state.head, at, this.#parts.rules) };
  }

  /** Archives or deletes a debate, if nothing was written in it since it was looked at. */
  async #end(debateId: string, { state, lastInGroups }: Look, ending: Ending): Promise<void> {
    const { rooms, logger } = this.#parts;
    const { seq } = state;
    const { what, operation } = ending;
    await rooms.withKnown(debateId, async (room) => {
      // The same for every node that looks at this state of the debate: it happens once.
      const clientId = what === 'delete' ? `${DELETES}${lastInGroups}` : `quiet-${what}`;
      const submission = toSubmission(SYSTEM, clientId, seq, operation);
      const answer = await room?.submit({ ...submission, onlyAfter: seq });
      if (!room || !answer?.ok) return;
      // Groups have logs of their own, so what was written there meanwhile can only be seen now.
      const isUnchanged = (await this.#lastInGroups(state)) === lastInGroups;
      if (isUnchanged) logger.info({ debate: debateId, what }, 'a quiet debate was put away');
      if (isUnchanged || (await this.#undo(room, seq, ending))) this.#checked.add(`${debateId} ${seq}`);
    });
  }

  /** Undoes the end of a debate whose head was `seq` before; false if that was refused. */
  async #undo(room: DebateRoom, seq: number, { what, undo }: Ending): Promise<boolean> {
    const { logger } = this.#parts;
    const answer = await room.submit(toSubmission(SYSTEM, `quiet-${what}-undone`, seq, undo));
    if (answer.ok) logger.info({ debate: room.id, what }, 'a quiet debate came back: a small group wrote');
    else
      logger.warn(
        { debate: room.id, what, code: answer.rejection.code },
        'a quiet debate could not come back, although a small group wrote',
      );
    return answer.ok;
  }

  /** Looks at the small groups of deleted debates where that was not done: the process may have been killed just after a deletion. */
  async #checkDeletions(): Promise<void> {
    const deletions = await this.#parts.database.prisma.$queryRaw<Deletion[]>`
      SELECT d.id, s.client_seq AS seq, s.client_id AS "clientId", e.at
      FROM debate d JOIN log_entry e ON e.debate_id = d.id AND e.seq = d.head AND e.actor_id = ${SYSTEM}
      JOIN submission s ON s.debate_id = d.id AND s.client_seq = d.head - 1
        AND starts_with(s.client_id, ${scopedClientId(SYSTEM, DELETES)})
      WHERE d.visibility = 'deleted' ORDER BY d.id`;
    for (const deletion of deletions) {
      const key = `${deletion.id} ${deletion.seq}`;
      if (this.#checked.has(key)) continue;
      await nextTurn();
      const isRight = await this.#checkDeletion(deletion).catch(this.#parts.failed);
      if (isRight) this.#checked.add(key);
    }
  }

  /** Undoes a deletion if a small group wrote before it and after it was looked at; false if that was refused. */
  async #checkDeletion({ id, seq, clientId, at }: Deletion): Promise<boolean> {
    const { database, rooms } = this.#parts;
    const state = (await this.#look(id))?.state;
    if (!state) return true;
    const known = BigInt(clientId.slice(scopedClientId(SYSTEM, DELETES).length));
    const later = await database.prisma.logEntry.count({
      where: { debateId: { in: groupsIn(state) }, at: { gt: known, lte: at } },
    });
    if (later === 0) return true;
    return (await rooms.withKnown(id, (room) => room && this.#undo(room, seq, DELETION))) ?? true;
  }

  /** Notifies a debate's owner and moderators of its end, and notes that. */
  async #notify(debateId: string, state: DebateState, end: QuietEnd): Promise<void> {
    const { database, notify, rules, now } = this.#parts;
    const { seq } = state;
    const at = Math.max(end.at, now() + rules.noticeDays * DAY);
    const about = new Date(at).toISOString().slice(0, 10);
    const to = await this.#moderatorsOf(debateId, state);
    const kind = 'expiring';
    const notes = to.map((id) => ({ to: id, kind, about, seq, at: now() }) as const);
    const stored = await notify(debateId, notes);
    // The notice counts only once it is stored. Another node may be writing notifications: the next sweep tries again.
    if (stored === null) return;
    // An earlier notice names a day on which it is not deleted.
    await database.prisma.note.deleteMany({ where: { debateId, kind, about: { not: about } } });
    await database.prisma.debate.updateMany({
      where: { id: debateId, head: seq },
      data: { expiresAt: stored > 0 ? new Date(at) : null, expiresHead: seq },
    });
  }

  /** The participants who could keep the debate, as far as they can still sign in. */
  async #moderatorsOf(debateId: string, { participants }: DebateState): Promise<string[]> {
    const ids = [...participants.values()].flatMap(({ id, role, membership }) =>
      isModerating(role) && membership === 'member' ? id : [],
    );
    const rows = await this.#parts.database.prisma.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM participant p JOIN app_user u ON u.id = p.user_id
      WHERE p.debate_id = ${debateId} AND p.id = ANY (${ids}::text[]) AND NOT ${isEndedGuest(this.#parts.now())}`;
    return rows.map(({ id }) => id);
  }

  /** The earliest time of a deletion: that of the notice, or of one given now; `null`: it is not deleted, since nobody can be notified. */
  async #dayOfDeletion(debateId: string, seq: number, end: QuietEnd): Promise<number | null> {
    const { database, rules, now } = this.#parts;
    const notice = await database.prisma.debate.findFirst({
      where: { id: debateId, expiresHead: seq },
      select: { expiresAt: true },
    });
    if (notice?.expiresAt === null) return null;
    const noticed = notice?.expiresAt.getTime();
    return noticed !== undefined && isNoticeInForce(noticed, end, now())
      ? noticed
      : Math.max(end.at, now() + rules.noticeDays * DAY);
  }

  /** The time of the last entry of a debate's small groups, whether or not all may know of it; 0: it has none. */
  async #lastInGroups(state: DebateState): Promise<number> {
    const [last] = await this.#parts.database.prisma.$queryRaw<{ at: bigint | null }[]>`
      SELECT max(e.at) AS at FROM debate d JOIN log_entry e ON e.debate_id = d.id AND e.seq = d.head
      WHERE d.id = ANY (${groupsIn(state)}::text[])`;
    return Number(last?.at ?? 0);
  }

  /** The time of the last entry of a debate's small groups that everyone there may know of; 0: it has none. */
  async #shownInGroups(state: DebateState): Promise<number> {
    const last = await this.#parts.database.prisma.debate.aggregate({
      where: { id: { in: groupsIn(state) } },
      _max: { changedAt: true },
    });
    return last._max.changedAt?.getTime() ?? 0;
  }

  /** The id of the sample debate. */
  async #sample(): Promise<string | undefined> {
    return (await this.#parts.database.prisma.setting.findUnique({ where: { key: 'seeded' } }))?.value;
  }
}

/** True if a debate's card says that it has no end, whenever it was last written in. */
function isLeftAlone({ listing }: Row): boolean {
  const { data: card } = debateListingSchema.safeParse(listing);
  return card?.template === true || card?.restricted !== undefined;
}

function groupsIn({ groups }: DebateState): string[] {
  return [...groups.values()].map(({ debateId }) => debateId);
}

/** In UTC. */
function startOfDay(at: number): number {
  return at - (at % DAY);
}
