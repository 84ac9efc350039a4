import type { decide } from '../debate/engine/decide.ts';
import type { Effect, ProjectedEntry } from '../debate/engine/entries.ts';
import { evolveAll } from '../debate/engine/evolve.ts';
import type { Operation } from '../debate/engine/operations.ts';
import { actorOf } from '../debate/engine/permissions.ts';
import { type Refusal, refuse } from '../debate/engine/refusal.ts';
import type { Rejection } from '../debate/engine/rejections.ts';
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
import {
  editedTextOf,
  editOf,
  type OperationAnswer,
  type PendingOperation,
  textsOf,
} from './pending-operation.ts';
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
 * One participant's copy of a debate: the server's entries folded (`confirmed`), own pending operations (`pending`), and what is shown
 * (`view`): pending on top of confirmed. All functions here are pure.
 */
export interface Replica {
  readonly participantId: string | null;
  readonly confirmed: DebateState;
  readonly pending: readonly PendingOperation[];
  readonly view: DebateState;
  /** The changes of texts from the previous confirmed state to this one. */
  readonly arrived: RemoteTextChanges;
  /** Predicts own operations; `null` while a page doesn't have the rules yet: it fetches them after the first cards. */
  readonly decide: Decide | null;
}

/** The rules, as in `engine/decide.ts`. */
export type Decide = typeof decide;

/** The expected effect of an operation, until the server answers. */
export type Prediction =
  | { readonly ok: true; readonly state: DebateState; readonly effects: readonly Effect[] }
  | Refusal;

export function createReplica(
  confirmed: DebateState,
  participantId: string | null,
  decide: Decide | null,
): Replica {
  return { participantId, confirmed, pending: [], view: confirmed, arrived: NOTHING_ARRIVED, decide };
}

/** Gives a replica the rules: pending operations are shown as predicted. */
export function enablePrediction(replica: Replica, decide: Decide): Replica {
  return replica.decide === decide ? replica : show({ ...replica, decide });
}

/** The effect of an operation on what is shown now; none while the rules are not loaded. */
export function predict(replica: Replica, operation: Operation): Prediction {
  return applyOptimistically(replica, replica.view, settleOnText(operation, replica.view));
}

/** Adds an own operation; it is shown at once if its prediction allows. */
export function submit(replica: Replica, clientSeq: number, asked: Operation): Replica {
  const operation = settleOnText(asked, replica.view);
  const pending = { clientSeq, operation, payload: null, sent: false, confirmedBy: null };
  const prediction = predict(replica, operation);
  return {
    ...replica,
    pending: [...replica.pending, pending],
    view: prediction.ok ? prediction.state : replica.view,
  };
}

/** Adds an edit as it is typed: joined to what was typed before, if that is not sent yet. Its number is only used if it isn't joined. */
export function submitTyping(replica: Replica, clientSeq: number, edit: TextEdit): Replica {
  const last = lastTyped(replica, textNamed(edit));
  const joined = last && withMore(last.edit, edit);
  if (!last || !joined) return submit(replica, clientSeq, edit);
  const before = replica.pending.slice(0, -1);
  const text = liveText({ ...replica, pending: before }, textNamed(edit))?.text ?? '';
  // Typed and deleted again before it was sent: there is nothing to submit.
  const isNothing = applyChange(text, joined.change) === text;
  const pending = isNothing ? before : [...before, { ...last.item, operation: joined }];
  return show({ ...replica, pending });
}

/** True if typing would be joined to what was typed before. */
export function coalescesWithPending(replica: Replica, edit: TextEdit): boolean {
  const last = lastTyped(replica, textNamed(edit));
  return last !== null && withMore(last.edit, edit) !== null;
}

/** The last operation, if it is an unsent edit of this text. */
function lastTyped({ pending }: Replica, name: TextName): { item: PendingOperation; edit: TextEdit } | null {
  const item = pending.at(-1);
  const edit = item && item.payload === null && !item.maybeSent ? editOf(item, name) : null;
  return item && edit && edit.base !== UNREBASABLE ? { item, edit } : null;
}

