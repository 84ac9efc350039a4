import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Restriction } from '#domain/debate/head/head.ts';
import type { Passwords } from '../../auth/passwords/passwords.ts';
import { guestName } from '../../auth/people/guest-name.ts';
import { mailAddress } from '../../auth/people/mail-address.ts';
import type { People } from '../../auth/people/people.ts';
import type { Result } from '../../auth/result.ts';
import type { SecondFactors } from '../../auth/second-factor/second-factors.ts';
import type { OneTimeCodes } from '../../auth/sign-in/one-time-codes.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { debateListingSchema, type HIDDEN, SHELVES } from '../../log/debate-listing.ts';
import type { Logger } from '../../logging/logger.ts';
import { takeOverSeed } from '../seed/take-over-seed.ts';

/** A person in the administrators' list. Times are in milliseconds. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'guest' | 'account';
  readonly administrator: boolean;
  readonly hasSecondFactor: boolean;
  /** True if they may start debates where accounts need permission for that. */
  readonly mayStart: boolean;
  /** Sign-ins and tokens. */
  readonly signIns: number;
  readonly debates: number;
  readonly createdAt: number;
}

/** A debate in the administrators' list: only what anyone may know, also of a private one, and nothing of its content. */
export interface ListedDebate {
  readonly id: string;
  readonly title: string;
  /** The shelf it is on in lists. */
  readonly visibility: (typeof SHELVES)[number];
  /** By administrators, in force. */
  readonly restricted: readonly Restriction[];
  readonly entries: number;
  readonly participants: number;
  readonly changedAt: number;
}

/** Filters of the administrators' list: all debates, those that an administrator hid, and deleted ones. */
export type DebateFilter = 'all' | typeof HIDDEN | 'deleted';

/** One page of a list, and the total count. */
export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly count: number;
}

/** The input of a person who becomes an administrator by a link; each field is empty if it is known already. */
export interface NewAdministrator {
  readonly name: string;
  readonly mail: string;
  readonly password: string;
}

/** When a start prints a link that makes its opener an administrator: until there is one, or always. */
export type AdminLink = 'first' | 'always';

/** Rows on a page. */
const ROWS = 50;
/** Maximum characters of a search. */
const LONGEST_SEARCH = 100;

/** The administrators' pages and actions, and the appointment by the link that a start prints. */
export class Administration {
  readonly #database: Database;
  readonly #people: People;
  readonly #codes: OneTimeCodes;
  readonly #passwords: Passwords;
  readonly #secondFactors: SecondFactors;
  readonly #logger: Logger;
  readonly #adminLink: AdminLink;

  constructor(parts: {
    database: Database;
    people: People;
    codes: OneTimeCodes;
    passwords: Passwords;
    secondFactors: SecondFactors;
    logger: Logger;
    adminLink: AdminLink;
  }) {
    this.#database = parts.database;
    this.#people = parts.people;
    this.#codes = parts.codes;
    this.#passwords = parts.passwords;
    this.#secondFactors = parts.secondFactors;
    this.#logger = parts.logger;
    this.#adminLink = parts.adminLink;
  }

  /** The path of a link that makes its opener an administrator; `null` if there is one already and the operator wants no other. */
  async link(): Promise<string | null> {
    const purpose = await this.#linkPurpose();
    if (purpose === null) return null;
    const code = await this.#codes.make(purpose, { userId: null, email: null });
    return `/administrator?code=${code}`;
  }

  /** True if such a link works. */
  async takesCode(code: string): Promise<boolean> {
    const purpose = await this.#linkPurpose();
    return purpose !== null && (await this.#codes.look(purpose, code)) !== null;
  }

  /** The purpose of links that work now. Those for a further administrator are of their own, so that an old first link stays dead. */
  async #linkPurpose(): Promise<'administrator' | 'further-administrator' | null> {
    if (!(await this.#hasAdministrator())) return 'administrator';
    return this.#adminLink === 'always' ? 'further-administrator' : null;
  }

  /**
   * Makes the opener of the link an administrator, and the first one the owner of the seeded debate. Unless they have an account they enter
   * an email address and a password: a guest could not sign in again. The address isn't verified: the link was read in the server's log,
   * and that is trusted.
   */
  async becomeAdministrator(
    code: string,
    person: SignedIn | null,
    entered: NewAdministrator,
  ): Promise<Result<{ userId: string }>> {
    const purpose = await this.#linkPurpose();
    if (purpose === null || (await this.#codes.look(purpose, code)) === null) return refuse('code_wrong');
    const made =
      person?.kind === 'account'
        ? { ok: true as const, userId: person.id }
        : await this.#make(person, entered);
    if (!made.ok) return made;
    if ((await this.#codes.take(purpose, code)) === null) return refuse('code_wrong');
    await this.#database.prisma.user.update({
      where: { id: made.userId },
      // No provider gave the role, so none takes it away.
      data: { administrator: true, administratorBy: null },
    });
    await this.#codes.forget({ purpose });
    this.#logger.info({ person: made.userId }, 'a person became an administrator by the link of a start');
    if (purpose === 'administrator') await takeOverSeed(this.#database, made.userId);
    return made;
  }

  /** People, newest first, optionally filtered by a text in their name or address. */
  async people(asked: number, find = ''): Promise<PageOf<ListedPerson>> {
    const { prisma } = this.#database;
    const contains = containing(find);
    // The demonstration's people belong to nobody.
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

  /** Appoints a person with an account as administrator, or revokes it; administrators can't change their own status. */
  async appoint(by: SignedIn, id: string, administrator: boolean): Promise<Result> {
    if (!by.administrator || id === by.id) return refuse('not_allowed');
    const person = await this.#people.find({ id });
    if (person === null) return refuse('unknown_participant');
    const canComeBack = person.email !== null || person.oidcSubject !== null;
    if (administrator && !canComeBack) return refuse('account_required');
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

  /** Turns off the second factor of a person who lost it; for administrators. `removed`: true if it was on. */
  async removeSecondFactors(by: SignedIn, id: string): Promise<Result<{ readonly removed: boolean }>> {
    if (!by.administrator) return refuse('not_allowed');
    const removed = await this.#secondFactors.removeAll(id);
    this.#logger.info(
      { administrator: by.id, person: id },
      "an administrator turned a person's second factor off",
    );
    return { ok: true, removed };
  }

  /** Debates on a shelf by last change, optionally filtered by a text in the title. */
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

  async #make(person: SignedIn | null, entered: NewAdministrator): Promise<Result<{ userId: string }>> {
    const mail = mailAddress(entered.mail);
    if (!mail.ok) return mail;
    const name = guestName(person?.name ?? entered.name);
    if (!name.ok) return name;
    const { email } = mail;
    const hashed = await this.#passwords.hash({ name: name.name, email }, entered.password);
    if (!hashed.ok) return hashed;
    const account = { email, passwordHash: hashed.passwordHash };
    const taken = refuse('email_taken');
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

/**
 * A filter for the text searched for, ignoring case; `undefined` for an empty one. Characters with a meaning in database patterns are
 * matched literally.
 */
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
