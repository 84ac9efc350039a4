import type { Effect } from './entries.ts';
import { type Rejection, type RejectionCode, rejection } from './rejections.ts';

/** The answer to an operation: what it does, or why it may not. */
export type Decision =
  | {
      readonly ok: true;
      readonly effects: readonly Effect[];
      /** Whose words they are, where not those of whoever asked. */
      readonly author?: string;
    }
  | { readonly ok: false; readonly rejection: Rejection };

export function accept(...effects: Effect[]): Decision {
  return { ok: true, effects };
}

/** The same, of somebody else's words. */
export function acceptWordsOf(author: string, ...effects: Effect[]): Decision {
  return { ok: true, effects, author };
}

export function refuse(reason: RejectionCode | Rejection, limit?: number): Decision {
  return { ok: false, rejection: typeof reason === 'string' ? rejection(reason, limit) : reason };
}