/**
 * Returns the operation to send now, if there is one, with its payload frozen. Operations are sent one after another, each when the one
 * before it is answered: the server may refuse one for now, and a later one that builds on it must not overtake it. An edit also waits
 * until an earlier own edit of its text is confirmed, so that the server knows the revision it refers to. A resend has the original
 * payload.
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
  const text = editedTextOf(operation);
  return (
    text !== null &&
    pending.some((item) => item.confirmedBy !== null && editedTextOf(item.operation) === text)
  );
}

/** Handles a lost connection: unanswered operations are sent again after reconnecting, under the same identity. */
export function loseConnection(replica: Replica): Replica {
  return { ...replica, pending: replica.pending.map((item) => ({ ...item, sent: false })) };
}

/** Drops acknowledged operations when no more entries will arrive: what is stored already is not waited for. */
export function dropAcknowledged(replica: Replica): Replica {
  return show({ ...replica, pending: replica.pending.filter(({ confirmedBy }) => confirmedBy === null) });
}

/** The server could not accept an operation for now: it is sent again later. */
export function markForResend(replica: Replica, clientSeq: number): Replica {
  const pending = replica.pending.map((item) =>
    item.clientSeq === clientSeq ? { ...item, sent: false } : item,
  );
  return { ...replica, pending };
}

/** The server knows an operation in another form, sent by a page that closed before recording it: which form is not known here. */
export function markPayloadUnknown(replica: Replica, clientSeq: number): Replica {
  const pending = replica.pending.map((item) =>
    item.clientSeq === clientSeq ? { ...item, payload: null, maybeSent: true } : item,
  );
  return { ...replica, pending };
}

/** Applies the server's answer to an own operation. A refused one is removed; the caller shows it with its reason. */
export function acknowledge(replica: Replica, clientSeq: number, answer: OperationAnswer): Replica {
  const { confirmed, pending } = replica;
  const answered = pending.find((item) => item.clientSeq === clientSeq);
  if (!answered) return replica;
  // Its entry may have arrived before its answer (after a reconnect): then it was folded as another participant's. The same happens to an
  // edit whose form is not known.
  const isOther = answered.payload === null && isTextEdit(answered.operation);
  const left =
    answer.ok && answer.seq > confirmed.seq && !isOther
      ? pending.map((item) => (item === answered ? { ...item, confirmedBy: answer.seq } : item))
      : withoutPending(pending, answered, confirmed);
  return show({ ...replica, pending: left });
}

/**
 * True if an edit that the server could not merge as sent may be submitted again: it was rebased since, or will be when newer entries
 * arrive. That is waited for once.
 */
export function canResubmit({ pending }: Replica, clientSeq: number, { code }: Rejection): boolean {
  const item = pending.find((candidate) => candidate.clientSeq === clientSeq);
  if (code !== 'base_too_old' || !item || !isTextEdit(item.operation)) return false;
  if (item.operation.base === UNREBASABLE) return false;
  return isOtherThanAsked(item) || item.retryAfterSeq === undefined;
}

/** Submits an edit again under a new number: see `canResubmit`. */
export function resubmit(replica: Replica, clientSeq: number, newSeq: number): Replica {
  const pending = replica.pending.map((item) => {
    if (item.clientSeq !== clientSeq) return item;
    const retryAfterSeq = isOtherThanAsked(item) ? -1 : replica.confirmed.seq;
    const { maybeSent: _, ...rest } = item;
    return { ...rest, clientSeq: newSeq, payload: null, sent: false, retryAfterSeq };
  });
  return { ...replica, pending };
}

/** True if an edit was rebased since it was sent. One sent by a previous page is only known in its current form. */
function isOtherThanAsked({ operation, payload, maybeSent = false }: PendingOperation): boolean {
  if (payload === null) return maybeSent;
  return isTextEdit(payload) && isTextEdit(operation) && operation.base > payload.base;
}

