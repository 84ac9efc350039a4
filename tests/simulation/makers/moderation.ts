import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { OUTCOMES } from '../../../domain/debate/moderation/report.ts';
import {
  COMMENT_FLAGS,
  FLAGS,
  type FlagKind,
  POINTING_FLAGS,
} from '../../../domain/debate/moderation/review.ts';
import type { Chooser, MakersOf } from './chooser.ts';

/** Operations that moderate content, and reports to moderators. */
export const MODERATION_MAKERS: MakersOf<
  | 'content.hide'
  | 'content.hideAllBy'
  | 'content.restore'
  | 'content.resubmit'
  | 'content.sendBack'
  | 'content.lock'
  | 'content.unlock'
  | 'flag.set'
  | 'flag.clear'
  | 'flag.answer'
  | 'report.make'
  | 'report.withdraw'
  | 'report.settle'
> = {
  'content.hide': (choose, view) => {
    const ids = [...view.claims.keys(), ...view.comments.keys()];
    const hidden = [choose.random.pick(ids), choose.random.pick(ids)].flatMap((id) => id ?? []);
    return hidden.length > 0
      ? { type: 'content.hide', ids: hidden, reason: 'spam', note: choose.text() }
      : null;
  },
  'content.hideAllBy': (choose, view) => {
    const participantId = choose.random.pick([...view.participants.keys()]);
    return participantId ? { type: 'content.hideAllBy', participantId, reason: 'abusive', note: '' } : null;
  },
  'content.restore': (choose, view) => {
    const ids = [...view.hidden.keys()];
    return ids.length > 0
      ? { type: 'content.restore', ids: choose.random.chance(0.5) ? ids : ids.slice(0, 1) }
      : null;
  },
  'content.resubmit': (choose, view) => {
    const returned = [...view.hidden.values()].filter(({ status }) => status === 'sent_back');
    const id = choose.random.pick(returned)?.id ?? choose.claim(view)?.id;
    return id === undefined ? null : { type: 'content.resubmit', ids: [id] };
  },
  'content.sendBack': (choose, view) => {
    const held = [...view.hidden.values()].filter(({ status }) => status === 'pending_approval');
    const id = choose.random.pick(held)?.id;
    return id === undefined
      ? null
      : { type: 'content.sendBack', ids: [id], reason: 'unclear', note: choose.text() };
  },
  'content.lock': (choose, view) => {
    const on = choose.random.chance(0.1) ? '*' : choose.claim(view)?.id;
    return on === undefined ? null : { type: 'content.lock', on, branch: choose.random.chance(0.5) };
  },
  'content.unlock': (choose, view) => {
    const on = choose.random.pick([...view.locks.keys()]);
    return on === undefined ? null : { type: 'content.unlock', on };
  },
  'flag.set': (choose, view) => {
    const on = choose.contribution(view);
    const what = choose.random.pick(view.comments.has(on ?? '') ? COMMENT_FLAGS : FLAGS) ?? 'unclear';
    const other = POINTING_FLAGS.includes(what) ? (choose.claim(view)?.id ?? null) : null;
    const [note, revised] = [choose.text(), choose.random.chance(0.1)];
    return on === undefined ? null : { type: 'flag.set', on, what, other, note, revised };
  },
  'flag.clear': (choose, view) => {
    const flag = anyFlag(choose, view);
    return flag && { type: 'flag.clear', ...flag };
  },
  'flag.answer': (choose, view) => {
    const flag = anyFlag(choose, view);
    return flag && { type: 'flag.answer', ...flag, revised: choose.random.chance(0.7) };
  },
  'report.make': (choose, view) => {
    const on = choose.contribution(view);
    const reason = choose.random.pick(view.head?.settings.reasons ?? []);
    if (on === undefined || reason === undefined) return null;
    return { type: 'report.make', reportId: choose.id('r'), on, reason, words: choose.text() };
  },
  'report.withdraw': (choose, view) => {
    const reportId = choose.random.pick([...view.reports.keys()]);
    return reportId === undefined ? null : { type: 'report.withdraw', reportId };
  },
  'report.settle': (choose, view) => {
    const reports = [...view.reports.values()];
    const on = choose.random.pick(reports)?.on;
    const ids = reports.filter((report) => report.on === on).map(({ id }) => id);
    const outcome = choose.random.chance(0.2) ? null : (choose.random.pick(OUTCOMES) ?? null);
    return ids.length === 0 ? null : { type: 'report.settle', ids, outcome };
  },
};

function anyFlag({ random }: Chooser, { reviews }: DebateState): { on: string; what: FlagKind } | null {
  const { id: on, flags = [] } = random.pick([...reviews.values()]) ?? {};
  const what = random.pick(flags)?.what;
  return on === undefined || what === undefined ? null : { on, what };
}
