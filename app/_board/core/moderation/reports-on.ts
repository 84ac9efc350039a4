'use client';

import { useMemo } from 'react';
import { createGroupLookup } from '#domain/collections/group-by.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Report } from '#domain/debate/moderation/report.ts';
import { isOpenReport } from '#domain/debate/moderation/reports.ts';
import { useBoard } from '../store/board-context.tsx';

/** Returns the unanswered reports on a claim or comment, in order. */
export function openReportsOn(
  { reports }: Pick<DebateState, 'reports'>,
  ...ids: readonly string[]
): Report[] {
  return [...new Set(ids)]
    .flatMap((id) => reportsOn(reports, id))
    .filter(isOpenReport)
    .sort((a, b) => a.at - b.at);
}

export function useOpenReports(id: string): readonly Report[] {
  const reports = useBoard(({ replica }) => replica.view.reports);
  return useMemo(() => openReportsOn({ reports }, id), [reports, id]);
}

/** Returns the viewer's latest report on a claim or comment, if there is one. */
export function useOwnReport(id: string): Report | undefined {
  return useBoard(({ replica: { view, participantId } }) =>
    reportsOn(view.reports, id).reduce<Report | undefined>((last, report) => {
      const isOwn = report.author === participantId;
      return isOwn && (!last || report.at >= last.at) ? report : last;
    }, undefined),
  );
}

/** The reports on one thing: a list of comments asks for each of them at each change. */
const reportsOn = createGroupLookup(({ on }: Report) => on);
