import type { Operation } from '../debate/engine/operations.ts';
import type { Rejection } from '../debate/engine/rejections.ts';
import { isTextEdit, type TextEdit, type TextName, textNamed } from '../debate/texts/texts.ts';

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
  /** A page before may have sent it, in a form that is not known here: what is typed from now on is no part of it. */
  readonly maybeSent?: boolean;
  /** An edit of a text as the server does not know it any more: sent when the confirmed state is beyond this number. */
  readonly retryAfterSeq?: number;
}

/** The server's answer to one operation. */
export type OperationAnswer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly rejection: Rejection };

/** The edit that is pending, where it is one of this text; else null. */
export function editOf({ operation }: { readonly operation: Operation }, name: TextName): TextEdit | null {
  return isTextEdit(operation) && textNamed(operation) === name ? operation : null;
}

/** The text an operation edits, or null. */
export function textOf(operation: Operation): TextName | null {
  return isTextEdit(operation) ? textNamed(operation) : null;
}

/** The texts edited by operations, each once. */
export function textsOf(operations: readonly Operation[]): TextName[] {
  return [...new Set(operations.flatMap((operation) => textOf(operation) ?? []))];
}
