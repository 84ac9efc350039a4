import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { audienceIn, projectStanding, projectState, viewerIn } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type Claim, REACTIONS } from '#domain/debate/map/claim.ts';
import { isAsked } from '#domain/debate/tasks/asked.ts';
import { progressOf } from '#domain/debate/tasks/progress.ts';
import { tasksInOrder } from '#domain/debate/tasks/running-tasks.ts';
import { authorOf, isHiddenFrom } from '#domain/debate/visibility/hidden-content.ts';
import { readingProblem } from '../../log/reading-problem.ts';
import { SKIPPED } from './json-members.ts';

/**
 * A debate's data about a participant: their membership, their votes, and, in a debate they may read, the current state of what they wrote,
 * as they see it. Lists are looked through as they are written.
 */
export function dataInDebate(state: DebateState, id: string) {
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
export function decisionAbout(
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
