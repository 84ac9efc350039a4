import { describe, expect, test } from 'vitest';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { FLAGS } from '#domain/debate/moderation/review.ts';
import { participantsWithOwnFrame } from '#domain/debate/projection/reprojected.ts';
import {
  actsIn,
  aDebate,
  bringBack,
  type DebateBuilder,
  hide,
  mark,
  move,
  restore,
  retract,
  revise,
  unmark,
} from '#tests/support/debate-builder.ts';

const marksOf = (debate: DebateBuilder, who: string | null, on = 'c-a') =>
  debate
    .projection(who)
    .reviews.get(on)
    ?.flags.map(({ what, note, by, other }) => ({ what, note, by, other }));

describe('[RV1] marking', () => {
  test('is listed in one order, and can be removed', () => {
    const debate = aDebate();
    for (const what of FLAGS.toReversed()) debate.does('mona', mark('c-a', what, { note: '' }));
    expect(debate.state.reviews.get('c-a')?.flags.map(({ what }) => what)).toEqual(FLAGS);
    for (const what of FLAGS) debate.does('olga', unmark('c-a', what));
    expect(debate.state.reviews.size).toBe(0);
  });

  test('may be done again with other words', () => {
    const debate = aDebate().does('olga', mark('c-a', 'unclear'));
    debate.does('mona', mark('c-a', 'unclear', { note: 'Which one?' }));
    expect(marksOf(debate, 'dana')).toEqual([
      { what: 'unclear', note: 'Which one?', by: 'mona', other: null },
    ]);
  });
});

describe('[RV2] marks', () => {
  test('are seen by all; why, by the author and moderators', () => {
    const debate = aDebate().does('olga', mark('c-a', 'unsupported'), mark('m-a', 'unclear'));
    for (const who of ['olga', 'mona', 'dana'])
      expect(marksOf(debate, who)).toEqual([
        { what: 'unsupported', note: 'Says who?', by: 'olga', other: null },
      ]);
    for (const who of ['emil', 'susi', 'otto', null]) {
      expect(marksOf(debate, who)).toEqual([{ what: 'unsupported', note: '', by: '', other: null }]);
      const frame = debate.frame(who, debate.entries.length - 2);
      expect(frame.entries).toHaveLength(2);
      expect(JSON.stringify(frame)).not.toMatch(/Says who|olga/);
    }
    expect(JSON.stringify(debate.frame('dana', debate.entries.length - 2))).toContain('Says who');
  });

  test('are sent again with what they name; only the author of the flagged content sees why', () => {
    const debate = aDebate().does('olga', mark('c-a', 'duplicate', { other: 'c-d' }));
    const after = debate.entries.length;
    debate.does('olga', hide('c-d'), bringBack('c-d'));
    expect([...participantsWithOwnFrame(debate.entries.slice(after), debate.state)].sort()).toEqual([
      'dana',
      'emil',
    ]);
    expect(JSON.stringify(debate.frame('dana', after))).toContain('Says who');
    expect(JSON.stringify(debate.frame('susi', after))).toContain('duplicate');
    expect(JSON.stringify(debate.frame('susi', after))).not.toMatch(/Says who|olga/);
  });

  test('of what is hidden are hidden with it, and what is hidden is named in none', () => {
    const debate = aDebate().does('olga', mark('c-d', 'duplicate', { other: 'c-a' }), mark('c-b', 'unclear'));
    debate.does('olga', hide('c-a'));
    const after = debate.entries.length;
    debate.does('olga', mark('c-d', 'elsewhere', { other: 'c-a' }));
    for (const who of ['emil', 'susi', null]) {
      expect(marksOf(debate, who, 'c-b')).toBeUndefined();
      expect(marksOf(debate, who, 'c-d')?.map(({ other }) => other)).toEqual([null, null]);
      expect(JSON.stringify(debate.frame(who, after))).not.toContain('c-a');
    }
    expect(marksOf(debate, 'dana', 'c-d')?.map(({ other }) => other)).toEqual(['c-a', 'c-a']);
    debate.does('olga', bringBack('c-a'));
    expect(marksOf(debate, 'susi', 'c-d')?.map(({ other }) => other)).toEqual(['c-a', 'c-a']);
    expect(marksOf(debate, 'susi', 'c-b')).toHaveLength(1);
  });

  test('go with their claim', () => {
    const debate = aDebate().does('olga', mark('c-b', 'unclear')).does('emil', move('c-b', 'west'));
    expect(marksOf(debate, 'susi', 'c-b')).toHaveLength(1);
  });
});

test('[RV3] the flags of retracted content return with it', () => {
  const debate = aDebate().does('olga', mark('c-a', 'unclear')).does('dana', retract('c-a'));
  debate.does('dana', restore('c-a'));
  expect(marksOf(debate, 'susi')).toHaveLength(1);
});

describe('[RV4] saying that it has been revised', () => {
  test('is shown to everyone, until the mark is set again', () => {
    const debate = aDebate().does('olga', mark('c-a', 'unclear'));
    debate.does('dana', revise('c-a', 'unclear'));
    for (const who of ['olga', 'susi', null])
      expect(debate.projection(who).reviews.get('c-a')?.flags[0]?.revised).toBe(true);
    debate.does('mona', mark('c-a', 'unclear', { note: 'Still.' }));
    expect(debate.state.reviews.get('c-a')?.flags[0]?.revised).toBe(false);
  });
});

describe('[RV5] each mark', () => {
  test('is in the moderation log, counted by its word, for moderators', () => {
    const debate = aDebate().does('olga', mark('c-a', 'unclear')).does('mona', unmark('c-a', 'unclear'));
    const acts = actsIn(debate.projection('mona'));
    expect(acts.map(({ what, by, on, reason, note }) => [what, by, on, reason, note])).toEqual([
      ['flagged', 'olga', ['c-a'], 'unclear', 'Says who?'],
      ['unflagged', 'mona', ['c-a'], 'unclear', ''],
    ]);
    expect(debate.projection('dana').moderationLog.size).toBe(0);
  });

  test('is removed by another, with its answer', () => {
    const debate = aDebate().does('olga', mark('c-a', 'unclear')).does('dana', revise('c-a', 'unclear'));
    const before = debate.state;
    debate.does('olga', unmark('c-a', 'unclear'));
    const { effect } = debate.entries.at(-1) ?? {};
    expect(effect && invertEffect(before, effect, 'olga')).toEqual(mark('c-a', 'unclear', { revised: true }));
  });
});
