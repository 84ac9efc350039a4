import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { audienceIn, projectStanding, projectState, viewerIn } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type Claim, REACTIONS } from '#domain/debate/map/claim.ts';
import { redactForAuthor, unseenNamed } from '#domain/debate/projection/redact-named.ts';
import { isAsked } from '#domain/debate/tasks/asked.ts';
import { progressOf } from '#domain/debate/tasks/progress.ts';
import { tasksInOrder } from '#domain/debate/tasks/running-tasks.ts';
import { authorOf, isHiddenFrom } from '#domain/debate/visibility/hidden-content.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { FairQueue, type QueueBounds } from '../../limits/fair-queue.ts';
import { entriesAfter } from '../../log/entries-after.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { readingProblem } from '../../log/reading-problem.ts';
import { unlessNewer } from '../../log/refuse-newer.ts';
import { loadState } from '../../log/snapshots/snapshots.ts';
import type { Logger } from '../../logging/logger.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { makeAhead } from '../exports/make-ahead.ts';
import { jsonMembers, SKIPPED } from './json-members.ts';

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
    const account = await this.#account(userId);
    yield `${JSON.stringify({ format: 'parley-person', version: VERSION, exportedAt: new Date(this.#now()), ...account }, null, 1).slice(0, -2)},\n "debates": [`;
    let between = '\n';
    for (const part of await this.#partsOf(userId)) {
      for await (const piece of this.#debate(part)) {
        yield between + piece;
        between = '';
      }
      between = ',\n';
    }
    yield '\n ]\n}\n';
  }

  async #account(userId: string) {
    const { prisma } = this.#database;
    const person = await prisma.user.findUniqueOrThrow({ where: { id: userId } });
    const {
      id,
      name,
      email,
      oidcSubject,
      passwordHash,
      administrator,
      administratorBy,
      mayStart,
      createdAt,
    } = person;
    const signIns = await prisma.signIn.findMany({
      where: { userId },
      select: { method: true, label: true, scopes: true, createdAt: true, seenAt: true, expiresAt: true },
      orderBy: { createdAt: 'asc' },
    });
    const invitations = {
      kind: true,
      role: true,
      email: true,
      note: true,
      limit: true,
      uses: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
    } as const;
    const made = (await this.#partsOf(userId)).map(({ debateId, id: madeBy }) => ({ debateId, madeBy }));
    return {
      person: {
        id,
        name,
        email,
        oidcSubject,
        hasPassword: passwordHash !== null,
        administrator,
        administratorBy,
        mayStart,
        createdAt,
      },
      signIns: signIns.filter(({ method }) => method !== 'token').map(({ scopes: _, ...signIn }) => signIn),
      tokens: signIns
        .filter(({ method }) => method === 'token')
        .map(({ method: _, label: called, ...token }) => ({ name: called, ...token })),
      ...(await this.#secondFactorsOf(userId)),
      invitationsMade: await prisma.invitation.findMany({
        where: { OR: made },
        select: { debateId: true, ...invitations },
        orderBy: { createdAt: 'asc' },
      }),
      webhooks: await prisma.webhook.findMany({
        where: { OR: made },
        select: { debateId: true, url: true, failures: true, createdAt: true, endedAt: true },
        orderBy: { createdAt: 'asc' },
      }),
      invitationsMailed:
        email === null ? [] : await prisma.invitation.findMany({ where: { email }, select: invitations }),
      ...(await this.#notesOf(userId)),
    };
  }

  /** Their second factors, without any secret or key. */
  async #secondFactorsOf(userId: string) {
    const { prisma } = this.#database;
    return {
      authenticator: await prisma.authenticator.findUnique({
        where: { userId },
        select: { createdAt: true, confirmedAt: true },
      }),
      passkeys: await prisma.passkey.findMany({
        where: { userId },
        select: { name: true, transports: true, createdAt: true, usedAt: true },
        orderBy: { createdAt: 'asc' },
      }),
      recoveryCodesLeft: await prisma.recoveryCode.count({ where: { userId } }),
    };
  }

  /** Their notifications, notification settings and email settings. */
  async #notesOf(userId: string) {
    const { prisma } = this.#database;
    const notes = await prisma.note.findMany({
      where: { userId },
      select: { debateId: true, kind: true, about: true, at: true, read: true },
      // Those of one reveal by id: the order in which they were stored may be the one in which they were written, hidden.
      orderBy: [{ at: 'asc' }, { seq: 'asc' }, { kind: 'asc' }, { about: 'asc' }],
    });
    return {
      notes: notes.map((note) => ({ ...note, at: new Date(Number(note.at)) })),
      noteChoices: await prisma.noteChoice.findMany({
        where: { participant: { userId } },
        select: { debateId: true, level: true, muted: true },
      }),
      mailChoice: await prisma.mailChoice.findUnique({
        where: { userId },
        select: { pace: true, zone: true, hour: true },
      }),
    };
  }

  #partsOf(userId: string) {
    return this.#database.prisma.participant.findMany({
      where: { userId },
      select: { id: true, debateId: true, name: true, pseudonym: true, createdAt: true },
      orderBy: { createdAt: 'asc' },
    });
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
    const known = await finishInTurns(jsonMembers({ ...own, ...(state && ownIn(state, id)) }), 'files');
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

/**
 * A debate's data about a participant: their membership, their votes, and, in a debate they may read, the current state of what they wrote,
 * as they see it. Lists are looked through as they are written.
 */
