import { decide, stamp } from '../debate/decide.ts';
import type { Effect, ProjectedEntry } from '../debate/entries.ts';
import { evolveAll } from '../debate/evolve.ts';
import type { Operation } from '../debate/operations.ts';
import { actorOf } from '../debate/permissions.ts';
import { type Rejection, rejection } from '../debate/rejections.ts';
import type { DebateState } from '../debate/state.ts';
import { carryPending, revisionIn, settleOnText, textOf, withoutPending } from './carry-text.ts';
import type { OperationAnswer, PendingOperation } from './pending-operation.ts';

/**
 * One participant's copy of a debate: what the server's entries make (`confirmed`), own operations on their way
 * (`pending`), and what is shown (`view`): the one with the other on top. All functions here are pure.
 */
export interface Replica {
  readonly participantId: string | null;
  readonly confirmed: DebateState;
  readonly pending: readonly PendingOperation[];
  readonly view: DebateState;
}

/** What an operation is expected to do, until the server's answer is there. */
export type Forecast =
  | { readonly ok: true; readonly state: DebateState; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly rejection: Rejection };

export function createReplica(confirmed: DebateState, participantId: string | null): Replica {
  return { participantId, confirmed, pending: [], view: confirmed };
}

/** What an operation would do to what is shown now. */
export function foretell(replica: Replica, operation: Operation): Forecast {
  return forecast(replica.view, settleOnText(operation, replica.view), replica.participantId);
}

/** Adds an own operation; it is shown at once where its forecast allows. */
export function submit(replica: Replica, clientSeq: number, asked: Operation): Replica {
  const operation = settleOnText(asked, replica.view);
  const pending = { clientSeq, operation, payload: null, sent: false, confirmedBy: null };
  const foretold = foretell(replica, operation);
  return {
    ...replica,
    pending: [...replica.pending, pending],
    view: foretold.ok ? foretold.state : replica.view,
  };
}

/**
 * Hands over the operation to send now, if there is one, its payload frozen. They go one after another, each when the
 * one before it is answered: the server may say "not now" to one, and what builds on it must not overtake it. An edit
 * also waits until an earlier own edit of its text is confirmed, so that the revision it names is one the server knows.
 * A resend has the payload of the first time.
 */
export function takeSendable(replica: Replica): { replica: Replica; toSend: readonly PendingOperation[] } {
  const next = replica.pending.find(({ confirmedBy }) => confirmedBy === null);
  if (!next || next.sent || isOnUnconfirmedText(replica, next)) return { replica, toSend: [] };
  const taken = { ...next, payload: next.payload ?? next.operation, sent: true };
  const pending = replica.pending.map((item) => (item === next ? taken : item));
  return { replica: { ...replica, pending }, toSend: [taken] };
}

function isOnUnconfirmedText({ pending }: Replica, { operation }: PendingOperation): boolean {
  const text = textOf(operation);
  return (
    text !== null && pending.some((item) => item.confirmedBy !== null && textOf(item.operation) === text)
  );
}

/** The way to the server was lost: what has no answer is sent again when it is back, under the same identity. */
export function loseConnection(replica: Replica): Replica {
  return { ...replica, pending: replica.pending.map((item) => ({ ...item, sent: false })) };
}

/** The server could not take an operation just now: it is sent again later. */
export function postpone(replica: Replica, clientSeq: number): Replica {
  const pending = replica.pending.map((item) =>
    item.clientSeq === clientSeq ? { ...item, sent: false } : item,
  );
  return { ...replica, pending };
}

/** Takes the server's answer to an own operation. A refused one leaves; the caller shows it with its reason. */
export function acknowledge(replica: Replica, clientSeq: number, answer: OperationAnswer): Replica {
  const { confirmed, pending } = replica;
  const answered = pending.find((item) => item.clientSeq === clientSeq);
  if (!answered) return replica;
  // Its entry may have come before its answer (after a reconnect): then it was folded as if another's.
  const left =
    answer.ok && answer.seq > confirmed.seq
      ? pending.map((item) => (item === answered ? { ...item, confirmedBy: answer.seq } : item))
      : withoutPending(pending, answered, confirmed);
  return show({ ...replica, pending: left });
}

