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

/** How many of what a task asks for a person has done. Costs what this person did. */
export function progressOf(state: DebateState, task: Task, person: string): number {
  const counts = (id: string, of: string) => isSeenBy(state, id, of);
  switch (task.kind) {
    case 'claims':
    case 'replies':
    case 'sources': {
      const things = [...claimsBy(state, person).keys()].flatMap((id) => {
        const claim = state.claims.get(id);
        return claim ? (doneByClaim(state, task, claim, counts) ?? []) : [];
      });
      return new Set(things).size;
    }
    case 'comments':
      return [...commentsBy(state, person).keys()].filter((id) => {
        const comment = state.comments.get(id);
        return comment && isDoneComment(task, comment, counts);
      }).length;
    case 'votes':
      return [...claimsVotedOn(state.votes, person)].filter((id) => {
        const [claim, vote] = [state.claims.get(id), state.votes.get(id)?.get(person)];
        return claim && vote && isDoneVote(state, task, claim, [person, vote], counts);
      }).length;
  }
}

/** Everyone's progress with one task, by person; people who have done nothing are not listed. */
export type Progress = ReadonlyMap<string, number>;

/** Everyone's progress with these tasks, by task. In small steps: it goes through all contributions and votes. */
export function* progressSteps(state: DebateState, tasks: readonly Task[]): Steps<Map<string, Progress>> {
  const unseen = dependentsOf(state, [...state.hidden.keys(), ...state.embargoed.keys()]);
  yield;
  const counts = (id: string, person: string) => !unseen.has(id) || isSeenBy(state, id, person);
  const progress = new Map<string, Progress>();
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

/** True if something is there for a person who did it: what waits for approval is, what was hidden or sent back is not. */
type IsCounted = (id: string, person: string) => boolean;

function isSeenBy(state: DebateState, id: string, person: string): boolean {
  const { hidden, embargoed } = state;
  if (hidden.size === 0 && embargoed.size === 0) return true;
  for (const each of dependencyPath(state, id)) {
    const status = hidden.get(each)?.status;
    if (status === 'hidden' || status === 'sent_back') return false;
    if (status === 'pending_approval' && authorOf(state, each) !== person) return false;
    if ((embargoed.get(each)?.author ?? person) !== person) return false;
  }
  return true;
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
