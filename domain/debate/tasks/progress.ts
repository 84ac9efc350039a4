import type { Steps } from '../../collections/steps.ts';
import type { Comment } from '../comments/comment.ts';
import { claimsBy, commentsBy } from '../contributions/contributions.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { mapPlaceOf, parentLinkOf } from '../map/tree.ts';
import { authorOf, dependencyPath, dependentsOf } from '../visibility/hidden-content.ts';
import { claimsVotedOn } from '../votes/claims-voted-on.ts';
import type { Vote } from '../votes/vote.ts';
import type { Task } from './task.ts';

/*
 * How far people are with tasks follows from what stands now of what they did while a task ran. Calculated for a viewer from their projection
 * or from the log's state, it is the same.
 */

/** The parts of a debate from which progress, and how tasks stand, follow. */
export const PROGRESS_PARTS = [
  'tasks',
  'claims',
  'links',
  'merges',
  'comments',
  'votes',
  'hidden',
  'embargoed',
  'participants',
  'agenda',
] as const satisfies readonly (keyof DebateState)[];

/** How many of what a task asks for a person has done, counted up to `most`. Costs what this person did, and what is hidden. */
export function progressOf(state: DebateState, task: Task, person: string, most = Infinity): number {
  const done = new Set<string>();
  for (const id of doneBy(state, task, person)) {
    done.add(id);
    if (done.size >= most) break;
  }
  return done.size;
}

/** The ids of what counts for a person's progress; an id may come more than once. */
function* doneBy(state: DebateState, task: Task, person: string): Generator<string> {
  const unseen = unseenBy(state, person);
  const counts = (id: string) => !unseen.has(id);
  switch (task.kind) {
    case 'claims':
    case 'replies':
    case 'sources':
      for (const id of claimsBy(state, person).keys()) {
        const claim = state.claims.get(id);
        const thing = claim ? doneByClaim(state, task, claim, counts) : null;
        if (thing !== null) yield thing;
      }
      return;
    case 'comments':
      for (const id of commentsBy(state, person).keys()) {
        const comment = state.comments.get(id);
        if (comment && isDoneComment(task, comment, counts)) yield id;
      }
      return;
    case 'votes':
      for (const id of claimsVotedOn(state.votes, person)) {
        const [claim, vote] = [state.claims.get(id), state.votes.get(id)?.get(person)];
        if (claim && vote && isDoneVote(state, task, claim, [person, vote], counts)) yield id;
      }
  }
}

/** Everyone's progress with one task, by person; people who have done nothing are not listed. */
export type Progress = ReadonlyMap<string, number>;

/** Everyone's progress with these tasks, by task. In small steps: it goes through all contributions and votes. */
export function* progressSteps(state: DebateState, tasks: readonly Task[]): Steps<Map<string, Progress>> {
  const progress = new Map<string, Progress>();
  if (tasks.length === 0) return progress;
  const roots = rootsOf(state);
  const unseen = dependentsOf(
    state,
    roots.filter((id) => isUnseen(state, id)),
  );
  yield;
  const forOne = dependentsOf(
    state,
    roots.filter((id) => !isUnseen(state, id)),
  );
  yield;
  let last: { readonly id: string; readonly authors: readonly string[] } | null = null;
  // Asked for everyone who voted on a claim, one after the other.
  const counts = (id: string, person: string) => {
    if (unseen.has(id)) return false;
    if (!forOne.has(id)) return true;
    if (last?.id !== id)
      last = { id, authors: [...dependencyPath(state, id)].flatMap((each) => onlyFor(state, each)) };
    return last.authors.every((author) => author === person);
  };
  for (const task of tasks) progress.set(task.id, yield* stepsOf(state, task, counts));
  return progress;
}

