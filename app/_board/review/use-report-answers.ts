'use client';

import { useMemo, useState } from 'react';
import type { Report } from '../../../domain/debate/moderation/report.ts';
import { isOpenReport } from '../../../domain/debate/moderation/reports.ts';
import { useBoard } from '../store/board-context.tsx';

/** What became of one's own reports and was not read yet in this browser; and noting that it was. */
export function useReportAnswers(): { answers: readonly Report[]; haveRead: () => void } {
  const me = useBoard(({ replica }) => replica.participantId);
  const debateId = useBoard((state) => state.debateId);
  const reports = useBoard(({ replica }) => replica.view.reports);
  const key = `parley:reports:${debateId}:${me ?? ''}`;
  const [read, setRead] = useState(() => readAnswers(key));
  const answers = useMemo(
    () =>
      [...reports.values()].filter(
        (report) => report.author === me && !isOpenReport(report) && !read.has(nameOf(report)),
      ),
    [reports, me, read],
  );
  const haveRead = () => {
    const own = [...reports.values()].filter((report) => report.author === me && !isOpenReport(report));
    const names = own.map(nameOf);
    keepAnswers(key, names);
    setRead(new Set(names));
  };
  return { answers, haveRead };
}

/** An answer that was changed is another one. */
function nameOf({ id, outcome }: Report): string {
  return `${id} ${outcome}`;
}

function readAnswers(key: string): ReadonlySet<string> {
  try {
    const read: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(read) ? read.filter((name) => typeof name === 'string') : []);
  } catch {
    return new Set();
  }
}

function keepAnswers(key: string, names: readonly string[]): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(names));
  } catch {
    // Storage is barred: it is told again on the next visit.
  }
}
