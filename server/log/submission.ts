import { hash as hashOf } from 'node:crypto';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { refuse } from '../../domain/debate/engine/refusal.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { upcastRejection } from '../../domain/debate/engine/upcast.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import type { Span } from '../tracing/traces.ts';
import type { StoredAnswer } from './operation-log.ts';

/** An operation submitted to a room: its actor and identity, and where the answer goes. */
export interface Submission {
  /** Participant, or `system` for operations of the server itself. */
  readonly actor: string;
  /** Participant whose words they are; usually the actor. */
  readonly author: string;
  /** With `clientSeq` the operation's identity. Scoped by the actor, so that it can't clash with another actor's. */
  readonly clientId: string;
  readonly clientSeq: number;
  readonly operation: Operation;
  /** Hash of the operation: the same identity with another hash is refused. */
  readonly hash: string;
  /** Characters of the operation's JSON. */
  readonly characters: number;
  /** Of the server's own: the number of the entry that was the debate's last when it was made. Refused once another has followed. */
  readonly onlyAfter?: number;
  /** Its trace, if it is traced. */
  readonly span?: Span;
}

export interface QueuedSubmission extends Submission {
  readonly answer: (answer: OperationAnswer) => void;
  /** The time of `performance.now()` when it began to wait. */
  readonly queuedAt: number;
  /** How often other nodes were faster. */
  attempts: number;
  /** Why its author was kept out while it waited: their client may already treat it as refused, so it is refused. */
  keptOut: RejectionCode | null;
}

/** Makes a submission of an operation from a client or the server. */
export function toSubmission(
  actor: string,
  clientId: string,
  clientSeq: number,
  operation: Operation,
  author = actor,
): Submission {
  const text = JSON.stringify(operation);
  const hash = hashOf('sha256', text, 'base64url');
  const identity = { clientId: scopedClientId(actor, clientId), clientSeq };
  return { actor, author, ...identity, operation, hash, characters: text.length };
}

/** A client id as stored in the log. */
export function scopedClientId(actor: string, clientId: string): string {
  return `${actor}:${clientId}`;
}

/** The answer an operation got the first time, or the refusal if this is a different operation. */
export function firstAnswer(stored: StoredAnswer, hash: string): OperationAnswer {
  if (stored.hash !== hash) return refuse('identity_reused');
  const answer = stored.answer as OperationAnswer;
  return answer.ok ? answer : { ok: false, rejection: upcastRejection(answer.rejection) };
}

/** An operation's identity as one string. */
export function identityKey({ clientId, clientSeq }: { clientId: string; clientSeq: number }): string {
  return `${clientId} ${clientSeq}`;
}
