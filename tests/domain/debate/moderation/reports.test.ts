import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { projectOwnPart, projectState } from '#domain/debate/engine/project.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import type { Report } from '#domain/debate/moderation/report.ts';
import { participantsWithOwnFrame } from '#domain/debate/projection/reprojected.ts';
import { createReplica, submit } from '#domain/sync/replica.ts';
import {
  actsIn,
  aDebate,
  comment,
  type DebateBuilder,
  hide,
  newClaim,
  report,
  retract,
  settle,
  unreport,
} from '#tests/support/debate-builder.ts';

/** Everything a participant receives of a debate: its projection, every frame, and what a page includes. */
function receivedBy(debate: DebateBuilder, who: string | null): string {
  const audience = who === 'olga' || who === 'mona' ? 'moderators' : 'debaters';
  return JSON.stringify([
    toSnapshot(debate.projection(who)),
    toSnapshot(projectState(debate.state, audience, null)),
    projectOwnPart(debate.state, audience, who),
    ...debate.entries.map((_, after) => debate.frame(who, after)),
    ...debate.entries.map(({ seq }) => {
      const state = evolveAll(EMPTY_STATE, debate.entries.slice(0, seq));
      return toSnapshot(debate.projection(who, state));
    }),
  ]);
}

describe('[RP1] reporting', () => {
  test('is for all who take part, of what others wrote and they see', () => {
    const debate = aDebate();
    for (const who of ['olga', 'mona', 'emil', 'susi', 'otto']) {
      expect(debate.refusal(who, report('r-n', 'c-a'))).toBeNull();
      expect(debate.refusal(who, report('r-n', 'm-a'))).toBeNull();
    }
    expect(debate.refusal('dana', report('r-n', 'c-a'))).toBe('not_allowed');
    expect(debate.refusal('otto', report('r-n', 'l-b'))).toBe('unknown_target');
    debate.does('olga', hide('c-a'));
    expect(debate.refusal('otto', report('r-n', 'c-a'))).toBe('unknown_target');
    debate.does('olga', { type: 'participant.mute', participantId: 'otto', muted: true, reason: 'flooding' });
    expect(debate.refusal('otto', report('r-n', 'c-d'))).toBe('muted');
  });

  test('is for a reason of the debate, with a sentence of bounded length', () => {
    const debate = aDebate();
    expect(debate.refusal('otto', report('r-n', 'c-a', { reason: 'rude' }))).toBe('unknown_reason');
    expect(debate.refusal('otto', report('r-n', 'c-a', { words: '' }))).toBeNull();
    const words = 'x'.repeat(LIMITS.reportCharacters + 1);
    expect(debate.refusal('otto', report('r-n', 'c-a', { words }))).toBe('text_too_long');
    debate.does('olga', { type: 'debate.configure', reasons: ['rude'] });
    expect(debate.refusal('otto', report('r-n', 'c-a', { reason: 'rude' }))).toBeNull();
    expect(debate.refusal('otto', report('r-n', 'c-a'))).toBe('unknown_reason');
  });

  test('works in a closed debate, and for retracted content', () => {
    const debate = aDebate()
      .does('dana', retract('c-a'))
      .does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(debate.refusal('otto', report('r-n', 'c-a'))).toBeNull();
  });

  test('can be withdrawn by the reporter until it is handled', () => {
    const debate = aDebate().does('otto', report('r-n', 'c-a'));
    for (const who of ['olga', 'dana']) expect(debate.refusal(who, unreport('r-n'))).toBe('not_allowed');
    debate.does('olga', settle('no_action', 'r-n'));
    expect(debate.refusal('otto', unreport('r-n'))).toBe('nothing_changed');
    debate.does('olga', settle(null, 'r-n')).does('otto', unreport('r-n'));
    expect(debate.state.reports.size).toBe(0);
    expect(debate.projection('mona').reports.size).toBe(0);
  });
});

