import type { Operation } from '../debate/engine/operations.ts';
import type { Refusal } from '../debate/engine/refusal.ts';
import { isTextEdit, type TextEdit, type TextName, textNamed } from '../debate/texts/texts.ts';

/** An own operation that is not in the server's entries yet. */
export interface PendingOperation {
  readonly clientSeq: number;
  /** The operation predicted on top of the confirmed state; text changes in it are carried over others' edits. */
  readonly operation: Operation;
  /** The operation as handed to the transport: it may never change, or it would be another operation. */
  readonly payload: Operation | null;
  /** True if it was sent over the present connection. */
  readonly sent: boolean;
  /** Sequence number of its last entry, once acknowledged; it is confirmed when that entry has arrived. */
  readonly confirmedBy: number | null;
  /** True if a previous page may have sent it, in a form that is not known here: further typing is not part of it. */
  readonly maybeSent?: boolean;
  /** Set on an edit of a text that the server no longer remembers: sent when the confirmed state is beyond this number. */
  readonly retryAfterSeq?: number;
}

/** The server's answer to one operation. */
export type OperationAnswer = { readonly ok: true; readonly seq: number } | Refusal;

/** The pending edit, if it edits this text; otherwise `null`. */
export function editOf({ operation }: { readonly operation: Operation }, name: TextName): TextEdit | null {
  return isTextEdit(operation) && textNamed(operation) === name ? operation : null;
}

/** The text an operation edits, or `null`. */
export function editedTextOf(operation: Operation): TextName | null {
  return isTextEdit(operation) ? textNamed(operation) : null;
}

/** The texts edited by operations, each once. */
export function textsOf(operations: readonly Operation[]): TextName[] {
  return [...new Set(operations.flatMap((operation) => editedTextOf(operation) ?? []))];
}
