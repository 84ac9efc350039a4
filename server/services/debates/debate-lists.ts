import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import { VISIBILITIES, type Visibility } from '#domain/debate/head/head.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { phaseOf, runningAgenda } from '#domain/debate/phases/phases.ts';
import type { Prisma } from '#prisma/client/client.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateListing as Card } from '../../log/debate-listing.ts';
import { ARCHIVES, debateListingSchema, GROUPS, HIDDEN } from '../../log/debate-listing.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import { isTakedownCode, readingProblem } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from '../participants/participants.ts';

/** A debate in a list. */
export interface DebateListItem extends Omit<Card, 'out' | 'restricted' | 'moderators' | 'owner' | 'names'> {
  readonly id: string;
  readonly title: string;
  /** Connections here now, on every node as far as known. */
  readonly present: number;
  readonly changedAt: number;
}

/** A debate on the first page. */
export interface FrontPageDebate extends DebateListItem {
  readonly visibility: Visibility;
  /** Number of people who joined; `null` if readers may not know it. */
  readonly people: number | null;
  /** The viewer's role. `null` if they haven't joined or the card doesn't include it. */
  readonly role: 'owner' | 'moderator' | 'participant' | null;
}

/** A debate that people are in now. */
export interface LiveDebate {
  readonly id: string;
  readonly title: string;
  readonly present: number;
  readonly phase: Phase | null;
  /** Milliseconds left in the phase; null: it has no timer. */
  readonly left: number | null;
  readonly isPaused: boolean;
}

type Row = Awaited<ReturnType<Database['prisma']['debate']['findMany']>>[number];
/** A debate, and which participant of it the viewer is. */
type OwnRow = Row & {
  readonly participants: readonly { readonly id: string }[];
};

/** Shelves of debates that no longer take participants. */
const GONE = [HIDDEN, 'deleted'];

/** Maximum debates listed as live, and number of people from which a debate without a phase counts as live. */
const LIVE = 4;
const LIVELY = 2;

/** Maximum debates of one kind in a list. */
const LISTED = 200;

/** Lists of the debates that a person may know of. */
export class DebateLists {
  readonly #database: Database;
  readonly #rooms: Rooms;
  readonly #participants: Participants;
  readonly #presentIn: (debateId: string) => number;
  readonly #now: () => number;

  constructor(parts: {
    database: Database;
    rooms: Rooms;
    participants: Participants;
    presentIn: (debateId: string) => number;
    /** The server's clock. */
    now: () => number;
  }) {
    this.#database = parts.database;
    this.#rooms = parts.rooms;
    this.#participants = parts.participants;
    this.#presentIn = parts.presentIn;
    this.#now = parts.now;
  }

