import { randomBytes } from 'node:crypto';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { namesIn } from '../../domain/debate/participants/names.ts';
import type { Role } from '../../domain/debate/participants/participant.ts';
import type { Names } from '../../domain/debate/settings/head.ts';
import { isTakenDown } from '../../domain/debate/settings/restrictions.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { Database } from '../database/open-database.ts';
import type { FailedTries } from '../invitations/failed-tries.ts';
import {
  type InvitationSecrets,
  isCode,
  newCode,
  newLinkToken,
  tidyToken,
} from '../invitations/invitation-secrets.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import type { Rooms } from '../log/rooms.ts';
import { HOLDS, type InvitationInput } from './invitation-input.ts';
import { asInviter, type InvitingOutcome, mayInvite, refusal } from './inviting.ts';
import type { Participants } from './participants.ts';

/** A link or code, for those who invite. */
export interface ListedInvitation {
  readonly id: string;
  readonly kind: 'link' | 'code';
  readonly role: Role;
  /** What it is passed on by; null where it was made under another secret. */
  readonly token: string | null;
  readonly limit: number | null;
  readonly uses: number;
  /** Milliseconds since 1970; null: it holds until it is revoked. */
  readonly expiresAt: number | null;
}

/** What somebody with an invitation is invited to. */
export interface Invited {
  readonly debateId: string;
  readonly title: string;
  readonly motion: string;
  readonly role: Role;
  /** It was mailed, and the debate takes no guests: only somebody with an account comes in by it. */
  readonly needsAccount: boolean;
  /** What is told there of who wrote what. */
  readonly names: Names;
}

type Outcome<Made extends object = object> = InvitingOutcome<Made>;

type Row = NonNullable<Awaited<ReturnType<Database['prisma']['invitation']['findUnique']>>>;

/** Links and codes a debate may have that hold. */
const AT_ONCE = 100;
/** Those that are shown again, to be passed on; what was mailed stands in the mail alone. */
const PASSED_ON = { kind: { in: ['link', 'code'] } };

interface InvitationParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly secrets: InvitationSecrets;
  readonly tries: FailedTries;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Ways into debates, beside their addresses: links, codes. */
export class Invitations {
  readonly #parts: InvitationParts;
  /** Acceptances under way, by person id. */
  readonly #accepting = new Map<string, Promise<unknown>>();

  constructor(parts: InvitationParts) {
    this.#parts = parts;
  }

  /** Those of a debate that hold, the newest first. */
  list(debateId: string, person: SignedIn | null): Promise<Outcome<{ invitations: ListedInvitation[] }>> {
    return asInviter(this.#parts, debateId, person, async () => {
      const rows = await this.#table.findMany({
        where: {
          ...PASSED_ON,
          debateId,
          revokedAt: null,
          OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(this.#parts.now()) } }],
        },
        orderBy: { createdAt: 'desc' },
        take: AT_ONCE,
      });
      return { ok: true, invitations: rows.map((row) => this.#listed(row)) };
    });
  }

