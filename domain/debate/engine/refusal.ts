import { type Rejection, type RejectionCode, toRejection } from './rejections.ts';

/** The answer to an operation or a request that is not carried out. */
export interface Refusal {
  readonly ok: false;
  readonly rejection: Rejection;
}

/** Refuses for this reason; `limit` is the number that the reason's sentence names. */
export function refuse(reason: RejectionCode | Rejection, limit?: number): Refusal {
  return { ok: false, rejection: typeof reason === 'string' ? toRejection(reason, limit) : reason };
}
