import { refuse } from '../debate/engine/refusal.ts';
import { editedTextOf, type PendingOperation } from './pending-operation.ts';
import { acknowledge, type Replica } from './replica.ts';

/**
 * Another page continues with this one's stored operations, up to the number `upTo`: this page continues with the operations submitted
 * since, and sends them under another client id. Operations answered since, or that would be merged twice because they were sent, are left
 * out.
 */
export function releasePending(replica: Replica, upTo: number): Replica {
  const gone = replica.pending.filter((item) => item.clientSeq <= upTo || isUnderWay(item));
  const refusal = refuse('unavailable');
  const left = gone.reduce((now, { clientSeq }) => acknowledge(now, clientSeq, refusal), replica);
  const pending = left.pending.map((item) => ({ ...item, payload: null, sent: false }));
  return { ...left, pending };
}

function isUnderWay({ payload, confirmedBy }: PendingOperation): boolean {
  return confirmedBy !== null || (payload !== null && editedTextOf(payload) !== null);
}