/**
 * Takes entries from the server up to `to` (beyond the last, where another audience's are left out), and own votes; `at` is
 * the server's time of the entry `to`.
 * Those that are known already (a frame and an answer to `open` crossed) are passed over.
 */
export function receive(
  replica: Replica,
  to: number,
  entries: readonly ProjectedEntry[],
  own: readonly ProjectedEntry[] = [],
  at?: number,
): Replica {
  const { confirmed } = replica;
  if (to <= confirmed.seq) return replica;
  const isNew = ({ seq }: ProjectedEntry) => seq > confirmed.seq;
  const folded = evolveAll(confirmed, entries.filter(isNew));
  const withOwn = evolveAll(folded, own.filter(isNew));
  return rebase(replica, { ...withOwn, seq: to, at: at ?? folded.at });
}

/** Goes on from another confirmed state (a snapshot), keeping what is pending. An older one than is known is no help. */
export function restart(replica: Replica, confirmed: DebateState, participantId: string | null): Replica {
  const newer = confirmed.seq >= replica.confirmed.seq ? confirmed : replica.confirmed;
  return rebase({ ...replica, participantId }, newer);
}

/**
 * Goes on from a log that is not the one known until now: the database was restored from a backup. What is pending is asked
 * for again, and so is what had been acknowledged and is gone with the entry it made.
 */
export function rewind(replica: Replica, confirmed: DebateState, participantId: string | null): Replica {
  return show({ ...replica, participantId, confirmed, pending: replica.pending.map(unanswered) });
}

/** An operation as if there had been no answer to it. */
export function unanswered(item: PendingOperation): PendingOperation {
  return { ...item, sent: false, confirmedBy: null };
}

/**
 * Goes on with operations that were pending when the board was left, before any made since. `revisions` are the confirmed
 * ones of the texts they edit, as they were then: what others wrote since is carried through them.
 */
export function resume(
  replica: Replica,
  left: readonly PendingOperation[],
  revisions: Readonly<Record<string, number>>,
): Replica {
  const { confirmed, pending } = replica;
  const carried = carryPending(left, (claimId) => revisions[claimId] ?? 1, confirmed);
  const unsent = unconfirmed(carried, confirmed).map((item) => ({ ...item, sent: false }));
  return show({ ...replica, pending: [...unsent, ...pending] });
}

function rebase(replica: Replica, confirmed: DebateState): Replica {
  const revisionOf = (claimId: string) => revisionIn(replica.confirmed, claimId);
  const pending = unconfirmed(carryPending(replica.pending, revisionOf, confirmed), confirmed);
  return show({ ...replica, confirmed, pending });
}

function unconfirmed(pending: readonly PendingOperation[], { seq }: DebateState): PendingOperation[] {
  return pending.filter(({ confirmedBy }) => confirmedBy === null || confirmedBy > seq);
}

/** Makes what is shown: what is confirmed, with the pending operations that still fit on top. */
function show(replica: Replica): Replica {
  let view = replica.confirmed;
  for (const { operation } of replica.pending) {
    const foretold = forecast(view, operation, replica.participantId);
    if (foretold.ok) view = foretold.state;
  }
  return { ...replica, view };
}

function forecast(state: DebateState, operation: Operation, participantId: string | null): Forecast {
  const actor = participantId === null ? null : actorOf(state, participantId);
  if (actor === null) return { ok: false, rejection: rejection('not_joined') };
  const decision = decide(state, operation, actor);
  if (!decision.ok) return decision;
  const people = { actor: actor.id, author: actor.id };
  const entries = stamp(state, decision.effects, people, state.at);
  return { ok: true, state: evolveAll(state, entries), effects: decision.effects };
}
