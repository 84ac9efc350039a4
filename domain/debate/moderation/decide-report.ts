import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import { isOpenReport, reportBy, reportsOf } from './reports.ts';

type ReportOperation = OperationOf<'report.make' | 'report.withdraw' | 'report.settle'>;

/** Reports a claim or comment to moderators, withdraws the report, and settles it. */
export function decideReport(state: DebateState, operation: ReportOperation, actor: Actor): Decision {
  switch (operation.type) {
    case 'report.make':
      return decideMake(state, operation, actor);
    case 'report.withdraw': {
      const { reportId } = operation;
      const report = state.reports.get(reportId);
      if (report && !may(state, actor, operation.type, report.author)) return refuse('not_allowed');
      if (!report || !isOpenReport(report)) return refuse('nothing_changed');
      return accept({ type: 'report.withdrawn', reportId });
    }
    case 'report.settle':
      return decideSettle(state, operation, actor);
  }
}

function decideMake(
  state: DebateState,
  { reportId, on, reason, words }: OperationOf<'report.make'>,
  actor: Actor,
): Decision {
  const author = authorOf(state, on);
  if (!may(state, actor, 'report.make', author ?? null)) return refuse('not_allowed');
  if (author === undefined) return refuse('unknown_target');
  if (isTaken(state, reportId)) return refuse('id_taken');
  if (!state.head?.settings.reasons.includes(reason)) return refuse('unknown_reason');
  const problem = textProblem(words, LIMITS.reportCharacters, 'allowed');
  if (problem) return refuse(problem);
  if (reportBy(state, actor.id, on)) return refuse('nothing_changed');
  const own = reportsOf(state, actor.id);
  if (own.filter(isOpenReport).length >= LIMITS.openReports)
    return refuse('reports_full', LIMITS.openReports);
  if (state.reports.count(isOpenReport) >= LIMITS.allOpenReports)
    return refuse('reports_full', LIMITS.allOpenReports);
  const made = { type: 'report.made', reportId, on, reason, words } as const;
  const forgotten = own
    .filter((report) => !isOpenReport(report))
    .slice(0, Math.max(0, own.length + 1 - LIMITS.rememberedReports))
    .map(({ id }) => id);
  return accept(forgotten.length > 0 ? { ...made, forgotten } : made);
}

/** Reports withdrawn or settled meanwhile are left out; the first outcome stays. */
function decideSettle(
  state: DebateState,
  { ids: named, outcome }: OperationOf<'report.settle'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'report.settle')) return refuse('not_allowed');
  const reports = [...new Set(named)].flatMap((id) => state.reports.get(id) ?? []);
  const changed = reports.filter((report) =>
    outcome === null
      ? !isOpenReport(report) && !reportBy(state, report.author, report.on)
      : isOpenReport(report),
  );
  if (changed.length === 0) return refuse('nothing_changed');
  const on = [...new Set(changed.map((report) => report.on))];
  return accept({ type: 'report.settled', ids: changed.map(({ id }) => id), on, outcome });
}
