import { randomBytes } from 'node:crypto';
import { refuse } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Names } from '#domain/debate/head/head.ts';
import { namesIn } from '#domain/debate/head/names.ts';
import { isTakenDown } from '#domain/debate/head/restrictions.ts';
import type { Role } from '#domain/debate/participants/participant.ts';
import { isAbove, roleOnJoining } from '#domain/debate/participants/role-on-joining.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from '../participants/participants.ts';
import type { FailedTries } from './failed-tries.ts';
import { HOLDS, type InvitationInput } from './invitation-input.ts';
import { type InvitationSecrets, isCode, newCode, newLinkToken, tidyToken } from './invitation-secrets.ts';
import { asInviter, type InvitingOutcome, mayInvite, rolesToInvite } from './inviting.ts';

/** A link or code, for people who may invite. */
export interface ListedInvitation {
  readonly id: string;
  readonly kind: 'link' | 'code';
  readonly role: Role;
  /** The token to share; `null` if it was made under another secret. */
  readonly token: string | null;
  readonly limit: number | null;
  readonly uses: number;
  /** Milliseconds since 1970; `null`: valid until it is revoked. */
  readonly expiresAt: number | null;
}

/** The purpose of an invitation, shown to its holder. */
export interface Invited {
  readonly debateId: string;
  readonly title: string;
  readonly motion: string;
  /** The role its holder gets, or has already. */
  readonly role: Role;
  /** Moderators have decided about the holder, so it doesn't raise them to its role. */
  readonly isKept: boolean;
  /** It was emailed, and the debate takes no guests: only a person with an account can use it. */
  readonly needsAccount: boolean;
  /** How authors are shown in the debate. */
  readonly names: Names;
}

type Outcome<Made extends object = object> = InvitingOutcome<Made>;

type Row = NonNullable<Awaited<ReturnType<Database['prisma']['invitation']['findUnique']>>>;

/** Maximum valid links and codes per debate. */
const AT_ONCE = 100;
/** Kinds that are shown again, to be shared; an emailed link is only in the email. */
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

/** Links and codes to join debates. */
export class Invitations {
  readonly #parts: InvitationParts;
  /** Acceptances under way, by person id. */
  readonly #accepting = new Map<string, Promise<unknown>>();

  constructor(parts: InvitationParts) {
    this.#parts = parts;
  }

