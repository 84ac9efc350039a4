import { createHash } from 'node:crypto';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';

/** An operation as a room takes it: who asks, under what identity, and where the answer goes. */
export interface Submission {
  /** Participant, or `system` for what the server itself does. */
  readonly actor: string;
  /** Participant whose words they are; usually the actor. */
  readonly author: string;
  /** With `clientSeq` the operation's identity. Scoped by the actor, so that nobody can take another's. */
  readonly clientId: string;
  readonly clientSeq: number;
  readonly operation: Operation;
  /** Of the operation: the same identity with another hash is refused. */
  readonly hash: string;
}

export interface QueuedSubmission extends Submission {
  readonly answer: (answer: OperationAnswer) => void;
  /** How often others were faster. */
  attempts: number;
  /** Why its author was kept out while it waited: they may know it as refused, so that it is. */
  keptOut: RejectionCode | null;
}

/** Makes a submission of what a client (or the server) asks. */
export function toSubmission(
  actor: string,
  clientId: string,
  clientSeq: number,
  operation: Operation,
  author = actor,
): Submission {
  const hash = createHash('sha256').update(JSON.stringify(operation)).digest('base64url');
  return { actor, author, clientId: scopedClientId(actor, clientId), clientSeq, operation, hash };
}

/** A client id as the log knows it. */
export function scopedClientId(actor: string, clientId: string): string {
  return `${actor}:${clientId}`;
}