function ownIn(state: DebateState, id: string) {
  const person = state.participants.get(id);
  const part = {
    role: person?.role,
    team: person?.team,
    showsVotes: person?.showsVotes ?? false,
    everShowedVotes: person?.everShowedVotes ?? false,
    joinedAt: person && new Date(person.joinedAt),
    standing: projectStanding(state, id),
    votes: each(state.votes, ([claimId, votes]) => {
      const vote = votes.get(id);
      return vote ? { claimId, ...vote } : SKIPPED;
    }),
    reactions: ratingsBy(state, id, (on, reaction) =>
      state.claims.has(on) ? { claimId: on, reaction: REACTIONS[reaction] } : SKIPPED,
    ),
    weights: ratingsBy(state, id, (on, weight) => (state.links.has(on) ? { linkId: on, weight } : SKIPPED)),
    supports: ratingsBy(state, id, (on) => (state.questions.has(on) ? on : SKIPPED)),
  };
  if (readingProblem(state, id)) return { ...part, readable: false };
  const view = projectState(state, audienceIn(state, id), id);
  return {
    ...part,
    readable: true,
    title: state.head?.title,
    motion: state.head?.motion,
    visibility: state.head?.visibility,
    status: state.head?.status,
    ...writtenIn(view, id),
    tasks: each(tasksInOrder(view), (task) =>
      person && isAsked(person, task) ? { ...task, done: progressOf(view, task, id) } : SKIPPED,
    ),
    ...reviewedIn(view, id),
    suggestions: ownOf(view.suggestions.values(), id, ({ by: _, ...suggestion }) => suggestion),
    reports: ownOf(view.reports.values(), id, ({ by: _, ...report }) => report),
  };
}

/** Contributions of a person, as they see them. */
function writtenIn(view: DebateState, id: string) {
  const own = <T extends Authored>(records: Iterable<T>) => ownOf(records, id, (record) => record);
  return {
    claims: ownOf(view.claims.values(), id, withoutAnswers),
    steelmanAnswers: steelmanAnswersBy(view, id),
    links: own(view.links.values()),
    comments: own(view.comments.values()),
    questions: own(view.questions.values()),
    signatures: own(view.signatures.values()),
    sources: own(view.sources.values()),
  };
}

/** Their content that is hidden or flagged. */
function reviewedIn(view: DebateState, id: string) {
  const isOnOwn = (one: { readonly id: string }) => authorOf(view, one.id) === id;
  return {
    hidden: each(view.hidden.values(), (hidden) => {
      if (!isOnOwn(hidden)) return SKIPPED;
      const { by: _, ...one } = hidden;
      return one;
    }),
    reviews: each(view.reviews.values(), (review) =>
      isOnOwn(review) ? { id: review.id, flags: review.flags.map(({ by: _, ...flag }) => flag) } : SKIPPED,
    ),
  };
}

interface Authored {
  readonly author: string;
}

/** The records converted one by one; some become `SKIPPED`. */
function* each<T>(records: Iterable<T>, convert: (record: T) => unknown): Iterable<unknown> {
  for (const record of records) yield convert(record);
}

/** A person's records, without their author. */
function ownOf<T extends Authored>(
  records: Iterable<T>,
  id: string,
  convert: (record: Omit<T, 'author'>) => unknown,
): Iterable<unknown> {
  return each(records, (record) => {
    // Copied only if it is theirs: a debate has many more of others.
    if (record.author !== id) return SKIPPED;
    const { author: _, ...own } = record;
    return convert(own);
  });
}

function* steelmanAnswersBy(view: DebateState, id: string): Iterable<unknown> {
  for (const { id: claimId, steelman } of view.claims.values()) {
    yield SKIPPED;
    for (const { author, ...answer } of steelman?.answers ?? [])
      if (author === id) yield { claimId, ...answer };
  }
}

/** A claim without others' answers to it, if it is a steelman. */
function withoutAnswers<T extends Pick<Claim, 'steelman'>>({ steelman, ...claim }: T) {
  if (!steelman) return claim;
  const { by, recognized } = steelman;
  return { ...claim, steelman: { by, recognized } };
}

/** A debate's current state, and what the person has reported in it so far. */
interface Known {
  readonly state: DebateState | null;
  readonly reported: ReadonlySet<string>;
}

/** A person’s ratings and what they are on, converted one by one. */
function ratingsBy(
  { ratings }: DebateState,
  id: string,
  convert: (on: string, value: number) => unknown,
): Iterable<unknown> {
  return each(ratings, ([on, onIt]) => {
    const own = onIt.get(id);
    return own ? convert(on, own.value) : SKIPPED;
  });
}

/**
 * A moderators' decision about a person, what they wrote or what they reported, as the person was notified of it; who decided it is left
 * out.
 */
function decisionAbout(
  { at, author, effect }: LogEntry,
  id: string,
  { state, reported }: Known,
): object | null {
  const when = { at: new Date(at) };
  if ('participantId' in effect)
    return effect.participantId === id && author !== id ? { ...when, ...effect } : null;
  if (state === null || author === id) return null;
  if (effect.type === 'flag.cleared' || effect.type === 'flag.set') {
    if (authorOf(state, effect.on) !== id) return null;
    if (effect.type === 'flag.cleared' || effect.other === null) return { ...when, ...effect };
    const isSeen = !isHiddenFrom(state, effect.other, viewerIn(audienceIn(state, id), id));
    return { ...when, ...effect, other: isSeen ? effect.other : null };
  }
  if (effect.type === 'report.settled') {
    const { type, outcome } = effect;
    const own = effect.ids.filter((about) => reported.has(about));
    return own.length > 0 ? { ...when, type, ids: own, outcome } : null;
  }
  if (!('ids' in effect)) return null;
  const ids = effect.ids.filter((about) => authorOf(state, about) === id);
  return ids.length > 0 ? { ...when, ...effect, ids } : null;
}
