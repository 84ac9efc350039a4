import { rejection } from '../../domain/debate/engine/rejections.ts';
import type { Restriction } from '../../domain/debate/settings/head.ts';
import { guestName } from '../auth/guest-name.ts';
import { mailAddress } from '../auth/mail-address.ts';
import type { OneTimeCodes } from '../auth/one-time-codes.ts';
import type { Outcome } from '../auth/outcome.ts';
import type { Passwords } from '../auth/passwords.ts';
import type { People } from '../auth/people.ts';
import type { SecondFactors } from '../auth/second-factors.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { Database } from '../database/open-database.ts';
import { debateListingSchema, type HIDDEN, SHELVES } from '../log/debate-listing.ts';
import type { Logger } from '../logger.ts';
import { takeOverSeed } from '../seed/take-over-seed.ts';

/** A person in the administrators' list. Times are in milliseconds. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'guest' | 'account';
  readonly administrator: boolean;
  readonly hasSecondFactor: boolean;
  /** They may start debates where accounts need to be allowed. */
  readonly mayStart: boolean;
  /** Sign-ins and tokens. */
  readonly signIns: number;
  readonly debates: number;
  readonly createdAt: number;
}

/** A debate in the administrators' list: what anybody may know of a private one too, and no word of it. */
export interface ListedDebate {
  readonly id: string;
  readonly title: string;
  /** Where lists have it. */
  readonly visibility: (typeof SHELVES)[number];
  /** By administrators, in force. */
  readonly restricted: readonly Restriction[];
  readonly entries: number;
  readonly participants: number;
  readonly changedAt: number;
}

/** The debates administrators filter their list by: all, those that one of them hid, and deleted ones. */
export type DebateFilter = 'all' | typeof HIDDEN | 'deleted';

/** One page of a list, and how many there are. */
export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly count: number;
}

/** What the first administrator tells of themselves; each is empty where it is known already. */
export interface FirstAdministrator {
  readonly name: string;
  readonly mail: string;
  readonly password: string;
}

/** Rows on a page. */
const ROWS = 50;
/** Characters of what is looked for. */
const LONGEST_SEARCH = 100;

/** What administrators see and do, and how somebody becomes the first of them. */
export class Administration {
  readonly #database: Database;
  readonly #people: People;
  readonly #codes: OneTimeCodes;
  readonly #passwords: Passwords;
  readonly #secondFactors: SecondFactors;
  readonly #logger: Logger;

  constructor(parts: {
    database: Database;
    people: People;
    codes: OneTimeCodes;
    passwords: Passwords;
    secondFactors: SecondFactors;
    logger: Logger;
  }) {
    this.#database = parts.database;
    this.#people = parts.people;
    this.#codes = parts.codes;
    this.#passwords = parts.passwords;
    this.#secondFactors = parts.secondFactors;
    this.#logger = parts.logger;
  }

  /** The path of a link that makes its opener the administrator; null where there is one. */
  async firstLink(): Promise<string | null> {
    if (await this.#hasAdministrator()) return null;
    const code = await this.#codes.make('administrator', { userId: null, email: null });
    return `/administrator?code=${code}`;
  }

  /** Whether such a link works. */
  async isFirst(code: string): Promise<boolean> {
    return (await this.#codes.look('administrator', code)) !== null && !(await this.#hasAdministrator());
  }

  /**
   * Makes whoever opens the link the administrator and owner of the seeded debate. They come to have a mail address and a
   * password, unless they have an account: a guest could not come back. Who can read the server's log is believed about
   * the address.
   */
  async becomeFirst(
    code: string,
    person: SignedIn | null,
    told: FirstAdministrator,
  ): Promise<Outcome<{ userId: string }>> {
    if (!(await this.isFirst(code))) return { ok: false, rejection: rejection('code_wrong') };
    const made =
      person?.kind === 'account' ? { ok: true as const, userId: person.id } : await this.#make(person, told);
    if (!made.ok) return made;
    if ((await this.#codes.take('administrator', code)) === null)
      return { ok: false, rejection: rejection('code_wrong') };
    await this.#database.prisma.user.update({ where: { id: made.userId }, data: { administrator: true } });
    await this.#codes.forget({ purpose: 'administrator' });
    await takeOverSeed(this.#database, made.userId);
    return made;
  }

  /** People, the newest first: those whose name or address has this in it, if anything is looked for. */
  async people(asked: number, find = ''): Promise<PageOf<ListedPerson>> {
    const { prisma } = this.#database;
    const contains = containing(find);
    // The demonstration's people are nobody's.
    const where = {
      NOT: { id: { startsWith: 'u_seed-' } },
      ...(contains && { OR: [{ name: contains }, { email: contains }] }),
    };
    const paged = pageOf(asked, await prisma.user.count({ where }));
    const rows = await prisma.user.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      include: {
        authenticator: { select: { confirmedAt: true } },
        _count: { select: { signIns: true, participants: true, passkeys: true } },
      },
      skip: (paged.page - 1) * ROWS,
      take: ROWS,
    });
    return {
      ...paged,
      rows: rows.map(
        ({ id, name, email, oidcSubject, administrator, mayStart, createdAt, authenticator, _count }) => ({
          id,
          name,
          email,
          kind: email === null && oidcSubject === null ? 'guest' : 'account',
          administrator,
          hasSecondFactor: _count.passkeys > 0 || (authenticator?.confirmedAt ?? null) !== null,
          mayStart,
          signIns: _count.signIns,
          debates: _count.participants,
          createdAt: createdAt.getTime(),
        }),
      ),
    };
  }

  /** Makes somebody with an account an administrator too, or takes that from them again; nobody does so to themselves. */
  async appoint(by: SignedIn, id: string, administrator: boolean): Promise<Outcome> {
    if (!by.administrator || id === by.id) return { ok: false, rejection: rejection('not_allowed') };
    const person = await this.#people.find({ id });
    if (person === null) return { ok: false, rejection: rejection('unknown_participant') };
    const canComeBack = person.email !== null || person.oidcSubject !== null;
    if (administrator && !canComeBack) return { ok: false, rejection: rejection('account_needed') };
    await this.#database.prisma.user.updateMany({
      where: { id },
      data: { administrator, administratorBy: null },
    });
    this.#logger.info(
      { administrator: by.id, person: id, appointed: administrator },
      'an administrator changed whether a person is an administrator',
    );
    return { ok: true };
  }

