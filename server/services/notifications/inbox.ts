import { CONTRIBUTION_KINDS, NOTIFICATION_LIMITS } from '#domain/notifications/notification.ts';
import type { Note, Prisma } from '#prisma/client/client.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from '../participants/participants.ts';
import { hiddenNotifications, type NotifiedDebate, sendNotifications } from './send-notifications.ts';

/** A page of the inbox. */
export interface InboxContents {
  /** The debate with the newest notification first. */
  readonly debates: readonly NotifiedDebate[];
  /** The shown notification, or the time, after which the next page begins; `null` if there are no older ones. */
  readonly last: string | null;
  /** The server time of the newest one on this page, in milliseconds since 1970; 0 without any. */
  readonly newestAt: number;
}

/** Selects a page of the inbox. */
export interface InboxPage {
  /** The last notification of the page before; `null`: the first page. */
  readonly after: string | null;
  /** `null`: all debates. */
  readonly debateId: string | null;
  readonly unread: boolean;
}

/** Selects notifications: one, or those of a debate or of all, up to a server time or however new. */
export type InboxSelection = { readonly debateId?: string; readonly until?: number } | OneNote;

interface OneNote {
  readonly debateId: string;
  readonly kind: string;
  readonly about: string;
}

/** Debates, those with the newest ones, in which unread notifications are counted or marked, or a page goes on being filled: each is looked up. */
const LOOKED_UP = 20;
/** Notifications per page. */
const PAGE = 60;
/** Newest first; the rest makes the order total. Never the log's number: what comes after a link would tell it. */
const ORDER: Prisma.NoteOrderByWithRelationInput[] = [
  { at: 'desc' },
  { debateId: 'asc' },
  { kind: 'asc' },
  { about: 'asc' },
];

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

  /**
   * A page of at most `limit` notifications that may be shown. If some have nothing to show any longer, older ones take their place,
   * unless many debates were looked up already.
   */
  async list({ id: userId }: SignedIn, page: InboxPage, limit = PAGE): Promise<InboxContents> {
    const { debateId, unread } = page;
    const where = { userId, ...(debateId !== null && { debateId }), ...(unread && { read: false }) };
    const found: NotifiedDebate[] = [];
    const shown: Note[] = [];
    const lookedUp = new Set<string>();
    const lookUp = async (rows: readonly Note[]) => {
      const debates = await sendNotifications(this.#parts, rows);
      const visible = new Set(debates.flatMap(({ notes }) => notes.map(keyOf)));
      found.push(...debates);
      shown.push(...rows.filter((row) => visible.has(keyOf(row))));
      for (const row of rows) lookedUp.add(row.debateId);
    };
    let last = page.after === null ? null : readPosition(page.after);
    let isMore = true;
    // One more than are shown proves that there are older ones. Each round opens its debates again, so there are few of them.
    for (let take = limit + 1; isMore && shown.length <= limit && lookedUp.size < LOOKED_UP; take *= 2) {
      const rows = await this.#table.findMany({
        where: last ? { ...where, OR: olderThan(last) } : where,
        orderBy: ORDER,
        take,
      });
      await lookUp(rows);
      last = rows.at(-1) ?? last;
      isMore = rows.length === take;
    }
    if (isMore && shown.length === 0 && last) {
      // The next page begins after a time, since nothing is shown that it could begin after: so all of that time is looked up.
      const { at } = last;
      await lookUp(
        await this.#table.findMany({ where: { ...where, at, OR: olderThan(last) }, orderBy: ORDER }),
      );
      last = { at };
    }
    const lastShown = shown.slice(0, limit).at(-1);
    const end = isMore || shown.length > limit ? (lastShown ?? last) : null;
    return {
      debates: onlyOf(found, shown.slice(0, limit)),
      last: end && writePosition(end),
      newestAt: Number(shown[0]?.at ?? 0),
    };
  }

  /** The number of unread notifications that may be shown: those about hidden content aren't counted either. */
  async unread({ id: userId }: SignedIn): Promise<number> {
    const debates = await sendNotifications(this.#parts, await this.#newestUnread({ userId }));
    return debates.reduce((sum, { notes }) => sum + notes.length, 0);
  }

  /**
   * Marks notifications as read, or as unread. Read ones are no longer emailed. Of several, those stay unread whose content is hidden at
   * that moment, as far as they are looked up.
   */
  async mark({ id: userId }: SignedIn, which: InboxSelection, read: boolean): Promise<void> {
    const { until, ...those } = { until: undefined, ...which };
    const where = { userId, ...those, ...(until !== undefined && { at: { lte: until } }) };
    if (read && !('about' in which)) await this.#markRead(where);
    else await this.#table.updateMany({ where, data: read ? { read, toMail: false } : { read } });
  }

  /**
   * Marks a participant's notifications about contributions as read, up to a server time in milliseconds: they have marked all of the
   * debate as read on its board.
   */
  async readUpTo(debateId: string, participantId: string, at: number): Promise<void> {
    await this.#markRead({ debateId, participantId, at: { lte: at }, kind: { in: [...CONTRIBUTION_KINDS] } });
  }

  async #markRead(where: Prisma.NoteWhereInput): Promise<void> {
    const hidden = await hiddenNotifications(this.#parts, await this.#newestUnread(where));
    const kept = hidden.map(({ debateId, participantId, kind, about }) => ({
      debateId,
      participantId,
      kind,
      about,
    }));
    await this.#table.updateMany({
      where: { ...where, read: false, ...(kept.length > 0 && { NOT: { OR: kept } }) },
      data: { read: true, toMail: false },
    });
  }

  /** As many unread ones as are looked up, the newest first. */
  async #newestUnread(where: Prisma.NoteWhereInput): Promise<Note[]> {
    const rows = await this.#table.findMany({
      where: { ...where, read: false },
      orderBy: { at: 'desc' },
      take: NOTIFICATION_LIMITS.lookedAt,
    });
    const lookedUp = new Set([...new Set(rows.map(({ debateId }) => debateId))].slice(0, LOOKED_UP));
    return rows.filter(({ debateId }) => lookedUp.has(debateId));
  }

  get #table() {
    return this.#parts.database.prisma.note;
  }
}