  /** The valid ones of a debate that the person could have made, newest first. */
  list(debateId: string, person: SignedIn | null): Promise<Outcome<{ invitations: ListedInvitation[] }>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const rows = await this.#table.findMany({
        where: { ...this.#valid(debateId), role: { in: rolesToInvite(inviter.role) } },
        orderBy: { createdAt: 'desc' },
        take: AT_ONCE,
      });
      return { ok: true, invitations: rows.map((row) => this.#listed(row)) };
    });
  }

  /** Creates one. */
  make(
    debateId: string,
    person: SignedIn | null,
    input: InvitationInput,
  ): Promise<Outcome<{ invitation: ListedInvitation }>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      if (!mayInvite(inviter.role, input.role)) return refuse('not_allowed');
      const held = await this.#table.count({ where: this.#valid(debateId) });
      if (held >= AT_ONCE) return refuse('list_full', AT_ONCE);
      const seconds = HOLDS[input.holds];
      const expiresAt = seconds === null ? null : new Date(this.#parts.now() + seconds * 1_000);
      const { kind, role, limit } = input;
      return {
        ok: true,
        invitation: await this.#create(debateId, inviter.id, { kind, role, limit, expiresAt }),
      };
    });
  }

  /** Replaces one; the old one stops working. */
  renew(
    debateId: string,
    person: SignedIn | null,
    id: string,
  ): Promise<Outcome<{ invitation: ListedInvitation }>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const row = await this.#table.findFirst({ where: { ...PASSED_ON, id, debateId, revokedAt: null } });
      if (row === null) return refuse('invitation_unknown');
      if (!mayInvite(inviter.role, row.role as Role)) return refuse('not_allowed');
      const { count } = await this.#revoke(id);
      if (count === 0) return refuse('invitation_unknown');
      // Valid for the same time again as the old one.
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

  /** Revokes one. */
  revoke(debateId: string, person: SignedIn | null, id: string): Promise<Outcome> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const row = await this.#table.findFirst({ where: { id, debateId, revokedAt: null } });
      if (row === null) return refuse('invitation_unknown');
      if (!mayInvite(inviter.role, row.role as Role)) return refuse('not_allowed');
      await this.#revoke(id);
      return { ok: true };
    });
  }

  /**
   * Returns the purpose of the invitation with a typed or followed token. All invalid tokens get the same answer; but a participant of the debate is
   * shown it whatever happened to the invitation, which may be the only link to it they have kept. The address it was emailed to isn't
   * checked: a link may be passed on, and gives a role, never an account.
   */
  look(
    token: string,
    address: string,
    person: SignedIn | null = null,
  ): Promise<Outcome<{ invited: Invited }>> {
    return this.#try(token, address, person, async (row, room) => {
      const known = person && (await this.#parts.participants.find(room.id, person));
      return { ok: true, invited: invitedTo(row, room.state, known ?? '') };
    });
  }

  /** Accepts an invitation. It isn't used up if it doesn't raise a participant. */
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
      if (needsAccount(row, room.state) && person.kind === 'guest' && !isIn)
        return refuse('account_required');
      if (!(await this.#use(row))) return refuse('invitation_unknown');
      const id = await this.#parts.participants.admit(room, person, row.role as Role).catch(async (error) => {
        await this.#unuse(row);
        throw error;
      });
      const after = room.state.participants.get(id ?? '');
      if (after === undefined || (isIn && after.role === before?.role)) await this.#unuse(row);
      return after ? { ok: true, debateId: room.id } : refuse('invitation_unknown');
    });
  }

  /** Links and codes of a debate that still work. */
  #valid(debateId: string) {
    const now = new Date(this.#parts.now());
    return { ...PASSED_ON, debateId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
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
    // The 128 bits of a link can't be guessed.
    const wasGood = isCode(token) ? tries.begin({ address, hash }) : () => {};
    if (wasGood === null) return refuse('too_fast');
    const row = await this.#table.findFirst({ where: { hash: { in: [hash, ...previous] } } });
    if (row === null) return refuse('invitation_unknown');
    const outcome = await rooms.answer(row.debateId, async (room) => {
      if (room === null) return refuse('invitation_unknown');
      const isIn = await this.#isIn(room, person);
      return isIn || holds(row, room.state, this.#parts.now())
        ? use(row, room, isIn)
        : refuse('invitation_unknown');
    });
    if (outcome.ok) wasGood();
    else if (isCode(token) && !tries.failedAt(row.debateId)) return refuse('too_fast');
    return outcome;
  }

  /** True if a person participates in a debate that is not deleted. */
  async #isIn(room: DebateRoom, person: SignedIn | null): Promise<boolean> {
    const id = person && (await this.#parts.participants.find(room.id, person));
    return !isTakenDown(room.state.head) && room.state.participants.get(id ?? '')?.membership === 'member';
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

  /** Counts one more use; false if the limit is reached. In one statement, so that simultaneous uses are counted. */
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

/** True if an invitation is valid, in the debate's current state. */
function holds({ revokedAt, expiresAt, limit, uses }: Row, { head }: DebateState, now: number): boolean {
  if (head === null || isTakenDown(head) || head.status !== 'open') return false;
  return (
    revokedAt === null &&
    (expiresAt === null || expiresAt.getTime() > now) &&
    (limit === null || uses < limit)
  );
}

function invitedTo(row: Row, state: DebateState, participantId: string): Invited {
  const { title = '', motion = '' } = state.head ?? {};
  const offered = row.role as Role;
  const role = roleOnJoining(state, participantId, offered);
  return {
    debateId: row.debateId,
    title,
    motion,
    role,
    isKept: isAbove(offered, role),
    names: namesIn(state),
    needsAccount: needsAccount(row, state),
  };
}

/** True if an invitation is only for people with an account, in the debate's current state. */
function needsAccount({ kind }: Row, { head }: DebateState): boolean {
  return head?.settings.accounts === true || (kind === 'mail' && head?.settings.guests === 'none');
}
