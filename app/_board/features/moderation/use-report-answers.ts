'use client';

import { useMemo, useState } from 'react';
import type { Report } from '#domain/debate/moderation/report.ts';
import { isOpenReport } from '#domain/debate/moderation/reports.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns the outcomes of the viewer's own reports that were not read yet in this browser, and a function that marks them as read. */
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

/** A changed answer counts as another one. */
function nameOf({ id, outcome }: Report): string {
  return `${id} ${outcome}`;
}

function readAnswers(key: string): ReadonlySet<string> {
  try {
    const read: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    const names = Array.isArray(read) ? read.filter((name) => typeof name === 'string') : [];
    return new Set(names.map(withOutcomeOfToday));
  } catch {
    return new Set();
  }
}

/** Outcomes had other names before 0.1.0: answers that were read then stay read. */
function withOutcomeOfToday(name: string): string {
  const [id = '', outcome = ''] = name.split(' ');
  return `${id} ${OUTCOMES_BEFORE[outcome] ?? outcome}`;
}

const OUTCOMES_BEFORE: Readonly<Record<string, string>> = {
  nothing: 'no_action',
  marked: 'flagged',
  otherwise: 'other_action',
};

function keepAnswers(key: string, names: readonly string[]): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(names));
  } catch {
    // Storage is blocked: it is shown again on the next visit.
  }
}