  /** Makes one. */
  make(
    debateId: string,
    person: SignedIn | null,
    input: InvitationInput,
  ): Promise<Outcome<{ invitation: ListedInvitation }>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      if (!mayInvite(inviter.role, input.role)) return refusal('not_allowed');
      const held = await this.#table.count({ where: { ...PASSED_ON, debateId, revokedAt: null } });
      if (held >= AT_ONCE) return refusal('too_many', AT_ONCE);
      const seconds = HOLDS[input.holds];
      const expiresAt = seconds === null ? null : new Date(this.#parts.now() + seconds * 1_000);
      const { kind, role, limit } = input;
      return {
        ok: true,
        invitation: await this.#create(debateId, inviter.id, { kind, role, limit, expiresAt }),
      };
    });
  }

  /** Puts a new one in the place of another, which is no good from then on. */
  renew(
    debateId: string,
    person: SignedIn | null,
    id: string,
  ): Promise<Outcome<{ invitation: ListedInvitation }>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const row = await this.#table.findFirst({ where: { ...PASSED_ON, id, debateId, revokedAt: null } });
      if (row === null) return refusal('invitation_unknown');
      if (!mayInvite(inviter.role, row.role as Role)) return refusal('not_allowed');
      const { count } = await this.#revoke(id);
      if (count === 0) return refusal('invitation_unknown');
      // As long again as the old one was made for.
      const term = row.expiresAt && row.expiresAt.getTime() - row.createdAt.getTime();
      const invitation = await this.#create(debateId, inviter.id, {
        kind: row.kind === 'code' ? 'code' : 'link',
        role: row.role as Role,
        limit: row.limit,
        expiresAt: term === null ? null : new Date(this.#parts.now() + term),
      });
      return { ok: true, invitation };
    });
  }

  /** Makes one worthless. */
  revoke(debateId: string, person: SignedIn | null, id: string): Promise<Outcome> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const row = await this.#table.findFirst({ where: { id, debateId, revokedAt: null } });
      if (row === null) return refusal('invitation_unknown');
      if (!mayInvite(inviter.role, row.role as Role)) return refusal('not_allowed');
      await this.#revoke(id);
      return { ok: true };
    });
  }

  /**
   * What somebody is invited to by what they typed or followed. All that is no good gets one answer; but who takes part in the
   * debate is told of it whatever became of the invitation, which may be the only way there they have kept. The address it
   * was mailed to stays out: a link gets passed on, and gives a role, never an account.
   */
  look(
    token: string,
    address: string,
    person: SignedIn | null = null,
  ): Promise<Outcome<{ invited: Invited }>> {
    return this.#try(token, address, person, async (row, { state }) => ({
      ok: true,
      invited: invitedTo(row, state),
    }));
  }

  /** Lets somebody in. Who is in already in that role or a higher one uses nothing up. */
  async accept(token: string, person: SignedIn, address: string): Promise<Outcome<{ debateId: string }>> {
    // If a form is sent twice at once, the second waits and finds the person already in.
    const before = this.#accepting.get(person.id);
    const accepting = Promise.resolve(before?.catch(() => undefined)).then(() =>
      this.#accept(token, person, address),
    );
    this.#accepting.set(person.id, accepting);
    try {
      return await accepting;
    } finally {
      if (this.#accepting.get(person.id) === accepting) this.#accepting.delete(person.id);
    }
  }

  #accept(token: string, person: SignedIn, address: string): Promise<Outcome<{ debateId: string }>> {
    return this.#try(token, address, person, async (row, room, isIn) => {
      if (isIn && !holds(row, room.state, this.#parts.now())) return { ok: true, debateId: room.id };
      const known = await this.#parts.participants.find(room.id, person);
      const before = room.state.participants.get(known ?? '');
      if (needsAccount(row, room.state) && person.kind === 'guest' && !isIn) return refusal('account_needed');
      if (!(await this.#use(row))) return refusal('invitation_unknown');
      const id = await this.#parts.participants.admit(room, person, row.role as Role).catch(async (error) => {
        await this.#unuse(row);
        throw error;
      });
      const after = room.state.participants.get(id ?? '');
      if (after === undefined || (isIn && after.role === before?.role)) await this.#unuse(row);
      return after ? { ok: true, debateId: room.id } : refusal('invitation_unknown');
    });
  }

  get #table() {
    return this.#parts.database.prisma.invitation;
  }

  async #try<Made extends object>(
    typed: string,
    address: string,
    person: SignedIn | null,
    use: (row: Row, room: DebateRoom, isIn: boolean) => Promise<Outcome<Made>>,
  ): Promise<Outcome<Made>> {
    const { tries, secrets, rooms } = this.#parts;
    const token = tidyToken(typed);
    const [hash = '', ...previous] = secrets.hashes(token);
    // Nobody guesses the 128 bits of a link.
    const wasGood = isCode(token) ? tries.begin({ address, hash }) : () => {};
    if (wasGood === null) return refusal('too_fast');
    const row = await this.#table.findFirst({ where: { hash: { in: [hash, ...previous] } } });
    if (row === null) return refusal('invitation_unknown');
    const outcome = await rooms.answer(row.debateId, async (room) => {
      if (room === null) return refusal('invitation_unknown');
      const isIn = await this.#isIn(room, person);
      return isIn || holds(row, room.state, this.#parts.now())
        ? use(row, room, isIn)
        : refusal('invitation_unknown');
    });
    if (outcome.ok) wasGood();
    else if (isCode(token) && !tries.failedAt(row.debateId)) return refusal('too_fast');
    return outcome;
  }

  /** Does somebody take part in a debate that is not deleted? */
  async #isIn(room: DebateRoom, person: SignedIn | null): Promise<boolean> {
    const id = person && (await this.#parts.participants.find(room.id, person));
    return !isTakenDown(room.state.head) && room.state.participants.get(id ?? '')?.standing === 'in';
  }

  async #create(
    debateId: string,
    madeBy: string,
    wanted: Pick<Row, 'kind' | 'limit' | 'expiresAt'> & { readonly role: Role },
  ): Promise<ListedInvitation> {
    const { secrets, now } = this.#parts;
    const token = wanted.kind === 'code' ? newCode() : newLinkToken();
    const row = await this.#table.create({
      data: {
        id: `i_${randomBytes(9).toString('base64url')}`,
        debateId,
        madeBy,
        hash: secrets.hash(token),
        sealed: secrets.seal(token),
        createdAt: new Date(now()),
        ...wanted,
      },
    });
    return this.#listed(row);
  }

  #revoke(id: string) {
    return this.#table.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date(this.#parts.now()) },
    });
  }

  /** Counts one more who comes; false where no more may. In one statement, so that those who come at once are counted. */
  async #use({ id }: Row): Promise<boolean> {
    const counted = await this.#parts.database.prisma.$executeRaw`
      UPDATE invitation SET uses = uses + 1
      WHERE id = ${id} AND revoked_at IS NULL AND ("limit" IS NULL OR uses < "limit")`;
    return counted === 1;
  }

  async #unuse({ id }: Row): Promise<void> {
    await this.#table.updateMany({ where: { id, uses: { gt: 0 } }, data: { uses: { decrement: 1 } } });
  }

  #listed({ id, kind, role, sealed, limit, uses, expiresAt }: Row): ListedInvitation {
    return {
      id,
      kind: kind as ListedInvitation['kind'],
      role: role as Role,
      token: sealed && this.#parts.secrets.unseal(sealed),
      limit,
      uses,
      expiresAt: expiresAt?.getTime() ?? null,
    };
  }
}

/** Is an invitation good, in a debate as it is now? */
function holds({ revokedAt, expiresAt, limit, uses }: Row, { head }: DebateState, now: number): boolean {
  if (head === null || isTakenDown(head) || head.life !== 'open') return false;
  return (
    revokedAt === null &&
    (expiresAt === null || expiresAt.getTime() > now) &&
    (limit === null || uses < limit)
  );
}

function invitedTo(row: Row, state: DebateState): Invited {
  const { title = '', motion = '' } = state.head ?? {};
  const { debateId, role } = row;
  const names = namesIn(state);
  return { debateId, title, motion, role: role as Role, names, needsAccount: needsAccount(row, state) };
}

/** Is an invitation for people with an account only, in a debate as it is now? */
function needsAccount({ kind }: Row, { head }: DebateState): boolean {
  return head?.settings.accounts === true || (kind === 'mail' && head?.settings.guests === 'none');
}