  /** Turns off the second factor of a person who lost it; for administrators. `removed`: whether it was on. */
  async removeSecondFactors(by: SignedIn, id: string): Promise<Outcome<{ readonly removed: boolean }>> {
    if (!by.administrator) return { ok: false, rejection: rejection('not_allowed') };
    const removed = await this.#secondFactors.removeAll(id);
    this.#logger.info(
      { administrator: by.id, person: id },
      "an administrator turned a person's second factor off",
    );
    return { ok: true, removed };
  }

  /** Debates, by last change: those whose title has this in it, if anything is looked for, and that stand on this shelf. */
  async debates(asked: number, find = '', shelf: DebateFilter = 'all'): Promise<PageOf<ListedDebate>> {
    const { prisma } = this.#database;
    const contains = containing(find);
    const where = {
      ...(contains && { title: contains }),
      ...(shelf !== 'all' && { visibility: shelf }),
    };
    const paged = pageOf(asked, await prisma.debate.count({ where }));
    const rows = await prisma.debate.findMany({
      where,
      orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
      select: {
        id: true,
        title: true,
        visibility: true,
        listing: true,
        head: true,
        changedAt: true,
        _count: { select: { participants: true } },
      },
      skip: (paged.page - 1) * ROWS,
      take: ROWS,
    });
    return {
      ...paged,
      rows: rows.map(({ id, title, visibility, listing, head, changedAt, _count }) => ({
        id,
        title,
        visibility: SHELVES.find((one) => one === visibility) ?? 'private',
        restricted: debateListingSchema.parse(listing).restricted ?? [],
        entries: head,
        participants: _count.participants,
        changedAt: changedAt.getTime(),
      })),
    };
  }

  async #make(person: SignedIn | null, told: FirstAdministrator): Promise<Outcome<{ userId: string }>> {
    const mail = mailAddress(told.mail);
    if (!mail.ok) return mail;
    const name = guestName(person?.name ?? told.name);
    if (!name.ok) return name;
    const { email } = mail;
    const hashed = await this.#passwords.hash({ name: name.name, email }, told.password);
    if (!hashed.ok) return hashed;
    const account = { email, passwordHash: hashed.passwordHash };
    const taken = { ok: false, rejection: rejection('mail_taken') } as const;
    if (person === null) {
      const userId = await this.#people.createUnlessTaken({ name: name.name, ...account });
      return userId === null ? taken : { ok: true, userId };
    }
    return (await this.#people.change(person.id, account)) ? { ok: true, userId: person.id } : taken;
  }

  async #hasAdministrator(): Promise<boolean> {
    return (await this.#database.prisma.user.count({ where: { administrator: true } })) > 0;
  }
}

/** What is looked for, in whatever letters; nothing for nothing. Signs the database would read as patterns mean themselves. */
function containing(find: string): { contains: string; mode: 'insensitive' } | undefined {
  const contains = find
    .trim()
    .slice(0, LONGEST_SEARCH)
    .replace(/[\\%_]/g, '\\$&');
  return contains === '' ? undefined : { contains, mode: 'insensitive' };
}

function pageOf(asked: number, count: number): { page: number; pages: number; count: number } {
  const pages = Math.max(1, Math.ceil(count / ROWS));
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return { page, pages, count };
}
