import { NOTE_LIMITS } from '../../domain/notifications/note.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { Database } from '../database/open-database.ts';
import type { Rooms } from '../log/rooms.ts';
import { type NotifiedDebate, sendNotifications } from '../notifications/send-notifications.ts';
import type { Participants } from './participants.ts';

/** A page of the inbox. */
export interface InboxPage {
  /** The debate with the newest note first. */
  readonly debates: readonly NotifiedDebate[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

/** Which notes. */
export type WhichNotes = 'all' | { readonly debateId: string } | OneNote;

interface OneNote {
  readonly debateId: string;
  readonly kind: string;
  readonly about: string;
}

/** Debates in which is counted what is new, those with the newest notes: each is looked up. */
const COUNTED = 20;
/** Notes on a page. */
const PAGE = 60;

interface InboxParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
}

/** What concerned somebody over all their debates, and what of it they have read. */
export class Inbox {
  readonly #parts: InboxParts;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /** A page, from 1 on, of at most `limit` notes; of one debate, and of what is new, where that is asked for. */
  async list(
    { id: userId }: SignedIn,
    { page, debateId, unread }: { page: number; debateId: string | null; unread: boolean },
    limit = PAGE,
  ): Promise<InboxPage> {
    const rows = await this.#table.findMany({
      where: { userId, ...(debateId !== null && { debateId }), ...(unread && { read: false }) },
      orderBy: [{ at: 'desc' }, { debateId: 'asc' }, { seq: 'desc' }, { about: 'asc' }],
      skip: (page - 1) * limit,
      take: limit + 1,
    });
    const debates = await sendNotifications(this.#parts, rows.slice(0, limit));
    return { debates, more: rows.length > limit };
  }

  /** How many are new, of those that may be told: what is hidden is not counted either. */
  async unread({ id: userId }: SignedIn): Promise<number> {
    const rows = await this.#table.findMany({
      where: { userId, read: false },
      orderBy: { at: 'desc' },
      take: NOTE_LIMITS.lookedAt,
    });
    const counted = new Set([...new Set(rows.map(({ debateId }) => debateId))].slice(0, COUNTED));
    const told = await sendNotifications(
      this.#parts,
      rows.filter(({ debateId }) => counted.has(debateId)),
    );
    return told.reduce((sum, { notes }) => sum + notes.length, 0);
  }

  /** Marks notes as read, or as new. What is read is not mailed any more. */
  async mark({ id: userId }: SignedIn, which: WhichNotes, read: boolean): Promise<void> {
    const where = which === 'all' ? { userId } : { userId, ...which };
    await this.#table.updateMany({ where, data: read ? { read, toMail: false } : { read } });
  }

  get #table() {
    return this.#parts.database.prisma.note;
  }
}
