import { PersistentMap } from '../../collections/persistent-map.ts';
import type { EntryFrame, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import type { ReportOutcome } from './report.ts';

type ReportEffect = Extract<ProjectedEntry['effect'], { type: `report.${string}` }>;

/** Folds reports to moderators and their outcomes. */
export function evolveReport(state: DebateState, effect: ReportEffect, entry: EntryFrame): DebateState {
  const { reports } = state;
  switch (effect.type) {
    case 'report.made': {
      const { reportId: id, on, reason, words, forgotten = [] } = effect;
      if (authorOf(state, on) === undefined) return state;
      const { author, at } = entry;
      const report = { id, on, reason, words, author, at, outcome: null, by: '' };
      return { ...state, reports: reports.deleteAll(forgotten).set(id, report) };
    }
    case 'report.withdrawn':
      return { ...state, reports: reports.delete(effect.reportId) };
    case 'report.settled': {
      const { ids, on, outcome } = effect;
      const by = outcome === null ? '' : entry.actor;
      const settled = ids.flatMap((id) => {
        const report = reports.get(id);
        return report ? [[id, { ...report, outcome, by }] as const] : [];
      });
      const there = on.filter((id) => authorOf(state, id) !== undefined);
      if (there.length === 0) return state;
      const act = { what: actionFor(outcome), on: there, reason: '', note: '' };
      return logModeration({ ...state, reports: reports.merge(PersistentMap(settled)) }, entry, act);
    }
    case 'report.projected': {
      const projected = effect.reports.map((report) => [report.id, report] as const);
      return { ...state, reports: reports.deleteAll(effect.gone).merge(PersistentMap(projected)) };
    }
  }
}

function actionFor(outcome: ReportOutcome | null): 'reopened' | 'dismissed' | 'settled' {
  if (outcome === null) return 'reopened';
  return outcome === 'no_action' ? 'dismissed' : 'settled';
}
