import { describe, expect, test } from 'vitest';
import type { Effect } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationType } from '#domain/debate/engine/operations.ts';
import type { ModerationAction } from '#domain/debate/moderation-log/moderation-action.ts';
import {
  actsIn,
  aDebate,
  type DebateBuilder,
  giveBack,
  hold,
  merge,
  reread,
} from '#tests/support/debate-builder.ts';
import {
  debateForSample,
  OPERATION_TYPES,
  prepareSample,
  SAMPLES,
  samplerOf,
} from '#tests/support/operation-samples.ts';

type Act = readonly [what: ModerationAction['what'], on: readonly string[], reason?: string, note?: string];

/** The acts that the samples of these operations leave in the moderation log when an owner does them; the others leave none. */
const ACTS: Readonly<Partial<Record<OperationType, Act>>> = {
  'claim.retract': ['retracted', ['c-a'], 'off_topic'],
  'claim.merge': ['merged', ['c-a', 'c-d']],
  'claim.unmerge': ['unmerged', ['c-a', 'c-d']],
  'claim.split': ['split', ['c-a', 'c-two']],
  'claim.join': ['joined', ['c-a', 'c-two']],
  'content.hide': ['hidden', ['c-a'], 'abusive', 'Say it kindly'],
  'content.hideAllBy': ['hidden', ['c-b', 'c-d'], 'spam'],
  'poll.hideAnswer': ['hidden', ['p-n']],
  'content.restore': ['restored', ['c-a']],
  'content.resubmit': ['resubmitted', ['c-a']],
  'content.sendBack': ['sent_back', ['c-a'], 'unclear', 'Which town?'],
  'content.lock': ['locked', ['c-a']],
  'content.unlock': ['unlocked', ['c-a']],
  'flag.set': ['flagged', ['c-a'], 'duplicate', 'Says who?'],
  'flag.clear': ['unflagged', ['c-a'], 'unsupported'],
  'report.settle': ['dismissed', ['c-a']],
  'participant.appoint': ['appointed', ['susi']],
  'participant.mute': ['muted', ['otto'], 'flooding'],
  'participant.setMembership': ['removed', ['otto'], 'other'],
  'participant.rename': ['renamed', ['otto']],
  'debate.restrict': ['restricted', ['*'], 'closed', 'Unlawful'],
};

/** The debate before and after the sample of an operation, done by its owner or the server. */
function afterSample(type: OperationType): { debate: DebateBuilder; before: DebateBuilder; who: string } {
  const before = prepareSample(debateForSample(type), type);
  const who = samplerOf(type);
  return { debate: before.copy().does(who, SAMPLES[type].operation), before, who };
}

describe.each(OPERATION_TYPES)('[MO8] in the moderation log, %s', (type) => {
  const { debate, before, who } = afterSample(type);
  const count = actsIn(before.state).length;
  const act = ACTS[type];

  test('leaves what was done, to what, by whom, and why', () => {
    const expected = act && { what: act[0], on: act[1], by: who, reason: act[2] ?? '', note: act[3] ?? '' };
    const acts = actsIn(debate.state).slice(count);
    expect(acts.map(({ what, on, by, reason, note }) => ({ what, on, by, reason, note }))).toEqual(
      expected ? [expected] : [],
    );
  });

  test('leaves nothing for people who don’t moderate', () => {
    for (const viewer of ['dana', 'otto', null]) {
      expect(debate.projection(viewer).moderationLog.size, `${viewer}`).toBe(0);
      const { entries, own } = debate.frame(viewer, before.entries.length);
      const folded = evolveAll(before.projection(viewer), [...entries, ...(own ?? [])]);
      expect(folded.moderationLog.size, `${viewer}`).toBe(0);
    }
  });
});

describe('[MO8] content that waits for approval', () => {
  test('is accepted, not restored, and in an anonymous debate resubmitted by nobody', () => {
    const anonymous = { type: 'debate.configure', names: 'anonymous' } as const;
    const debate = aDebate().does('olga', anonymous, hold('c-d'), giveBack('c-d')).does('emil', hold('c-d'));
    debate.does('mona', { type: 'content.restore', ids: ['c-d'] });
    expect(actsIn(debate.state).map(({ what, by }) => [what, by])).toEqual([
      ['resubmitted', ''],
      ['sent_back', 'olga'],
      ['resubmitted', ''],
      ['accepted', 'mona'],
    ]);
  });
});

describe('[MO8] a moderation log with more than it keeps', () => {
  const MANY = LIMITS.hiddenAtOnce;
  const KEPT = LIMITS.rememberedModeration / MANY;

  /** A debate in which the first act merged, the next renamed a person, and then content was hidden and restored by turns. */
  function moderated(acts: number): { debate: DebateBuilder; after: number } {
    const debate = aDebate().does('olga', merge('c-d', 'c-a'));
    debate.does('mona', { type: 'participant.rename', participantId: 'otto', name: 'Otto O.' });
    const after = debate.entries.length;
    const ids = new Array<string>(MANY).fill('c-b');
    for (let nth = 0; nth < acts; nth += 1) {
      const effect: Effect =
        nth % 2 === 0
          ? { type: 'content.hidden', ids, reason: 'spam', note: '' }
          : { type: 'content.restored', ids };
      const at = debate.now + nth;
      debate.entries.push({ seq: after + nth + 1, at, actor: 'mona', author: 'mona', effect });
    }
    debate.state = debate.stateAt(debate.entries.length);
    return { debate, after };
  }

  test('loses the oldest acts on contributions, and no merge and no decision about a person', () => {
    const { debate, after } = moderated(KEPT + 30);
    const acts = actsIn(debate.state);
    expect(acts.map(({ what }) => what).slice(0, 2)).toEqual(['merged', 'renamed']);
    const all = moderated(KEPT).debate;
    expect(actsIn(all.state)).toHaveLength(KEPT + 2);
    expect(acts.slice(2).map(({ at }) => at)).toEqual(debate.entries.slice(after + 30).map(({ at }) => at));
  });

  test('is the same whenever it is stored and read, and where an earlier release kept all', () => {
    const { debate, after } = moderated(KEPT + 30);
    const later = (seq: number, state = reread(debate.stateAt(seq))) =>
      actsIn(evolveAll(state, debate.entries.slice(seq)));
    for (const nth of [1, KEPT - 1, KEPT, KEPT + 1, KEPT + 30])
      expect(later(after + nth)).toEqual(actsIn(debate.state));
    const before = debate.stateAt(after + KEPT);
    const all = debate.stateAt(after + KEPT + 20).moderationLog.merge(before.moderationLog);
    expect(all.size).toBe(KEPT + 22);
    const kept = { ...debate.stateAt(after + KEPT + 20), moderationLog: all };
    expect(actsIn(reread(kept))).toEqual(actsIn(debate.stateAt(after + KEPT + 20)));
    expect(later(after + KEPT + 20, reread(kept))).toEqual(actsIn(debate.state));
  });

  test('is the same for moderators who were there, and nothing for others', () => {
    const { debate, after } = moderated(KEPT + 5);
    for (const viewer of ['mona', 'emil', null]) {
      const { entries } = debate.frame(viewer, after);
      const folded = evolveAll(debate.projection(viewer, debate.stateAt(after)), entries);
      expect(actsIn(folded)).toEqual(actsIn(debate.projection(viewer)));
    }
    expect(debate.projection('mona').moderationLog.size).toBe(KEPT + 2);
  });
});
