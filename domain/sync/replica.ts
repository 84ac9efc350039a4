import type { decide } from '../debate/engine/decide.ts';
import type { Effect, ProjectedEntry } from '../debate/engine/entries.ts';
import { evolveAll } from '../debate/engine/evolve.ts';
import type { Operation } from '../debate/engine/operations.ts';
import { actorOf } from '../debate/engine/permissions.ts';
import { type Rejection, rejection } from '../debate/engine/rejections.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { toLogEntries } from '../debate/engine/to-log-entries.ts';
import {
  isTextEdit,
  revisionIn,
  type TextEdit,
  type TextName,
  textIn,
  textNamed,
} from '../debate/texts/texts.ts';
import { applyChange } from '../ot/text-change.ts';
import { blankPending } from './blank-pending.ts';
import { liveText } from './live-text.ts';
import { editOf, type OperationAnswer, type PendingOperation, textOf, textsOf } from './pending-operation.ts';
import { rebasePendingEdits, settleOnText, UNREBASABLE, withMore, withoutPending } from './rebase-edits.ts';
import {
  arrivedIn,
  foldCollectingChanges,
  type KnownText,
  NOTHING_ARRIVED,
  type RemoteTextChanges,
  replacedTexts,
} from './remote-text-changes.ts';

/**
 * One participant's copy of a debate: what the server's entries make (`confirmed`), own operations on their way
 * (`pending`), and what is shown (`view`): the one with the other on top. All functions here are pure.
 */
export interface Replica {
  readonly participantId: string | null;
  readonly confirmed: DebateState;
  readonly pending: readonly PendingOperation[];
  readonly view: DebateState;
  /** How texts came from the confirmed state before to this one. */
  readonly arrived: RemoteTextChanges;
  /** What own operations are expected to do; null where a page does not know the rules yet: it fetches them after the first cards. */
  readonly decide: Decide | null;
}

/** The rules, as `engine/decide.ts` has them. */
export type Decide = typeof decide;

/** What an operation is expected to do, until the server's answer is there. */
export type Prediction =
  | { readonly ok: true; readonly state: DebateState; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly rejection: Rejection };

export function createReplica(
  confirmed: DebateState,
  participantId: string | null,
  decide: Decide | null,
): Replica {
  return { participantId, confirmed, pending: [], view: confirmed, arrived: NOTHING_ARRIVED, decide };
}

/** Gives a copy the rules: what is pending is shown as they have it. */
export function enablePrediction(replica: Replica, decide: Decide): Replica {
  return replica.decide === decide ? replica : show({ ...replica, decide });
}

/** What an operation would do to what is shown now; nothing, where the rules are not known yet. */
export function predict(replica: Replica, operation: Operation): Prediction {
  return applyOptimistically(replica, replica.view, settleOnText(operation, replica.view));
}

/** Adds an own operation; it is shown at once where its forecast allows. */
export function submit(replica: Replica, clientSeq: number, asked: Operation): Replica {
  const operation = settleOnText(asked, replica.view);
  const pending = { clientSeq, operation, payload: null, sent: false, confirmedBy: null };
  const foretold = predict(replica, operation);
  return {
    ...replica,
    pending: [...replica.pending, pending],
    view: foretold.ok ? foretold.state : replica.view,
  };
}

/**
 * Adds an edit that somebody types: as one with what they typed before, where that is not sent yet. Its number is used
 * only where it is not joined to another.
 */
export function submitTyping(replica: Replica, clientSeq: number, edit: TextEdit): Replica {
  const last = lastTyped(replica, textNamed(edit));
  const joined = last && withMore(last.edit, edit);
  if (!last || !joined) return submit(replica, clientSeq, edit);
  const before = replica.pending.slice(0, -1);
  const text = liveText({ ...replica, pending: before }, textNamed(edit))?.text ?? '';
  // Typed and taken away again before it was sent: there is nothing to ask for.
  const isNothing = applyChange(text, joined.change) === text;
  const pending = isNothing ? before : [...before, { ...last.item, operation: joined }];
  return show({ ...replica, pending });
}

/** Whether typing would be joined to what was typed before. */
export function coalescesWithPending(replica: Replica, edit: TextEdit): boolean {
  const last = lastTyped(replica, textNamed(edit));
  return last !== null && withMore(last.edit, edit) !== null;
}