function* stepsOf(state: DebateState, task: Task, counts: IsCounted): Steps<Progress> {
  const done = new Map<string, number>();
  const add = (person: string) => done.set(person, (done.get(person) ?? 0) + 1);
  if (task.kind === 'comments') {
    for (const comment of state.comments.values()) {
      if (isDoneComment(task, comment, counts)) add(comment.author);
      yield;
    }
    return done;
  }
  if (task.kind === 'votes') {
    for (const [claimId, votes] of state.votes) {
      const claim = state.claims.get(claimId);
      for (const [person, vote] of claim ? votes : [])
        if (claim && isDoneVote(state, task, claim, [person, vote], counts)) add(person);
      yield;
    }
    return done;
  }
  const things = new Map<string, Set<string>>();
  for (const claim of state.claims.values()) {
    const thing = doneByClaim(state, task, claim, counts);
    const ofPerson = things.get(claim.author) ?? new Set();
    if (thing !== null && !ofPerson.has(thing)) {
      things.set(claim.author, ofPerson.add(thing));
      add(claim.author);
    }
    yield;
  }
  return done;
}

/** True if something is there for the person: what waits for approval is there for its author; what was hidden or sent back is not. */
type IsCounted = (id: string, person: string) => boolean;

/** The ids of everything that is not there for a person, in the state they were last looked up in. */
const unseenIn = new WeakMap<DebateState, { readonly person: string; readonly ids: ReadonlySet<string> }>();

function unseenBy(state: DebateState, person: string): ReadonlySet<string> {
  const known = unseenIn.get(state);
  if (known?.person === person) return known.ids;
  const roots = rootsOf(state).filter(
    (id) => isUnseen(state, id) || onlyFor(state, id).some((author) => author !== person),
  );
  const ids = dependentsOf(state, roots);
  unseenIn.set(state, { person, ids });
  return ids;
}

function rootsOf({ hidden, embargoed }: DebateState): string[] {
  return [...hidden.keys(), ...embargoed.keys()];
}

/** True if something was hidden or sent back: then it counts for nobody. */
function isUnseen({ hidden }: DebateState, id: string): boolean {
  const status = hidden.get(id)?.status;
  return status === 'hidden' || status === 'sent_back';
}

/** The authors of something that waits for approval or the end of a blind phase: it counts for them alone. */
function onlyFor(state: DebateState, id: string): string[] {
  const isPending = state.hidden.get(id)?.status === 'pending_approval';
  return [isPending ? (authorOf(state, id) ?? '') : [], state.embargoed.get(id)?.author ?? []].flat();
}

/** The claim that counts for a task because of this one: itself, or the one it answers; null: none. */
function doneByClaim(state: DebateState, task: Task, claim: Claim, counts: IsCounted): string | null {
  const { id, author, sources, tasks = [] } = claim;
  if (!tasks.includes(task.id) || !stands(state, claim) || !counts(id, author)) return null;
  if (task.kind === 'sources') return sources.length > 0 ? id : null;
  const answered = answeredBy(state, claim);
  if (task.kind === 'replies') return answered;
  // A reply that counts as an answer doesn't count as a claim too.
  const isAnswer = answered !== null && tasks.some((other) => state.tasks.get(other)?.kind === 'replies');
  return isAnswer ? null : id;
}

/** The claim by someone else that a claim replies to, or whose link it undercuts; null: none. */
function answeredBy(state: DebateState, claim: Claim): string | null {
  const link = parentLinkOf(state, claim.id);
  const place = link ? mapPlaceOf(state, link.target) : null;
  const answered = place?.kind === 'claim' ? state.claims.get(place.id) : undefined;
  return answered && answered.author !== claim.author ? answered.id : null;
}

function isDoneComment(task: Task, { id, author, withdrawn, tasks }: Comment, counts: IsCounted): boolean {
  return !withdrawn && tasks?.includes(task.id) === true && counts(id, author);
}

function isDoneVote(
  state: DebateState,
  task: Task,
  claim: Claim,
  [person, { tasks }]: readonly [string, Vote],
  counts: IsCounted,
): boolean {
  if (tasks?.includes(task.id) !== true || claim.author === person) return false;
  return stands(state, claim) && counts(claim.id, person);
}

function stands(state: DebateState, { id, retracted }: Claim): boolean {
  return !retracted && !state.merges.has(id);
}