describe('[RP2] reports are bounded', () => {
  test('one person has one on one thing that waits', () => {
    const debate = aDebate().does('otto', report('r-1', 'c-a')).does('susi', report('r-2', 'c-a'));
    expect(debate.refusal('otto', report('r-3', 'c-a', { reason: 'spam' }))).toBe('nothing_changed');
    debate.does('olga', settle('no_action', 'r-1')).does('otto', report('r-3', 'c-a'));
    expect(debate.refusal('olga', settle(null, 'r-1'))).toBe('nothing_changed');
  });

  test('so many wait, and those dealt with longest ago make room', () => {
    const debate = aDebate();
    for (let key = 0; key < LIMITS.rememberedReports + 3; key += 1) {
      debate.does('emil', newClaim(`f${key}`, 'west'));
      debate.now += 1;
      debate.does('otto', report(`r-${key}`, `c-f${key}`));
      if (key >= 2) debate.does('olga', settle('no_action', `r-${key}`));
    }
    const left = [...debate.projection('otto').reports.keys()];
    expect(left).toHaveLength(LIMITS.rememberedReports);
    // Those that wait stay, however old.
    expect(left).toEqual(expect.arrayContaining(['r-0', 'r-1', 'r-5']));
    expect(left).not.toContain('r-2');
    for (const who of ['olga', 'mona']) expect(debate.projection(who).reports.size).toBe(left.length);
  });

  test('in a whole debate so many wait', () => {
    const debate = aDebate().does('susi', report('r-1', 'c-a'));
    const one = debate.state.reports.get('r-1');
    if (!one) throw new Error('It is there');
    const filler = Array.from({ length: LIMITS.allOpenReports }, (_, made): [string, Report] => [
      `r-f${made}`,
      one,
    ]);
    debate.state = { ...debate.state, reports: debate.state.reports.merge(filler) };
    expect(debate.ask('otto', report('r-n', 'c-a'))).toMatchObject({
      rejection: { code: 'reports_full', limit: LIMITS.allOpenReports },
    });
  });
});

describe('[RP3] that something was reported, and by whom', () => {
  const reported = () =>
    aDebate()
      .does('emil', comment({ commentId: 'm-e' }))
      .does('otto', report('r-one', 'c-a', { words: 'It calls names' }), report('r-two', 'c-d'))
      .does('susi', report('r-three', 'm-e'), unreport('r-three'), report('r-four', 'm-e'))
      .does('mona', settle('no_action', 'r-one'), settle(null, 'r-one'), settle('other_action', 'r-two'));
  const anything = /r-one|r-two|r-three|r-four|calls names|"report\./;

  test('is in nothing that others receive', () => {
    const debate = reported();
    for (const who of ['dana', 'emil', null]) expect(receivedBy(debate, who)).not.toMatch(anything);
    expect(receivedBy(debate, 'otto')).not.toMatch(/r-three|r-four|susi report/);
    expect(receivedBy(debate, 'susi')).not.toMatch(/r-one|r-two|calls names/);
    expect(receivedBy(debate, 'otto')).toContain('It calls names');
    expect(receivedBy(debate, 'olga')).toContain('It calls names');
  });

  test('is sent to moderators, but not who reported what they wrote themselves', () => {
    const debate = aDebate()
      .does('mona', newClaim('m', 'east'))
      .does('otto', report('r-m', 'c-m', { words: 'Of Mona' }))
      .does('susi', report('r-a', 'c-a'));
    const author = (who: string, id: string) => debate.projection(who).reports.get(id)?.author;
    expect([author('olga', 'r-m'), author('mona', 'r-m')]).toEqual(['otto', '']);
    expect([author('olga', 'r-a'), author('mona', 'r-a')]).toEqual(['susi', 'susi']);
    const names = /"(?:author|actor)":"otto"/;
    expect(receivedBy(debate, 'mona')).toContain('Of Mona');
    expect(receivedBy(debate, 'mona')).not.toMatch(names);
    expect(receivedBy(debate, 'olga')).toMatch(names);
    // Frames for a whole audience have no name at all.
    expect(JSON.stringify(toSnapshot(projectState(debate.state, 'moderators', null)).reports)).not.toMatch(
      /otto|susi/,
    );
  });

  test('get the reporter’s name in a frame of their own', () => {
    const debate = reported();
    const apart = (from: number) =>
      [...participantsWithOwnFrame(debate.entries.slice(from), debate.state)].sort();
    expect(apart(debate.entries.length - 1)).toEqual(['mona', 'olga', 'otto']);
    const [made] = debate.entries.filter(({ effect }) => effect.type === 'report.made');
    expect([...participantsWithOwnFrame(made ? [made] : [], debate.state)].sort()).toEqual([
      'mona',
      'olga',
      'otto',
    ]);
  });
});