/**
 * Applies entries from the server up to `to` (beyond the last one, if another audience's are left out), and own votes; `at` is the server's
 * time of the entry `to`. Known entries (a frame and an answer to `open` crossed) are skipped.
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
  // If a text arrives in full although all its changes arrived too, the changes are more precise than the difference.
  const replaced = replacedTexts(newer).filter((name) => {
    const revision = noted.get(name)?.at(-1)?.to ?? revisionIn(confirmed, name);
    return textIn(confirmed, name) === null || revision !== revisionIn(state, name);
  });
  const known = (name: TextName) => knownText(confirmed, replica.pending, name);
  const arrived =
    replaced.length === 0
      ? noted
      : new Map([
          ...noted,
          ...arrivedIn(state, replaced, known, replica.pending),
          // Nothing is known any longer of a text that was out of sight.
          ...replaced.filter((name) => known(name).text === null).map((name) => [name, null] as const),
        ]);
  const withOwn = evolveAll(state, own.filter(isNew));
  return rebase(replica, { ...withOwn, seq: to, at: at ?? state.at }, arrived);
}

/** Continues from another confirmed state (a snapshot), keeping what is pending. A state older than the current one is ignored. */
export function resetToSnapshot(
  replica: Replica,
  confirmed: DebateState,
  participantId: string | null,
): Replica {
  const newer = confirmed.seq >= replica.confirmed.seq ? confirmed : replica.confirmed;
  return begin({ ...replica, participantId }, newer);
}

/**
 * Continues from a different log: the database was restored from a backup. Pending operations are submitted again, and so are acknowledged
 * ones whose entries are gone.
 */
export function resetToRestoredLog(
  replica: Replica,
  confirmed: DebateState,
  participantId: string | null,
): Replica {
  return begin({ ...replica, participantId, pending: replica.pending.map(asUnacknowledged) }, confirmed);
}

/** Continues from a confirmed state without the entries that led to it. */
function begin(replica: Replica, next: DebateState): Replica {
  const { confirmed: before } = replica;
  const pending = blankPending(replica.pending, before, next);
  const names = [...next.histories.keys(), ...textsOf(pending.map(({ operation }) => operation))];
  const known = (name: TextName) => knownText(before, pending, name);
  return rebase({ ...replica, pending }, next, arrivedIn(next, names, known, pending));
}

/** An operation as if it had not been answered. */
export function asUnacknowledged(item: PendingOperation): PendingOperation {
  return { ...item, sent: false, confirmedBy: null };
}

/**
 * Continues with operations that were pending when the board was closed, before any made since. `known` are the confirmed texts they edit,
 * as they were then: changes by others since are carried through them.
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

/** A confirmed text; an unconfirmed own one starts at revision 1 with its submitted text. */
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

/** Computes what is shown: the confirmed state, with the pending operations that still fit on top. */
function show(replica: Replica): Replica {
  let view = replica.confirmed;
  for (const { operation } of replica.pending) {
    const prediction = applyOptimistically(replica, view, operation);
    if (prediction.ok) view = prediction.state;
  }
  return { ...replica, view };
}

function applyOptimistically(
  { participantId, decide }: Replica,
  state: DebateState,
  operation: Operation,
): Prediction {
  const actor = participantId === null ? null : actorOf(state, participantId);
  if (actor === null) return refuse('not_joined');
  if (decide === null) return { ok: true, state, effects: [] };
  const decision = decide(state, operation, actor);
  if (!decision.ok) return decision;
  const people = { actor: actor.id, author: decision.author ?? actor.id };
  const entries = toLogEntries(state, decision.effects, people, state.at);
  const next = withTextAsItWas(state, evolveAll(state, entries), decision.effects);
  return { ok: true, state: next, effects: decision.effects };
}

/**
 * Splitting a claim, rejoining it and accepting a suggested wording rewrite its text like others' edits: concurrent typing is based on the
 * earlier text, so that is shown until the server has ordered the two.
 */
function withTextAsItWas(before: DebateState, after: DebateState, effects: readonly Effect[]): DebateState {
  const effect = effects.find(isRewriting);
  const claim = effect && before.claims.get(effect.claimId);
  if (!claim) return after;
  const history = before.histories.get(claim.id);
  const histories = history ? after.histories.set(claim.id, history) : after.histories.delete(claim.id);
  return { ...after, histories, claims: after.claims.set(claim.id, claim) };
}

type Rewriting = Extract<Effect, { type: 'claim.split' | 'claim.joined' | 'suggestion.settled' }>;

function isRewriting(effect: Effect): effect is Rewriting {
  return (
    effect.type === 'claim.split' || effect.type === 'claim.joined' || effect.type === 'suggestion.settled'
  );
}
