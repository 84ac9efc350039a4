import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { QuotaName } from '../../limits/allowances.ts';
import { nextTurn } from '../../timing/next-turn.ts';

const MEGABYTE = 1_000_000;
/** Entries whose bytes are counted per statement: the embedded database runs on the server's thread. */
const AT_ONCE = 5_000;
/** Debates looked up per statement. */
const SOME = 100;

/** A debate with entries whose bytes are not counted. */
interface Uncounted {
  readonly id: string;
  readonly countedTo: number;
  readonly head: number;
}

export type Quotas = Readonly<Record<QuotaName, number | null>>;

/** A quota as administrators see it. `used`: by the server; null for quotas of single people. */
export interface QuotaUse {
  readonly name: QuotaName;
  readonly limit: number | null;
  readonly used: number | null;
}

interface Use {
  readonly debates: number;
  readonly bytes: number;
}

/**
 * Counts what debates take, and refuses more where it is created. A person's quotas refuse only what that person starts: others write in
 * their debates too. Bytes are those of the log's entries, imported ones included; deleted debates count until they are purged. Each entry
 * is counted once, a while after it was written: a quota may be exceeded by what came in between, or by requests at the same moment.
 */
export class StoredQuotas {
  readonly #database: Database;
  readonly #quotas: Quotas;
  #isServerFull = false;
  #full: ReadonlySet<string> = new Set();

  constructor(database: Database, quotas: Quotas) {
    this.#database = database;
    this.#quotas = quotas;
  }

  /** Why a person can't start another debate or small group; null: they can. Administrators have no quota of their own. */
  async problem(person: SignedIn): Promise<RejectionCode | null> {
    const { personDebates, personMegabytes, serverDebates, serverMegabytes } = this.#quotas;
    if (serverDebates !== null || serverMegabytes !== null) {
      const { debates, bytes } = await this.#ofServer();
      if (isOver(debates, serverDebates) || isOver(bytes, serverMegabytes, MEGABYTE)) return 'server_full';
    }
    if (person.administrator || (personDebates === null && personMegabytes === null)) return null;
    const { debates, bytes } = await this.#ofPerson(person.id);
    return isOver(debates, personDebates) || isOver(bytes, personMegabytes, MEGABYTE) ? 'debates_full' : null;
  }

  /** Why no more text is stored in a debate; null: it is. As of the last look. */
  problemIn(debateId: string): RejectionCode | null {
    if (this.#isServerFull) return 'server_full';
    return this.#full.has(debateId) ? 'storage_full' : null;
  }

  /** Counts what was written since the last look, by any server, and notes what is full. */
  async look(): Promise<void> {
    await this.#countAll();
    const { debateMegabytes, serverMegabytes } = this.#quotas;
    this.#isServerFull =
      serverMegabytes !== null && isOver((await this.#ofServer()).bytes, serverMegabytes, MEGABYTE);
    const full =
      debateMegabytes === null
        ? []
        : await this.#database.prisma.debate.findMany({
            where: { bytes: { gte: debateMegabytes * MEGABYTE } },
            select: { id: true },
          });
    this.#full = new Set(full.map(({ id }) => id));
  }

  /** All quotas, with what this server holds. */
  async shown(): Promise<QuotaUse[]> {
    const { debates, bytes } = await this.#ofServer();
    const used = { serverDebates: debates, serverMegabytes: Math.ceil(bytes / MEGABYTE) };
    return (Object.keys(this.#quotas) as QuotaName[]).map((name) => ({
      name,
      limit: this.#quotas[name],
      used: name in used ? used[name as keyof typeof used] : null,
    }));
  }

  async #ofServer(): Promise<Use> {
    const [row] = await this.#database.prisma.$queryRaw<Use[]>`
      SELECT count(*)::int AS debates, coalesce(sum(bytes), 0)::float8 AS bytes FROM debate`;
    return row ?? { debates: 0, bytes: 0 };
  }

  /** Small groups count by their bytes alone. A debate whose card is of an earlier release counts for its creator. */
  async #ofPerson(userId: string): Promise<Use> {
    const [row] = await this.#database.prisma.$queryRaw<Use[]>`
      SELECT count(*) FILTER (WHERE created.payload->>'plenary' IS NULL)::int AS debates,
             coalesce(sum(d.bytes), 0)::float8 AS bytes
      FROM participant p
      JOIN debate d ON d.id = p.debate_id
      JOIN log_entry created ON created.debate_id = d.id AND created.seq = 1
      WHERE p.user_id = ${userId} AND p.id = coalesce(d.listing->>'owner', created.author_id)`;
    return row ?? { debates: 0, bytes: 0 };
  }

  async #countAll(): Promise<void> {
    for (let found = SOME; found === SOME; ) {
      const changed = await this.#database.prisma.$queryRaw<Uncounted[]>`
        SELECT id, counted_to AS "countedTo", head FROM debate WHERE head > counted_to LIMIT ${SOME}`;
      for (const debate of changed) await this.#count(debate);
      found = changed.length;
    }
  }

  async #count({ id, countedTo, head }: Uncounted): Promise<void> {
    for (let from = countedTo; from < head; ) {
      const to = Math.min(head, from + AT_ONCE);
      // If another node counts the same, one of them changes nothing.
      await this.#database.prisma.$executeRaw`
        UPDATE debate SET counted_to = ${to}::int, bytes = bytes + (
          SELECT coalesce(sum(octet_length(e.payload::text)), 0) FROM log_entry e
          WHERE e.debate_id = ${id} AND e.seq > ${from}::int AND e.seq <= ${to}::int)
        WHERE id = ${id} AND counted_to = ${from}::int`;
      from = to;
      await nextTurn();
    }
  }
}

function isOver(used: number, quota: number | null, unit = 1): boolean {
  return quota !== null && used >= quota * unit;
}
