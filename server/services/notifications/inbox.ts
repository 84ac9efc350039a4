import { CONTRIBUTION_KINDS, NOTIFICATION_LIMITS } from '#domain/notifications/notification.ts';
import type { Prisma } from '#prisma/client/client.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from '../participants/participants.ts';
import { type NotifiedDebate, sendNotifications } from './send-notifications.ts';

/** A page of the inbox. */
export interface InboxContents {
  /** The debate with the newest notification first. */
  readonly debates: readonly NotifiedDebate[];
  /** True if there are older ones. */
  readonly more: boolean;
  /** The server time of the newest one on the first page, in milliseconds since 1970; 0 without any. */
  readonly newestAt: number;
}

/** Selects notifications: one, or those of a debate or of all, up to a server time or however new. */
export type InboxSelection = { readonly debateId?: string; readonly until?: number } | OneNote;

interface OneNote {
  readonly debateId: string;
  readonly kind: string;
  readonly about: string;
}

/** Debates in which unread notifications are counted, those with the newest ones: each is looked up. */
const COUNTED = 20;
/** Notifications per page. */
const PAGE = 60;

interface InboxParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** A person's notifications in all their debates, and which of them they have read. */
export class Inbox {
  readonly #parts: InboxParts;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /** A page, from 1 on, of at most `limit` notifications that may be shown; optionally of one debate, or only unread ones. */
  async list(
    { id: userId }: SignedIn,
    { page, debateId, unread }: { page: number; debateId: string | null; unread: boolean },
    limit = PAGE,
  ): Promise<InboxContents> {
    const where = { userId, ...(debateId !== null && { debateId }), ...(unread && { read: false }) };
    const end = page * limit;
    let newest = await this.#newest(where, end + 1);
    // If some have nothing to show any longer, older ones take their place.
    if (newest.shown.length <= end && newest.more)
      newest = await this.#newest(where, end + NOTIFICATION_LIMITS.lookedAt);
    const { shown, debates, more } = newest;
    return {
      debates: onlyOf(debates, shown.slice(end - limit, end)),
      more: more || shown.length > end,
      newestAt: Number(shown[0]?.at ?? 0),
    };
  }

  /** The newest stored notifications: those that may be shown, in order and by debate, and whether there are more stored ones. */
  async #newest(where: Prisma.NoteWhereInput, take: number) {
    const rows = await this.#table.findMany({
      where,
      orderBy: [{ at: 'desc' }, { debateId: 'asc' }, { seq: 'desc' }, { about: 'asc' }],
      take,
    });
    const debates = await sendNotifications(this.#parts, rows);
    const visible = new Set(debates.flatMap(({ notes }) => notes.map(keyOf)));
    return { debates, shown: rows.filter((row) => visible.has(keyOf(row))), more: rows.length === take };
  }

  /** The number of unread notifications that may be shown: those about hidden content aren't counted either. */
  async unread({ id: userId }: SignedIn): Promise<number> {
    const rows = await this.#table.findMany({
      where: { userId, read: false },
      orderBy: { at: 'desc' },
      take: NOTIFICATION_LIMITS.lookedAt,
    });
    const counted = new Set([...new Set(rows.map(({ debateId }) => debateId))].slice(0, COUNTED));
    const debates = await sendNotifications(
      this.#parts,
      rows.filter(({ debateId }) => counted.has(debateId)),
    );
    return debates.reduce((sum, { notes }) => sum + notes.length, 0);
  }

  /** Marks notifications as read, or as unread. Read ones are no longer emailed. */
  async mark({ id: userId }: SignedIn, which: InboxSelection, read: boolean): Promise<void> {
    const { until, ...those } = { until: undefined, ...which };
    const where = { userId, ...those, ...(until !== undefined && { at: { lte: until } }) };
    await this.#table.updateMany({ where, data: read ? { read, toMail: false } : { read } });
  }

  /**
   * Marks a participant's notifications about contributions as read, up to a server time in milliseconds: they have marked all of the
   * debate as read on its board.
   */
  async readUpTo(debateId: string, participantId: string, at: number): Promise<void> {
    await this.#table.updateMany({
      where: { debateId, participantId, at: { lte: at }, read: false, kind: { in: [...CONTRIBUTION_KINDS] } },
      data: { read: true, toMail: false },
    });
  }

  get #table() {
    return this.#parts.database.prisma.note;
  }
}

/** Debates with only these of their notifications, which are in order; the debate with the newest one first. */
function onlyOf(debates: readonly NotifiedDebate[], notes: readonly OneNote[]): NotifiedDebate[] {
  const kept = new Set(notes.map(keyOf));
  const order = [...new Set(notes.map(({ debateId }) => debateId))];
  return debates
    .map((debate) => ({ ...debate, notes: debate.notes.filter((note) => kept.has(keyOf(note))) }))
    .filter(({ notes: here }) => here.length > 0)
    .sort((a, b) => order.indexOf(a.debateId) - order.indexOf(b.debateId));
}

function keyOf({ debateId, kind, about }: OneNote): string {
  return `${debateId} ${kind} ${about}`;
}
