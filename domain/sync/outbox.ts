import { LIMITS } from '../debate/engine/limits.ts';
import type { Operation } from '../debate/engine/operations.ts';
import type { Rejection } from '../debate/engine/rejections.ts';
import { upcastOperation, upcastRejection } from '../debate/engine/upcast.ts';
import { type TextName, textNamed } from '../debate/texts/texts.ts';
import type { StoredDraft } from './draft.ts';
import { type PendingOperation, textsOf } from './pending-operation.ts';
import type { KnownText } from './remote-text-changes.ts';
import { knownText, type Replica, restorePending } from './replica.ts';

/** An own operation the server refused: its text stays until its author has dealt with it. */
export interface RefusedOperation {
  readonly clientSeq: number;
  readonly operation: Operation;
  readonly rejection: Rejection;
}

/** A tab's unsent work, as stored across a reload: plain data. */
export interface Outbox {
  readonly debateId: string;
  /** The participant whose operations these are: nobody else may continue with them. */
  readonly participantId: string;
  readonly clientId: string;
  /** The last number given to an operation: numbers are never reused. */
  readonly clientSeq: number;
  /** Sequence number of the confirmed state that the pending operations are based on. */
  readonly seq: number;
  readonly pending: readonly PendingOperation[];
  /** The confirmed texts that these edit. */
  readonly texts: Readonly<Record<TextName, KnownText>>;
  readonly refused: readonly RefusedOperation[];
  /** Drafts of open editors beyond that; a page of an earlier version stored none. */
  readonly drafts?: readonly StoredDraft[];
}

/** A tab, as the server knows its operations. */
export interface OutboxClient {
  readonly id: string;
  /** The number of its last operation. */
  readonly seq: number;
  /** The last participant whose tab it was: what is left belongs to them also after their sign-in has ended. */
  readonly participantId?: string | null;
}

/** The outbox to store; `null` if there is nothing, or its person's account has been deleted: then nothing of theirs is stored. */
export function packOutbox(
  debateId: string,
  replica: Replica,
  client: OutboxClient,
  refused: readonly RefusedOperation[],
  drafts: Iterable<StoredDraft> = [],
): Outbox | null {
  const { pending, confirmed } = replica;
  const participantId = replica.participantId ?? client.participantId ?? null;
  const held = [...drafts];
  if (participantId === null || pending.length + refused.length + held.length === 0) return null;
  if (confirmed.participants.get(participantId)?.erased) return null;
  const texts = textsOf([...pending, ...refused].map(({ operation }) => operation));
  return {
    debateId,
    participantId,
    clientId: client.id,
    clientSeq: client.seq,
    seq: confirmed.seq,
    pending,
    texts: Object.fromEntries(texts.map((name) => [name, knownText(confirmed, pending, name)])),
    refused,
    drafts: held,
  };
}

/** The number of changes in an outbox: those that no server has, and those that were rejected. */
export function unsentIn({ pending, refused, drafts = [] }: Outbox): number {
  return pending.length + refused.length + drafts.length;
}

/** The number of changes in outboxes of these participants, by debate. */
export function unsentByDebate(
  outboxes: readonly Outbox[],
  participantIds: readonly string[],
): ReadonlyMap<string, number> {
  const unsent = new Map<string, number>();
  for (const outbox of outboxes)
    if (participantIds.includes(outbox.participantId))
      unsent.set(outbox.debateId, (unsent.get(outbox.debateId) ?? 0) + unsentIn(outbox));
  return unsent;
}

/** True if a stored outbox can be shown on this state, which may be older than the one the operations are based on. */
export function fitsOutbox({ confirmed, participantId }: Replica, outbox: Outbox): boolean {
  return participantId === outbox.participantId && confirmed.seq >= outbox.seq;
}

/**
 * True if a page with an outbox can continue with a stored one too, under that one's identity: its own operations were sent under another
 * one, so none may wait, and of two drafts of a text one would be lost.
 */
export function canMergeOutbox(own: Outbox, left: Outbox): boolean {
  const texts = (own.drafts ?? []).map(({ text }) => textNamed(text));
  return own.pending.length === 0 && !(left.drafts ?? []).some(({ text }) => texts.includes(textNamed(text)));
}

/** An outbox that a page of an earlier protocol may have stored, with the names of today: nothing a person wrote is lost. */
export function upcastOutbox(outbox: Outbox): Outbox {
  return {
    ...outbox,
    pending: outbox.pending.map((item) => ({
      ...item,
      operation: upcastOperation(item.operation),
      payload: upcastOperation(item.payload),
    })),
    refused: outbox.refused.map((one) => ({
      ...one,
      operation: upcastOperation(one.operation),
      rejection: upcastRejection(one.rejection),
    })),
  };
}

/**
 * The outbox as the page that continues with it stores it, before anything else: the previous page may have used numbers that the browser
 * had not stored yet, and none may be used twice.
 */
export function adoptOutbox(outbox: Outbox): Outbox {
  return { ...outbox, clientSeq: outbox.clientSeq + LIMITS.pendingOperations };
}

/** Continues with a stored outbox. */
export function resumeOutbox(replica: Replica, { pending, texts }: Outbox): Replica {
  return restorePending(replica, pending, (name) => texts[name] ?? { revision: 1, text: null });
}