describe('[RP4] dealing with reports', () => {
  test('is for moderators; the first stands, and what is not read yet stays', () => {
    const debate = aDebate().does('otto', report('r-1', 'c-a')).does('susi', report('r-2', 'c-a'));
    for (const who of ['dana', 'emil', 'susi', 'otto'])
      expect(debate.refusal(who, settle('no_action', 'r-1'))).toBe('not_allowed');
    debate.does('emil', report('r-3', 'c-a')).does('olga', settle('hidden', 'r-1', 'r-2', 'r-gone'));
    expect(debate.refusal('mona', settle('no_action', 'r-1', 'r-2'))).toBe('nothing_changed');
    expect(debate.refusal('mona', settle('no_action', 'r-gone'))).toBe('nothing_changed');
    const outcomes = [...debate.state.reports.values()].map(({ id, outcome }) => [id, outcome]);
    expect(outcomes.sort()).toEqual([
      ['r-1', 'hidden'],
      ['r-2', 'hidden'],
      ['r-3', null],
    ]);
  });

  test('reopens reports with a hidden reporter', () => {
    const debate = aDebate().does('mona', newClaim('m', 'east')).does('otto', report('r-1', 'c-m'));
    debate.does('olga', settle('no_action', 'r-1')).does('susi', report('r-2', 'c-m'));
    const view = submit(
      createReplica(debate.projection('mona'), 'mona', decide),
      1,
      settle(null, 'r-1'),
    ).view;
    expect(view.reports.get('r-1')?.outcome).toBeNull();
    expect(debate.refusal('mona', settle(null, 'r-1'))).toBeNull();
  });

  test('is in the moderation log', () => {
    const debate = aDebate().does('otto', report('r-1', 'c-a'), report('r-2', 'c-d'));
    debate.does('mona', settle('no_action', 'r-1'), settle('flagged', 'r-2'), settle(null, 'r-1'));
    const acts = actsIn(debate.projection('olga')).map(({ what, by, on }) => [what, by, ...on]);
    expect(acts).toEqual([
      ['dismissed', 'mona', 'c-a'],
      ['settled', 'mona', 'c-d'],
      ['reopened', 'mona', 'c-a'],
    ]);
    for (const who of ['dana', 'otto', null]) expect(debate.projection(who).moderationLog.size).toBe(0);
  });

  test('has no reports left when the board is cleared', () => {
    const debate = aDebate().does('otto', report('r-1', 'c-a')).does('olga', { type: 'debate.clear' });
    expect(debate.state.reports.size).toBe(0);
    expect(debate.refusal('olga', settle('no_action', 'r-1'))).toBe('nothing_changed');
  });
});

describe('[RP5] a reporter', () => {
  test('sees what became of it, and not by whom', () => {
    const debate = aDebate().does('otto', report('r-1', 'c-a')).does('mona', settle('flagged', 'r-1'));
    expect(debate.projection('otto').reports.get('r-1')).toMatchObject({ outcome: 'flagged', by: '' });
    expect(debate.projection('olga').reports.get('r-1')).toMatchObject({ outcome: 'flagged', by: 'mona' });
    expect(JSON.stringify(debate.frame('otto', debate.entries.length - 1))).not.toContain('mona');
  });

  test('learns nothing else of what they may no longer see', () => {
    const debate = aDebate()
      .does('otto', report('r-1', 'c-a'))
      .does('olga', hide('c-a'), settle('hidden', 'r-1'));
    const seen = debate.projection('otto');
    expect(seen.claims.has('c-a')).toBe(false);
    expect(seen.reports.get('r-1')?.outcome).toBe('hidden');
    expect(JSON.stringify(toSnapshot(seen))).not.toContain('one two three');
  });
});
