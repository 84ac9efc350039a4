import type { DebateState } from '../../debate/engine/state.ts';
import type { ReportSection } from './report-sections.ts';

/** A debate with its moderators' actions only if the moderation log was chosen, and with their notes only if these were. */
export function withChosenActs(state: DebateState, sections: readonly ReportSection[]): DebateState {
  if (!sections.includes('moderation'))
    return { ...state, moderationLog: state.moderationLog.filter(() => false) };
  if (sections.includes('notes')) return state;
  return { ...state, moderationLog: state.moderationLog.map((act) => ({ ...act, note: '' })) };
}
