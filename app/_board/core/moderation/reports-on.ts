'use client';

import { useMemo } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Report } from '#domain/debate/moderation/report.ts';
import { isOpenReport } from '#domain/debate/moderation/reports.ts';
import { useBoard } from '../store/board-context.tsx';

/** Returns the unanswered reports on a claim or comment, in order. */
export function openReportsOn(
  { reports }: Pick<DebateState, 'reports'>,
  ...ids: readonly string[]
): Report[] {
  return [...reports.values()]
    .filter((report) => ids.includes(report.on) && isOpenReport(report))
    .sort((a, b) => a.at - b.at);
}

export function useOpenReports(id: string): readonly Report[] {
  const reports = useBoard(({ replica }) => replica.view.reports);
  return useMemo(() => openReportsOn({ reports }, id), [reports, id]);
}

/** Returns the viewer's latest report on a claim or comment, if there is one. */
export function useOwnReport(id: string): Report | undefined {
  return useBoard(({ replica: { view, participantId } }) =>
    view.reports.reduce<Report | undefined>((last, report) => {
      const isOwn = report.on === id && report.author === participantId;
      return isOwn && (!last || report.at >= last.at) ? report : last;
    }, undefined),
  );
}
