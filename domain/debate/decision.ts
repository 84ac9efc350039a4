import type { Effect } from './entries.ts';
import { type Rejection, type RejectionCode, rejection } from './rejections.ts';

/** The answer to an operation: what it does, or why it may not. */
export type Decision =
  | { readonly ok: true; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly rejection: Rejection };

export function accept(...effects: Effect[]): Decision {
  return { ok: true, effects };
}

export function refuse(reason: RejectionCode | Rejection, limit?: number): Decision {
  return { ok: false, rejection: typeof reason === 'string' ? rejection(reason, limit) : reason };
}