  /** Public debates and those the person participates in, the oldest (the seeded one) first, then by last change. */
  async list(person: SignedIn | null): Promise<DebateListItem[]> {
    return (await this.#listedRows(person)).map((row) => this.#listed(row));
  }

  /** The same debates as cards of the first page. */
  async cards(person: SignedIn | null): Promise<FrontPageDebate[]> {
    const rows = await this.#listedRows(person);
    const joined = await this.#joined(rows);
    return rows.map((row) => {
      const { names, owner, moderators } = debateListingSchema.parse(row.listing);
      const [own] = row.participants;
      const mayCount = names !== undefined && names !== 'anonymous';
      // A card of an earlier release doesn't name the owner: the person's role is unknown.
      const role =
        !own || moderators === undefined
          ? null
          : own.id === owner
            ? 'owner'
            : moderators.includes(own.id)
              ? 'moderator'
              : 'participant';
      return {
        ...this.#listed(row),
        visibility: VISIBILITIES.find((one) => one === row.visibility) ?? 'public',
        people: mayCount ? (joined.get(row.id) ?? 0) : null,
        role,
      };
    });
  }

  /** How many people joined each of these debates. */
  async #joined(rows: readonly Row[]): Promise<ReadonlyMap<string, number>> {
    const counts = await this.#database.prisma.participant.groupBy({
      by: ['debateId'],
      where: { debateId: { in: rows.map(({ id }) => id) } },
      _count: true,
    });
    return new Map(counts.map(({ debateId, _count }) => [debateId, _count]));
  }

  /** Listed debates with a running phase or several people, most people first. */
  async live(listed: readonly DebateListItem[]): Promise<LiveDebate[]> {
    const busy = listed.filter(({ present }) => present > 0).sort((a, b) => b.present - a.present);
    const looked = await Promise.all(
      busy.slice(0, 2 * LIVE).map(({ id, title, present }) =>
        this.#rooms.withKnown(id, (room): LiveDebate | null => {
          const agenda = room ? runningAgenda(room.state) : null;
          const phase = phaseOf({ agenda });
          if (phase === null && present < LIVELY) return null;
          const timer = phase && agenda?.timer;
          const left = timer ? Math.max(0, 'ends' in timer ? timer.ends - this.#now() : timer.left) : null;
          const isPaused = timer !== null && timer !== undefined && 'left' in timer;
          return { id, title, present, phase, left, isPaused };
        }),
      ),
    );
    return looked.filter((one) => one !== null).slice(0, LIVE);
  }

  async #listedRows(person: SignedIn | null): Promise<readonly OwnRow[]> {
    const rows = await this.#findWithOwn(person, [...ARCHIVES, GROUPS, ...GONE]);
    const seeded = await this.#seeded();
    const first = rows.filter(({ id }) => id === seeded);
    const others = rows.filter(({ id }) => id !== seeded);
    return [...first, ...others];
  }

  /** Id of the debate seeded with this server. */
  async #seeded(): Promise<string | null> {
    const seeded = await this.#database.prisma.setting.findUnique({ where: { key: 'seeded' } });
    return seeded?.value ?? null;
  }

  /** Id of the debate seeded with this server, if it is publicly listed; otherwise `null`. */
  async sampleId(): Promise<string | null> {
    const seeded = await this.#seeded();
    const where = { id: seeded ?? '', visibility: 'public' };
    const row = await this.#database.prisma.debate.findFirst({ where, select: { id: true } });
    return row?.id ?? null;
  }

  /**
   * Debates a person may read and can know of, up to a limit: public ones and those they participate in, including archived ones and small
   * groups; each with its head. The most recently changed comes first.
   */
  async readable(person: SignedIn | null): Promise<{ id: string; head: number }[]> {
    const rows = await this.#findWithOwn(person, GONE);
    const readable = await Promise.all(
      rows.map(({ id, visibility, listing, participants: [participant] }) => {
        if (visibility !== 'public' || !participant || !person) return true;
        const { out } = debateListingSchema.parse(listing);
        if (out && !out.includes(participant.id)) return true;
        // A banned person may not read what everyone else may.
        return this.#rooms.withKnown(
          id,
          async (room) => room !== null && (await this.#mayRead(room, person)),
        );
      }),
    );
    return rows.filter((_, index) => readable[index]).map(({ id, head }) => ({ id, head }));
  }

  /**
   * Debates the person participates in that are no longer in a list: archived; deleted by the person, who can restore them; and taken down
   * by an administrator, for their owners and moderators.
   */
  async shelved(
    person: SignedIn,
  ): Promise<Readonly<Record<'archived' | 'deleted' | 'takenDown', DebateListItem[]>>> {
    const on = (shelves: readonly string[]) =>
      this.#find(person, { ...takenPartInBy(person), visibility: { in: [...shelves] } });
    const [archived, gone] = await Promise.all([on(ARCHIVES), on(GONE)]);
    const problems = await Promise.all(
      gone.map(({ id }) =>
        this.#rooms.withKnown(id, async (room) =>
          room ? { problem: await this.#problem(room, person) } : null,
        ),
      ),
    );
    const listed = (rows: readonly Row[]) => rows.map((row) => this.#listed(row));
    return {
      archived: listed(archived),
      deleted: listed(gone.filter((_, index) => problems[index]?.problem === null)),
      takenDown: listed(gone.filter((_, index) => isTakedownCode(problems[index]?.problem ?? null))),
    };
  }

  /** Debates to start others from: those whose owners made them templates and that are listed or that the person participates in. */
  async templates(person: SignedIn | null): Promise<DebateListItem[]> {
    const rows = await this.#findWithOwn(person, GONE, { listing: { path: ['template'], equals: true } });
    return rows.map((row) => this.#listed(row)).sort((a, b) => a.title.localeCompare(b.title));
  }

  /**
   * Public debates and those that the person participates in, outside of these shelves; the most recently changed come first. Each have a
   * limit: however many are public, they don't take the place of the person's. `kind`: only debates of this kind.
   */
  async #findWithOwn(
    person: SignedIn | null,
    shelves: readonly string[],
    kind: Pick<Prisma.DebateWhereInput, 'listing'> = {},
  ): Promise<OwnRow[]> {
    const of = { ...kind, ...(person && takenPartInBy(person)), visibility: { notIn: [...shelves] } };
    const [open, own] = await Promise.all([
      this.#find(person, { ...kind, visibility: 'public' }),
      person ? this.#find(person, of) : [],
    ]);
    const rows = new Map([...open, ...own].map((row) => [row.id, row]));
    return [...rows.values()].sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
  }

  /** Debates for a person's lists: public ones, and others in which they still participate. The most recently changed come first. */
  async #find(person: SignedIn | null, where: Prisma.DebateWhereInput): Promise<OwnRow[]> {
    const rows = await this.#database.prisma.debate.findMany({
      where,
      orderBy: { changedAt: 'desc' },
      include: {
        participants: { where: { userId: person?.id ?? '' }, select: { id: true } },
      },
      take: LISTED,
    });
    const theirs = await Promise.all(rows.map((row) => row.visibility === 'public' || this.#takesPart(row)));
    return rows.filter((_, index) => theirs[index]);
  }

  /** True if this participant has not been removed or banned since. */
  async #takesPart({ id, listing, participants: [own] }: OwnRow): Promise<boolean> {
    if (!own) return false;
    const { out } = debateListingSchema.parse(listing);
    if (out) return !out.includes(own.id);
    const standing = await this.#rooms.withKnown(
      id,
      (room) => room?.state.participants.get(own.id)?.membership,
    );
    return standing === 'member';
  }

  #listed({ id, title, listing, changedAt }: Row): DebateListItem {
    const { out, restricted, moderators, owner, names, ...card } = debateListingSchema.parse(listing);
    return { id, title, ...card, present: this.#presentIn(id), changedAt: changedAt.getTime() };
  }

  async #mayRead(room: DebateRoom, person: SignedIn): Promise<boolean> {
    return (await this.#problem(room, person)) === null;
  }

  async #problem(room: DebateRoom, person: SignedIn): Promise<RejectionCode | null> {
    return readingProblem(room.state, await this.#participants.find(room.id, person));
  }
}

function takenPartInBy({ id }: SignedIn) {
  return { participants: { some: { userId: id } } };
}
