import { Map as PersistentMap } from 'immutable';
import { ENTRY_SHAPE } from './entries.ts';
import { appendTo } from './persistent-index.ts';
import { placeCrossLink, placeParentLink } from './placement.ts';
import {
  type Answer,
  type Claim,
  type Comment,
  type DebateHead,
  type DebateState,
  EMPTY_STATE,
  type Link,
  type Participant,
  type Position,
  type Source,
  type TextHistory,
  type Vote,
} from './state.ts';

/** A state as JSON, for storage and for the wire: plain records in a fixed order, derived indexes left out. */
export interface DebateSnapshot {
  readonly shape: number;
  readonly seq: number;
  readonly at: number;
  readonly head: DebateHead | null;
  readonly positions: readonly Position[];
  readonly claims: readonly Claim[];
  readonly links: readonly Link[];
  readonly sources: readonly Source[];
  readonly comments: readonly Comment[];
  readonly participants: readonly Participant[];
  /** claim, participant, answer, wording */
  readonly votes: readonly (readonly [string, string, Answer, number])[];
  readonly histories: readonly (readonly [text: string, history: TextHistory])[];
}

/** The same state gives the same snapshot, whatever way it was reached: equality of states is equality of these. */
export function toSnapshot(state: DebateState): DebateSnapshot {
  return {
    shape: ENTRY_SHAPE,
    seq: state.seq,
    at: state.at,
    head: state.head,
    positions: inIdOrder(state.positions),
    claims: inIdOrder(state.claims),
    links: inIdOrder(state.links),
    sources: inIdOrder(state.sources),
    comments: commentsOf(state),
    participants: inIdOrder(state.participants),
    votes: votesOf(state),
    histories: [...state.histories].sort(([a], [b]) => compare(a, b)),
  };
}

export function fromSnapshot(snapshot: DebateSnapshot): DebateState {
  let state: DebateState = {
    ...EMPTY_STATE,
    seq: snapshot.seq,
    at: snapshot.at,
    head: snapshot.head,
    positions: byId(snapshot.positions),
    claims: byId(snapshot.claims),
    sources: byId(snapshot.sources),
    comments: byId(snapshot.comments),
    participants: byId(snapshot.participants),
    histories: PersistentMap(snapshot.histories),
  };
  for (const link of snapshot.links) {
    state = link.parent ? placeParentLink(state, link) : placeCrossLink(state, link);
  }
  let commentsOn = state.commentsOn;
  for (const comment of snapshot.comments) commentsOn = appendTo(commentsOn, comment.on.id, comment.id);
  let votes = state.votes;
  for (const [claimId, participantId, answer, wording] of snapshot.votes) {
    const vote: Vote = { answer, wording };
    votes = votes.update(claimId, PersistentMap<string, Vote>(), (of) => of.set(participantId, vote));
  }
  return { ...state, commentsOn, votes };
}

function votesOf(state: DebateState): [string, string, Answer, number][] {
  const votes: [string, string, Answer, number][] = [];
  for (const claimId of [...state.votes.keys()].sort()) {
    const ofClaim = [...(state.votes.get(claimId) ?? [])].sort(([a], [b]) => compare(a, b));
    for (const [participantId, { answer, wording }] of ofClaim)
      votes.push([claimId, participantId, answer, wording]);
  }
  return votes;
}

function byId<T extends { id: string }>(records: readonly T[]): PersistentMap<string, T> {
  return PersistentMap(records.map((record) => [record.id, record]));
}

function inIdOrder<T extends { id: string }>(records: PersistentMap<string, T>): T[] {
  return [...records.values()].sort((a, b) => compare(a.id, b.id));
}

/** In the order of the log under each target: the time does not tell, many may have been made in one millisecond. */
function commentsOf(state: DebateState): Comment[] {
  const ids = [...state.commentsOn.keys()].sort().flatMap((targetId) => state.commentsOn.get(targetId) ?? []);
  return ids.flatMap((id) => state.comments.get(id) ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
