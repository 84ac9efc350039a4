import { CONTRIBUTION_KINDS, NOTIFICATION_LIMITS } from '#domain/notifications/notification.ts';
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
}

/** Selects notifications. */
export type InboxSelection = 'all' | { readonly debateId: string } | OneNote;

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

  /** A page, from 1 on, of at most `limit` notifications; optionally of one debate, or only unread ones. */
  async list(
    { id: userId }: SignedIn,
    { page, debateId, unread }: { page: number; debateId: string | null; unread: boolean },
    limit = PAGE,
  ): Promise<InboxContents> {
    const rows = await this.#table.findMany({
      where: { userId, ...(debateId !== null && { debateId }), ...(unread && { read: false }) },
      orderBy: [{ at: 'desc' }, { debateId: 'asc' }, { seq: 'desc' }, { about: 'asc' }],
      skip: (page - 1) * limit,
      take: limit + 1,
    });
    const debates = await sendNotifications(this.#parts, rows.slice(0, limit));
    return { debates, more: rows.length > limit };
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
    const where = which === 'all' ? { userId } : { userId, ...which };
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
