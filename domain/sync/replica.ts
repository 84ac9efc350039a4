import { decide, stamp } from '../debate/decide.ts';
import type { Effect, ProjectedEntry } from '../debate/entries.ts';
import { evolve, evolveAll } from '../debate/evolve.ts';
import type { Operation } from '../debate/operations.ts';
import { actorOf } from '../debate/permissions.ts';
import { type Rejection, rejection } from '../debate/rejections.ts';
import type { DebateState } from '../debate/state.ts';
import { carryTextChanges, settleOnText } from './carry-text.ts';
import { type OperationAnswer, type PendingOperation, textOf } from './pending-operation.ts';

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
 * Hands over the operations to send now, their payloads frozen. An edit of a text waits for an earlier own edit of the
 * same text, so that the revision it names is one the server knows. A resend has the payload of the first time.
 */
export function takeSendable(replica: Replica): { replica: Replica; toSend: readonly PendingOperation[] } {
  const textsOnTheWay = new Set<string>();
  const toSend: PendingOperation[] = [];
  const pending = replica.pending.map((item) => {
    const text = textOf(item.operation);
    const waits = text !== null && textsOnTheWay.has(text);
    if (text !== null) textsOnTheWay.add(text);
    if (item.sent || item.confirmedBy !== null || waits) return item;
    const payload = item.payload ?? onRevision(replica.confirmed, item.operation);
    const taken = { ...item, payload, sent: true };
    toSend.push(taken);
    return taken;
  });
  return { replica: { ...replica, pending }, toSend };
}

/** The way to the server was lost: what has no answer is sent again when it is back, under the same identity. */
export function loseConnection(replica: Replica): Replica {
  return { ...replica, pending: replica.pending.map((item) => ({ ...item, sent: false })) };
}

/** Takes the server's answer to an own operation. A refused one leaves; the caller shows it with its reason. */
export function acknowledge(replica: Replica, clientSeq: number, answer: OperationAnswer): Replica {
  const pending = answer.ok
    ? replica.pending.map((item) =>
        item.clientSeq === clientSeq ? { ...item, confirmedBy: answer.seq } : item,
      )
    : replica.pending.filter((item) => item.clientSeq !== clientSeq);
  return rebase(replica, replica.confirmed, pending);
}

/** Takes entries from the server up to `to` (beyond the last, where another audience's are left out), and own votes. */
export function receive(
  replica: Replica,
  to: number,
  entries: readonly ProjectedEntry[],
  own: readonly ProjectedEntry[] = [],
): Replica {
  const folded = evolveAll(evolveAll(replica.confirmed, entries), own);
  return rebase(replica, { ...folded, seq: to }, replica.pending);
}

/** Goes on from another confirmed state (a snapshot), keeping what is pending. */
export function restart(replica: Replica, confirmed: DebateState, participantId: string | null): Replica {
  return rebase({ ...replica, participantId }, confirmed, replica.pending);
}

function rebase(replica: Replica, confirmed: DebateState, pending: readonly PendingOperation[]): Replica {
  const carried = carryTextChanges(pending, replica.confirmed, confirmed);
  const left = carried.filter(({ confirmedBy }) => confirmedBy === null || confirmedBy > confirmed.seq);
  let view = confirmed;
  for (const { operation } of left) {
    const foretold = forecast(view, operation, replica.participantId);
    if (foretold.ok) view = foretold.state;
  }
  return { ...replica, confirmed, pending: left, view };
}

function forecast(state: DebateState, operation: Operation, participantId: string | null): Forecast {
  const actor = participantId === null ? null : actorOf(state, participantId);
  if (actor === null) return { ok: false, rejection: rejection('not_joined') };
  const decision = decide(state, onRevision(state, operation), actor);
  if (!decision.ok) return decision;
  const people = { actor: actor.id, author: actor.id };
  const entries = stamp(state, decision.effects, people, state.at);
  return { ok: true, state: entries.reduce(evolve, state), effects: decision.effects };
}

/** A carried text change is always made on the text as it is in `state`: it names that revision. */
function onRevision(state: DebateState, operation: Operation): Operation {
  if (operation.type !== 'claim.edit') return operation;
  const base = state.claims.get(operation.claimId)?.revision ?? operation.base;
  return base === operation.base ? operation : { ...operation, base };
}