/** The last operation, where it is an edit of this text that was not sent yet. */
function lastTyped({ pending }: Replica, name: TextName): { item: PendingOperation; edit: TextEdit } | null {
  const item = pending.at(-1);
  const edit = item && item.payload === null && !item.maybeSent ? editOf(item, name) : null;
  return item && edit && edit.base !== UNREBASABLE ? { item, edit } : null;
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
  if (replica.confirmed.seq <= (next.retryAfterSeq ?? -1)) return { replica, toSend: [] };
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

/** Nothing more is heard of the debate: what is stored already is not waited for. */
export function dropAcknowledged(replica: Replica): Replica {
  return show({ ...replica, pending: replica.pending.filter(({ confirmedBy }) => confirmedBy === null) });
}

/** The server could not take an operation just now: it is sent again later. */
export function markForResend(replica: Replica, clientSeq: number): Replica {
  const pending = replica.pending.map((item) =>
    item.clientSeq === clientSeq ? { ...item, sent: false } : item,
  );
  return { ...replica, pending };
}

/** The server knows an operation in another form, sent by a page that did not live to note it: which, is not known here. */
export function markPayloadUnknown(replica: Replica, clientSeq: number): Replica {
  const pending = replica.pending.map((item) =>
    item.clientSeq === clientSeq ? { ...item, payload: null, maybeSent: true } : item,
  );
  return { ...replica, pending };
}

/** Takes the server's answer to an own operation. A refused one leaves; the caller shows it with its reason. */
export function acknowledge(replica: Replica, clientSeq: number, answer: OperationAnswer): Replica {
  const { confirmed, pending } = replica;
  const answered = pending.find((item) => item.clientSeq === clientSeq);
  if (!answered) return replica;
  // Its entry may have come before its answer (after a reconnect): then it was folded as if another's. So it will be where
  // it is an edit whose form is not known.
  const isOther = answered.payload === null && isTextEdit(answered.operation);
  const left =
    answer.ok && answer.seq > confirmed.seq && !isOther
      ? pending.map((item) => (item === answered ? { ...item, confirmedBy: answer.seq } : item))
      : withoutPending(pending, answered, confirmed);
  return show({ ...replica, pending: left });
}

/**
 * Whether an edit that the server could not merge as it was sent may be asked for again: it has been carried along since, or
 * will be when what the server knows more arrives. That is waited for once.
 */
export function canResubmit({ pending }: Replica, clientSeq: number, { code }: Rejection): boolean {
  const item = pending.find((candidate) => candidate.clientSeq === clientSeq);
  if (code !== 'base_too_old' || !item || !isTextEdit(item.operation)) return false;
  if (item.operation.base === UNREBASABLE) return false;
  return isOtherThanAsked(item) || item.retryAfterSeq === undefined;
}

/** Asks for an edit again under a new number: see `mayAskAgain`. */
export function resubmit(replica: Replica, clientSeq: number, newSeq: number): Replica {
  const pending = replica.pending.map((item) => {
    if (item.clientSeq !== clientSeq) return item;
    const retryAfterSeq = isOtherThanAsked(item) ? -1 : replica.confirmed.seq;
    const { maybeSent: _, ...anew } = item;
    return { ...anew, clientSeq: newSeq, payload: null, sent: false, retryAfterSeq };
  });
  return { ...replica, pending };
}

/** Has an edit been carried along since it was sent? One sent by a page before is known only as it is now. */
function isOtherThanAsked({ operation, payload, maybeSent = false }: PendingOperation): boolean {
  if (payload === null) return maybeSent;
  return isTextEdit(payload) && isTextEdit(operation) && operation.base > payload.base;
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
  const newer = entries.filter(isNew);
  const { state, arrived: noted } = foldCollectingChanges(confirmed, newer);
  // Where a text comes anew though all its changes came too, these say more than the difference does.
  const anew = replacedTexts(newer).filter((name) => {
    const told = noted.get(name)?.at(-1)?.to ?? revisionIn(confirmed, name);
    return textIn(confirmed, name) === null || told !== revisionIn(state, name);
  });
  const known = (name: TextName) => knownText(confirmed, replica.pending, name);
  const arrived =
    anew.length === 0
      ? noted
      : new Map([
          ...noted,
          ...arrivedIn(state, anew, known, replica.pending),
          // Of what was out of sight one knows nothing any more.
          ...anew.filter((name) => known(name).text === null).map((name) => [name, null] as const),
        ]);
  const withOwn = evolveAll(state, own.filter(isNew));
  return rebase(replica, { ...withOwn, seq: to, at: at ?? state.at }, arrived);
}

/** Goes on from another confirmed state (a snapshot), keeping what is pending. An older one than is known is no help. */
export function resetToSnapshot(
  replica: Replica,
  confirmed: DebateState,
  participantId: string | null,
): Replica {
  const newer = confirmed.seq >= replica.confirmed.seq ? confirmed : replica.confirmed;
  return begin({ ...replica, participantId }, newer);
}

/**
 * Goes on from a log that is not the one known until now: the database was restored from a backup. What is pending is asked
 * for again, and so is what had been acknowledged and is gone with the entry it made.
 */
export function resetToRestoredLog(
  replica: Replica,
  confirmed: DebateState,
  participantId: string | null,
): Replica {
  return begin({ ...replica, participantId, pending: replica.pending.map(asUnacknowledged) }, confirmed);
}

/** Goes on from a confirmed state without the entries that led to it. */
function begin(replica: Replica, next: DebateState): Replica {
  const { confirmed: before } = replica;
  const pending = blankPending(replica.pending, before, next);
  const names = [...next.histories.keys(), ...textsOf(pending.map(({ operation }) => operation))];
  const known = (name: TextName) => knownText(before, pending, name);
  return rebase({ ...replica, pending }, next, arrivedIn(next, names, known, pending));
}

/** An operation as if there had been no answer to it. */
export function asUnacknowledged(item: PendingOperation): PendingOperation {
  return { ...item, sent: false, confirmedBy: null };
}

/**
 * Goes on with operations that were pending when the board was left, before any made since. `known` are the confirmed
 * texts they edit, as they were then: what others wrote since is carried through them.
 */
export function restorePending(
  replica: Replica,
  left: readonly PendingOperation[],
  known: (name: TextName) => KnownText,
): Replica {
  const { confirmed, pending } = replica;
  const names = textsOf(left.map(({ operation }) => operation));
  const carried = rebasePendingEdits(left, arrivedIn(confirmed, names, known, left));
  const unsent = unconfirmed(carried, confirmed).map((item) => ({
    ...item,
    sent: false,
    ...(item.payload === null && { maybeSent: true }),
  }));
  return show({ ...replica, pending: [...unsent, ...pending] });
}

function rebase(replica: Replica, confirmed: DebateState, arrived: RemoteTextChanges): Replica {
  const pending = unconfirmed(rebasePendingEdits(replica.pending, arrived), confirmed);
  return show({ ...replica, confirmed, pending, arrived });
}

/** A confirmed text; one not known yet is an own one on its way: it begins at revision 1 as it was asked for. */
export function knownText(
  confirmed: DebateState,
  pending: readonly PendingOperation[],
  name: TextName,
): KnownText {
  const asked = pending.find(({ operation }) => isAdded(operation, name))?.operation;
  const text = textIn(confirmed, name) ?? (asked && 'text' in asked ? (asked.text ?? null) : null);
  return { revision: revisionIn(confirmed, name), text };
}

function isAdded(operation: Operation, name: TextName): boolean {
  if (operation.type === 'claim.add') return operation.claimId === name;
  return operation.type === 'comment.add' && operation.commentId === name;
}

function unconfirmed(pending: readonly PendingOperation[], { seq }: DebateState): PendingOperation[] {
  return pending.filter(({ confirmedBy }) => confirmedBy === null || confirmedBy > seq);
}

/** Makes what is shown: what is confirmed, with the pending operations that still fit on top. */
function show(replica: Replica): Replica {
  let view = replica.confirmed;
  for (const { operation } of replica.pending) {
    const foretold = applyOptimistically(replica, view, operation);
    if (foretold.ok) view = foretold.state;
  }
  return { ...replica, view };
}

function applyOptimistically(
  { participantId, decide }: Replica,
  state: DebateState,
  operation: Operation,
): Prediction {
  const actor = participantId === null ? null : actorOf(state, participantId);
  if (actor === null) return { ok: false, rejection: rejection('not_joined') };
  if (decide === null) return { ok: true, state, effects: [] };
  const decision = decide(state, operation, actor);
  if (!decision.ok) return decision;
  const people = { actor: actor.id, author: decision.author ?? actor.id };
  const entries = toLogEntries(state, decision.effects, people, state.at);
  const next = withTextAsItWas(state, evolveAll(state, entries), decision.effects);
  return { ok: true, state: next, effects: decision.effects };
}

/**
 * Splitting a claim, joining it and taking a suggested wording over rewrite its text as others do: what is typed meanwhile is typed on the text as it was, so
 * that is shown until the server has put the one before the other.
 */
function withTextAsItWas(before: DebateState, after: DebateState, effects: readonly Effect[]): DebateState {
  const effect = effects.find(isRewriting);
  const claim = effect && before.claims.get(effect.claimId);
  if (!claim) return after;
  const history = before.histories.get(claim.id);
  const histories = history ? after.histories.set(claim.id, history) : after.histories.delete(claim.id);
  return { ...after, histories, claims: after.claims.set(claim.id, claim) };
}

type Rewriting = Extract<Effect, { type: 'claim.divided' | 'claim.joined' | 'suggestion.settled' }>;

function isRewriting(effect: Effect): effect is Rewriting {
  return (
    effect.type === 'claim.divided' || effect.type === 'claim.joined' || effect.type === 'suggestion.settled'
  );
}
