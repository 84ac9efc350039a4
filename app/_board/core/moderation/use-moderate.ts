'use client';

import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { ReportOutcome } from '#domain/debate/moderation/report.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { openReportsOn } from './reports-on.ts';

/** An act on contributions, and how it answers their reports. */
interface Moderated {
  readonly operation?: Operation;
  readonly ids: readonly string[];
  readonly outcome: ReportOutcome;
}

/**
 * Returns a function that acts on contributions and, in the same step, answers the open reports on them: that is what they were made for.
 * It returns the act's rejection, or `null`.
 */
export function useModerate(): (moderated: Moderated) => Rejection | null {
  const store = useBoardStore();
  return ({ operation, ids, outcome }) => {
    const reports = openReportsOn(store.state().replica.view, ...ids)
      .map(({ id }) => id)
      .slice(0, LIMITS.hiddenAtOnce);
    const settling: Operation[] =
      reports.length > 0 ? [{ type: 'report.settle', ids: reports, outcome }] : [];
    return store.submitInTurn([...(operation ? [operation] : []), ...settling]);
  };
}