/** Where a notification is in the order. It stays the same place if the notification is renewed or deleted. */
type Place = Pick<Note, 'at' | 'debateId' | 'kind' | 'about'>;

/** The place of a notification, or the end of a time. */
type Position = Place | Pick<Note, 'at'>;

function writePosition(position: Position): string {
  if (!('about' in position)) return `${position.at}`;
  const { at, debateId, kind, about } = position;
  return [at, debateId, kind, about].join(' ');
}

/** Returns a written position; `null`: it isn't one. */
function readPosition(written: string): Position | null {
  const [, at, debateId, kind, about] = /^(\d{1,16})(?: (\S+) (\S+) (\S+))?$/.exec(written) ?? [];
  if (!at) return null;
  return debateId && kind && about ? { at: BigInt(at), debateId, kind, about } : { at: BigInt(at) };
}

/** The conditions, one of which holds for each notification that comes after this position. */
function olderThan(position: Position): Prisma.NoteWhereInput[] {
  const { at } = position;
  if (!('about' in position)) return [{ at: { lt: at } }];
  const { debateId, kind, about } = position;
  return [
    { at: { lt: at } },
    { at, debateId: { gt: debateId } },
    { at, debateId, kind: { gt: kind } },
    { at, debateId, kind, about: { gt: about } },
  ];
}

/** Debates, each once, with only these of their notifications, which are in order; the debate with the newest one first. */
function onlyOf(found: readonly NotifiedDebate[], notes: readonly OneNote[]): NotifiedDebate[] {
  const kept = new Set(notes.map(keyOf));
  return [...new Set(notes.map(({ debateId }) => debateId))].flatMap((debateId) => {
    const parts = found.filter((debate) => debate.debateId === debateId);
    const here = parts.flatMap((part) => part.notes).filter((note) => kept.has(keyOf(note)));
    const names = new Map(parts.flatMap((part) => [...part.names]));
    return parts.slice(-1).map((debate) => ({ ...debate, notes: here, names }));
  });
}

function keyOf({ debateId, kind, about }: OneNote): string {
  return `${debateId} ${kind} ${about}`;
}
