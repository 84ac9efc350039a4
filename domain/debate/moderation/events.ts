import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveFlag } from './evolve-flag.ts';
import { evolveModeration } from './evolve-moderation.ts';
import { evolveReport } from './evolve-report.ts';
import { flagOf } from './flags.ts';

/** The meaning of each of these events. */
export const MODERATION_EVENTS: EventDefinitions<
  | 'content.hidden'
  | 'content.restored'
  | 'content.resubmitted'
  | 'content.sentBack'
  | 'flag.set'
  | 'flag.cleared'
  | 'flag.answered'
  | 'report.made'
  | 'report.withdrawn'
  | 'report.settled'
> = {
  'content.hidden': {
    evolve: evolveModeration,
    invert: (_, { ids }) => ({ type: 'content.restore', ids }),
    subject: about.nothing,
    sentAs: 'content',
  },
  'content.restored': {
    evolve: evolveModeration,
    invert: invertRestored,
    subject: about.nothing,
    sentAs: 'content',
  },
  'content.resubmitted': {
    evolve: evolveModeration,
    invert: invertResubmitted,
    subject: about.nothing,
    sentAs: 'content',
  },
  'content.sentBack': {
    evolve: evolveModeration,
    invert: (_, { ids }) => ({ type: 'content.resubmit', ids }),
    subject: about.nothing,
    sentAs: 'content',
  },
  'flag.set': { evolve: evolveFlag, invert: invertFlag, subject: about.on, sentAs: 'entry' },
  'flag.cleared': { evolve: evolveFlag, invert: invertFlag, subject: about.on, sentAs: 'entry' },
  'flag.answered': {
    evolve: evolveFlag,
    invert: (_, { on, what, revised }) => ({ type: 'flag.answer', on, what, revised: !revised }),
    subject: about.on,
    sentAs: 'entry',
  },
  'report.made': {
    evolve: evolveReport,
    invert: (_, { reportId }) => ({ type: 'report.withdraw', reportId }),
    subject: about.nothing,
    sentAs: 'report',
  },
  'report.withdrawn': {
    evolve: evolveReport,
    invert: invertWithdrawn,
    subject: about.nothing,
    sentAs: 'report',
  },
  'report.settled': { evolve: evolveReport, invert: invertSettled, subject: about.nothing, sentAs: 'report' },
};

/** Hides them again for the reason of the first one; moderators must hide those with another reason themselves. */
function invertRestored(before: DebateState, { ids }: EffectOf<'content.restored'>): Operation | null {
  const [first] = ids.flatMap((id) => before.hidden.get(id) ?? []);
  if (!first) return null;
  if (first.status !== 'hidden') return { type: 'content.resubmit', ids };
  const alike = ids.filter((id) => before.hidden.get(id)?.reason === first.reason);
  return { type: 'content.hide', ids: alike, reason: first.reason, note: first.note };
}

function invertResubmitted(before: DebateState, { ids }: EffectOf<'content.resubmitted'>): Operation {
  const [returned] = ids.flatMap((id) => before.hidden.get(id) ?? []);
  if (!returned) return { type: 'content.restore', ids };
  return { type: 'content.sendBack', ids, reason: returned.reason, note: returned.note };
}

function invertFlag(before: DebateState, { on, what }: EffectOf<'flag.set' | 'flag.cleared'>): Operation {
  const flag = flagOf(before, on, what);
  if (!flag) return { type: 'flag.clear', on, what };
  const { other, note, revised } = flag;
  return { type: 'flag.set', on, what, other, note, revised };
}

function invertWithdrawn(before: DebateState, effect: EffectOf<'report.withdrawn'>): Operation | null {
  const report = before.reports.get(effect.reportId);
  if (!report) return null;
  const { id: reportId, on, reason, words } = report;
  return { type: 'report.make', reportId, on, reason, words };
}

/** Reopens them; or settles them again as the first one was, with those that had the same outcome. */
function invertSettled(before: DebateState, { ids, outcome }: EffectOf<'report.settled'>): Operation | null {
  if (outcome !== null) return { type: 'report.settle', ids, outcome: null };
  const [first] = ids.flatMap((id) => before.reports.get(id) ?? []);
  if (!first) return null;
  const alike = ids.filter((id) => before.reports.get(id)?.outcome === first.outcome);
  return { type: 'report.settle', ids: alike, outcome: first.outcome };
}
