import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import { redactForAuthor, unseenNamed } from '#domain/debate/projection/redact-named.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { FairQueue, type QueueBounds } from '../../limits/fair-queue.ts';
import { entriesAfter } from '../../log/entries-after.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { unlessNewer } from '../../log/refuse-newer.ts';
import { loadState } from '../../log/snapshots/snapshots.ts';
import type { Logger } from '../../logging/logger.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { makeAhead } from '../exports/make-ahead.ts';
import { accountData, partsOf } from './account-data.ts';
import { jsonMembers } from './json-members.ts';
import { dataInDebate, decisionAbout } from './person-in-debate.ts';

/** The version of the file that `docs/personal-data.md` describes. */
const VERSION = 1;
/** Two written at once: each holds what it reads of a debate in memory. Few are held: what is written waits for its reader there. */
const BOUNDS: QueueBounds = { held: { peopleOfAddress: 20, all: 40 }, running: { all: 2 } };

interface PersonExportParts {
  readonly database: Database;
  readonly log: OperationLog;
  /** The server's clock. */
  readonly now: () => number;
  readonly logger: Logger;
  /** The current request's network address. */
  readonly address: () => string;
}

/** One person's membership in a debate. */
interface PartIn {
  readonly id: string;
  readonly debateId: string;
  readonly name: string;
  readonly pseudonym: string | null;
  readonly createdAt: Date;
}

/** The part of the file about a debate, without the person's own entries. `unseen`: ids named there that they may not see now. */
interface Gathered {
  readonly known: readonly string[];
  readonly decisions: readonly string[];
  readonly unseen: ReadonlySet<string>;
  readonly head: number;
}

/** Everything stored about a person, as one JSON text in pieces: no debate is in memory longer than it takes to write it. */
export class PersonExport {
  readonly #database: Database;
  readonly #log: OperationLog;
  readonly #now: () => number;
  readonly #logger: Logger;
  readonly #address: () => string;
  readonly #busy = new Set<string>();
  readonly #queue = new FairQueue(BOUNDS);

  constructor({ database, log, now, logger, address }: PersonExportParts) {
    this.#logger = logger;
    this.#address = address;
    this.#now = now;
    this.#database = database;
    this.#log = log;
  }

  /**
   * The pieces, written ahead of their reader when their turn comes, so that a slow reader delays nobody. `too_fast` while another file of
   * the same person is being read, `busy` while the maximum number is. `left`: the requester has disconnected.
   */
  async write({ id }: SignedIn, left?: AbortSignal): Promise<AsyncGenerator<string> | 'too_fast' | 'busy'> {
    if (this.#busy.has(id)) return 'too_fast';
    this.#busy.add(id);
    const turn = await this.#queue.turn({ person: id, address: this.#address() }, left);
    if (turn === 'busy') {
      this.#busy.delete(id);
      return turn;
    }
    this.#logger.info({ person: id }, 'a copy of a person’s data was made');
    const pieces = this.#pieces(id);
    const end = () => {
      this.#busy.delete(id);
      // The next one begins only when this one has stopped reading debates.
      void pieces.return(undefined).then(turn.end, turn.end);
    };
    return makeAhead(() => pieces, { pass: turn.pass, end }, left);
  }

  async *#pieces(userId: string): AsyncGenerator<string> {
    const account = await accountData(this.#database.prisma, userId);
    yield `${JSON.stringify({ format: 'parley-person', version: VERSION, exportedAt: new Date(this.#now()), ...account }, null, 1).slice(0, -2)},\n "debates": [`;
    let between = '\n';
    for (const part of await partsOf(this.#database.prisma, userId)) {
      for await (const piece of this.#debate(part)) {
        yield between + piece;
        between = '';
      }
      between = ',\n';
    }
    yield '\n ]\n}\n';
  }

  async *#debate(part: PartIn): AsyncGenerator<string> {
    const { id, debateId, name, createdAt } = part;
    const gathered = await unlessNewer(() => this.#gather(part));
    if (gathered === null) {
      yield JSON.stringify({ debateId, participantId: id, name, createdAt, problem: 'server_outdated' });
      return;
    }
    const { known, decisions, unseen, head } = gathered;
    yield '{';
    yield* known;
    yield ', "did": [';
    let between = '\n  ';
    for await (const entry of this.#entries(debateId, head)) {
      if (entry.author !== id) continue;
      const did = redactForAuthor(entry.effect, (named) => !unseen.has(named));
      yield between + JSON.stringify({ at: new Date(entry.at), ...did });
      between = ',\n  ';
    }
    yield '], "decisions": [';
    between = '';
    for (const decision of decisions) {
      yield between + decision;
      between = ',';
    }
    yield ']}';
  }

  /** The parts that need the debate's state, as JSON: the state isn't held while a reader reads. */
  async #gather(part: PartIn): Promise<Gathered> {
    const { id, debateId, name, pseudonym, createdAt } = part;
    const state = (await loadState(this.#log, debateId))?.state ?? null;
    const mark = await this.#database.prisma.seenMark.findUnique({
      where: { debateId_participantId: { debateId, participantId: id } },
    });
    const seen = mark && {
      until: new Date(Number(mark.until)),
      left: new Date(Number(mark.left)),
      later: mark.later,
    };
    const own = { debateId, participantId: id, name, pseudonym, createdAt, seen };
    const known = await finishInTurns(
      jsonMembers({ ...own, ...(state && dataInDebate(state, id)) }),
      'files',
    );
    const decisions: string[] = [];
    const reported = new Set<string>();
    const unseen = new Set<string>();
    const head = state?.seq ?? 0;
    for await (const entry of this.#entries(debateId, head)) {
      if (entry.author === id) {
        if (entry.effect.type === 'report.made') reported.add(entry.effect.reportId);
        const viewer = state && viewerIn(audienceIn(state, id), id);
        if (viewer) for (const named of unseenNamed(entry.effect, state, viewer)) unseen.add(named);
      }
      const decision = decisionAbout(entry, id, { state, reported });
      if (decision) decisions.push(JSON.stringify(decision));
    }
    return { known, decisions, unseen, head };
  }

  async *#entries(debateId: string, upTo: number): AsyncGenerator<LogEntry> {
    for await (const entries of entriesAfter(this.#log, debateId, 0, upTo)) yield* entries;
  }
}
