import type { Operation } from '../debate/operations.ts';
import type { Rejection } from '../debate/rejections.ts';

/** An own operation the server's entries do not hold yet. */
export interface PendingOperation {
  readonly clientSeq: number;
  /** What is forecast on top of the confirmed state; text changes in it are carried along as others edit. */
  readonly operation: Operation;
  /** What was handed to the transport: it may never change again, or it would be another operation. */
  readonly payload: Operation | null;
  /** Whether it is on its way over the present connection. */
  readonly sent: boolean;
  /** Sequence number of its last entry, once acknowledged; it is confirmed when that entry is here. */
  readonly confirmedBy: number | null;
}

/** The server's answer to one operation. */
export type OperationAnswer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly rejection: Rejection };
