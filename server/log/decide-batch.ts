import { carryShownClaims, mayChangeShownClaims } from '../../domain/debate/claims/shown-claims.ts';
import { decide } from '../../domain/debate/engine/decide.ts';
import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { type Actor, actorOf } from '../../domain/debate/engine/permissions.ts';
import { refuse } from '../../domain/debate/engine/refusal.ts';
import { addsText } from '../../domain/debate/engine/registry.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { toLogEntries } from '../../domain/debate/engine/to-log-entries.ts';
import { toStoredEntry } from '../../domain/debate/engine/upcast.ts';
import { cursorFor } from '../../domain/debate/projection/audience-sequence.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { type DebateListing, listingOf, peopleOf, shelfOf } from './debate-listing.ts';
import type { AppendRequest } from './operation-log.ts';
import type { QueuedSubmission } from './submission.ts';

/** A batch decided on a state: the entries to write, an answer for each submission decided, and the resulting state. */
export interface DecidedBatch {
  readonly state: DebateState;
  readonly entries: readonly LogEntry[];
  readonly answers: readonly OperationAnswer[];
  readonly request: AppendRequest;
}

/**
 * Decides submissions one after another, each on the state after the ones before it. Authorization is part of it, with the roles of that
 * same state: once a ban is decided, all further operations of that person are refused. An operation on which the rules throw (`failed` is
 * called with the error) is refused, and doesn't affect the others. `textProblem`: why no more text is stored; what adds some is refused.
 * `hasTime`: false to stop, because some operations take a hundred times longer than others; the first is decided in any case.
 */
export function decideBatch(
  debateId: string,
  before: DebateState,
  submissions: readonly QueuedSubmission[],
  now: number,
  failed: (error: unknown) => void,
  textProblem: RejectionCode | null,
  hasTime = () => true,
): DecidedBatch {
  let state = before;
  const entries: LogEntry[] = [];
  const decideOne = (submission: QueuedSubmission): OperationAnswer => {
    if (submission.keptOut) return refuse(submission.keptOut);
    const { onlyAfter = state.seq } = submission;
    if (onlyAfter !== state.seq) return refuse('busy');
    const actor = actorFor(state, submission.actor);
    if (actor === null) return refuse('not_joined');
    const decision = decide(state, submission.operation, actor, now);
    if (!decision.ok) return decision;
    if (textProblem && addsText(submission.operation)) return refuse(textProblem);
    const people = { actor: actor.id, author: decision.author ?? submission.author };
    const stamped = toLogEntries(state, decision.effects, people, now);
    state = evolveAll(state, stamped);
    entries.push(...stamped);
    return { ok: true, seq: cursorFor(state, actor.id).seq };
  };
  const answers: OperationAnswer[] = [];
  for (const submission of submissions) {
    if (answers.length > 0 && !hasTime()) break;
    try {
      answers.push(decideOne(submission));
    } catch (error) {
      failed(error);
      answers.push(refuse('invalid'));
    }
  }
  const request: AppendRequest = {
    debateId,
    head: before.seq,
    entries: entries.map(toStoredEntry),
    answers: submissions.slice(0, answers.length).map(({ clientId, clientSeq, hash }, index) => ({
      clientId,
      clientSeq,
      hash,
      answer: answers[index],
    })),
    shownAt: cursorFor(state, null).at,
    ...listingChange(before, state, entries),
    ...shelfChange(before, state),
  };
  return { state, entries, answers, request };
}

function actorFor(state: DebateState, id: string): Actor | null {
  return id === SYSTEM ? { id: SYSTEM, role: 'system' } : actorOf(state, id);
}

function shelfChange(
  before: DebateState,
  after: DebateState,
): Pick<AppendRequest, 'visibility' | 'accessChanged'> {
  if (after.head === null || (before.head && shelfOf(before.head) === shelfOf(after.head))) return {};
  return { visibility: shelfOf(after.head), accessChanged: true };
}

/**
 * The card, if it may have changed. Updated with every possible change: a count updated only with the next action would change at the
 * moment of a hidden action.
 */
function listingChange(
  before: DebateState,
  after: DebateState,
  entries: readonly LogEntry[],
): { listing?: DebateListing; title?: string } {
  carryShownClaims(before, entries, after);
  const same =
    before.head === after.head &&
    before.positions === after.positions &&
    !mayChangeShownClaims(entries) &&
    hasSamePeople(before, after);
  return same ? {} : { listing: listingOf(after), title: after.head?.title ?? '' };
}

function hasSamePeople(before: DebateState, after: DebateState): boolean {
  if (before.participants === after.participants) return true;
  return JSON.stringify(peopleOf(before)) === JSON.stringify(peopleOf(after));
}
