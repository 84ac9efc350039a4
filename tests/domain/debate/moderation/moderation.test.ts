import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import {
  actsIn,
  aDebate,
  agree,
  bringBack,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  everythingOf,
  hide,
  merge,
  move,
  newClaim,
  sweep,
  targetOf,
} from '#tests/support/debate-builder.ts';

/** Tests whether any of these words or ids are in a participant's projection, or in its frames from some entry on. */
function sees(
  debate: DebateBuilder,
  who: string | null,
  words: RegExp,
  after = debate.entries.length,
): boolean {
  const frame = debate.frame(who, after);
  return words.test(JSON.stringify([toSnapshot(debate.projection(who)), frame.entries, frame.own]));
}

describe('[MO1] hiding and showing again', () => {
  test('leaves everything as it was', () => {
    const debate = aDebate();
    const before = toSnapshot(debate.state);
    debate.does('mona', hide('c-a', 'm-a'));
    expect(debate.state.hidden.get('c-a')).toMatchObject({ reason: 'abusive', note: 'Say it kindly' });
    debate.does('olga', bringBack('c-a', 'm-a'));
    const { seq, at, numbering, moderationLog, ...rest } = toSnapshot(debate.state);
    expect(rest).toEqual(
      Object.fromEntries(
        Object.entries(before).filter(
          ([name]) => !['seq', 'at', 'numbering', 'moderationLog'].includes(name),
        ),
      ),
    );
  });

  test('is for moderators', () => {
    const debate = aDebate();
    for (const who of ['dana', 'emil', 'susi', 'otto']) {
      expect(debate.refusal(who, hide('c-a'))).toBe('not_allowed');
      expect(debate.refusal(who, sweep('emil'))).toBe('not_allowed');
      expect(debate.refusal(who, bringBack('c-a'))).toBe('not_allowed');
    }
  });

  test('names claims and comments that are there, a reason, and a note of bounded length', () => {
    const debate = aDebate();
    expect(debate.refusal('olga', hide('c-?'))).toBe('unknown_target');
    expect(debate.refusal('olga', hide('east'))).toBe('unknown_target');
    expect(debate.refusal('olga', { ...hide('c-a'), reason: ' ' })).toBe('text_empty');
    const note = 'x'.repeat(LIMITS.noteCharacters + 1);
    expect(debate.refusal('olga', { ...hide('c-a'), note })).toBe('text_too_long');
  });

  test('is undone by its opposite', () => {
    const debate = aDebate().does('olga', hide('c-a'));
    const { effect } = debate.entries.at(-1) ?? {};
    expect(effect && invertEffect(debate.state, effect, 'olga')).toEqual(bringBack('c-a'));
    const before = debate.state;
    debate.does('olga', bringBack('c-a'));
    const { effect: shown } = debate.entries.at(-1) ?? {};
    expect(shown && invertEffect(before, shown, 'olga')).toEqual(hide('c-a'));
  });
});

describe('[MO2] hidden content', () => {
  /** Under c-a of dana all kinds of things hang; c-w in the west, which stays, is linked with them. */
  const laden = () =>
    aDebate()
      .does('emil', newClaim('w', 'west', { text: 'stays' }))
      .does('emil', crossLink('x-in', 'c-w', 'c-a'), crossLink('x-out', 'c-b', 'c-w'))
      .does('susi', newCommentOn('m-in', 'x-in', 'on the link'), newCommentOn('m-w', 'c-w', 'stays too'))
      .does('emil', newClaim('v', 'x-out', { relation: 'attack', text: 'undercuts the link' }));
  const newCommentOn = (commentId: string, on: string, text: string) =>
    comment({ commentId, on: targetOf(on), text });
  const hidden =
    /one two three|four five six|does not follow|on the link|undercuts|Why\?|"c-[abuv]"|x-in|x-out/;

  test('is in nothing that others see or receive, with everything attached to it', () => {
    const debate = laden();
    const from = debate.entries.length;
    for (const who of ['emil', 'susi', 'otto', null]) expect(sees(debate, who, hidden)).toBe(true);
    debate.does('olga', hide('c-a'));
    debate.does('mona', editTo(debate.state, 'c-a', 'one two three and four'), agree('c-b'));
    debate.does('dana', comment({ commentId: 'm-more', text: 'Why? Because' }));
    for (const who of ['emil', 'susi', 'otto', null]) {
      expect(sees(debate, who, hidden), `${who}`).toBe(false);
      expect(sees(debate, who, hidden, from + 1)).toBe(false);
      expect(JSON.stringify(debate.frame(who, from))).not.toMatch(/one two|four five|Because|abusive|kindly/);
      expect(debate.projection(who).claims.has('c-w')).toBe(true);
      expect(debate.projection(who).comments.has('m-w')).toBe(true);
    }
  });

  test('is there for moderators and for its author, who sees why', () => {
    const debate = laden().does('olga', hide('c-a'));
    for (const who of ['olga', 'mona', 'dana']) {
      const seen = debate.projection(who);
      expect(seen.claims.get('c-b')?.text).toBe('four five six');
      expect(seen.hidden.get('c-a')).toMatchObject({ reason: 'abusive', note: 'Say it kindly' });
    }
  });

  test('by two people is seen by each as far as nothing of the other is above it', () => {
    const debate = laden().does('olga', hide('c-a', 'c-b'));
    expect([...debate.projection('dana').claims.keys()].sort()).toEqual(['c-a', 'c-d', 'c-w']);
    expect([...debate.projection('emil').claims.keys()].sort()).toEqual(['c-d', 'c-w']);
    debate.does('olga', bringBack('c-a'));
    expect([...debate.projection('emil').claims.keys()].sort()).toEqual([
      'c-a',
      'c-b',
      'c-d',
      'c-u',
      'c-v',
      'c-w',
    ]);
  });

  test('takes the replies to a comment with it, and leaves the others', () => {
    const debate = aDebate()
      .does('emil', comment({ commentId: 'm-r', replyTo: 'm-a' }), comment({ commentId: 'm-o' }))
      .does('olga', hide('m-a'));
    expect(debate.projection('susi').commentsOn.get('c-a')).toEqual(['m-o']);
    expect(debate.projection('dana').commentsOn.get('c-a')).toEqual(['m-a', 'm-r', 'm-o']);
  });
});

describe('[MO3] for people who may not see it, it does not exist', () => {
  const debate = aDebate().does('olga', hide('c-a'));

  test('whatever they ask for', () => {
    expect(debate.refusal('emil', newClaim('n', 'c-a'))).toBe('unknown_target');
    expect(debate.refusal('emil', newClaim('n', 'c-b'))).toBe('unknown_target');
    expect(debate.refusal('emil', newClaim('n', 'l-b', { relation: 'attack' }))).toBe('unknown_link');
    expect(debate.refusal('emil', editTo(debate.state, 'c-a', 'x'))).toBe('unknown_claim');
    expect(debate.refusal('emil', move('c-b', 'west'))).toBe('unknown_claim');
    expect(debate.refusal('emil', move('c-d', 'c-a'))).toBe('unknown_target');
    expect(debate.refusal('emil', agree('c-a'))).toBe('unknown_claim');
    expect(debate.refusal('emil', crossLink('x-n', 'c-d', 'c-a'))).toBe('unknown_target');
    expect(debate.refusal('emil', { type: 'link.retract', linkId: 'x-a' })).toBe('unknown_link');
    expect(debate.refusal('susi', comment())).toBe('unknown_target');
    expect(debate.refusal('susi', comment({ on: targetOf('l-b') }))).toBe('unknown_link');
  });

  test('its author revises it, and may be answered by moderators', () => {
    expect(debate.refusal('dana', editTo(debate.state, 'c-a', 'said kindly'))).toBeNull();
    expect(debate.refusal('dana', agree('c-a'))).toBeNull();
    expect(debate.refusal('mona', newClaim('n', 'c-a'))).toBeNull();
  });
});

test('[MO4] a claim moved out of it is visible again, one moved under it is hidden with it', () => {
  const debate = aDebate().does('olga', hide('c-a'));
  expect(debate.projection('susi').claims.has('c-b')).toBe(false);
  debate.does('olga', move('c-b', 'west'));
  expect(debate.projection('susi').claims.has('c-b')).toBe(true);
  debate.does('olga', move('c-d', 'c-a'));
  expect(debate.projection('susi').claims.has('c-d')).toBe(false);
});

test('[MO4] a claim that is moved under hidden content and then hidden disappears, also if both arrive at once', () => {
  const before = aDebate().does('olga', hide('c-a'));
  const debate = before.copy().does('olga', move('c-d', 'c-a'), hide('c-d'));
  for (const who of ['susi', 'dana', null]) {
    const { entries, own } = debate.frame(who, before.entries.length);
    const folded = evolveAll(before.projection(who), [...entries, ...(own ?? [])]);
    expect(folded.claims.has('c-d'), `${who}`).toBe(false);
    const { seq, at, ...now } = toSnapshot(debate.projection(who));
    expect(toSnapshot(folded), `${who}`).toMatchObject(now);
  }
});

test('[MO5] hidden content keeps its first reason; hiding several skips it', () => {
  const debate = aDebate().does('olga', hide('c-a'));
  expect(debate.refusal('mona', { ...hide('c-a'), reason: 'spam' })).toBe('nothing_changed');
  debate.does('mona', { ...hide('c-a', 'c-d'), reason: 'spam' });
  expect(debate.entries.at(-1)?.effect).toMatchObject({ type: 'content.hidden', ids: ['c-d'] });
  expect(debate.state.hidden.get('c-a')?.reason).toBe('abusive');
  expect(debate.refusal('mona', bringBack('c-b'))).toBe('nothing_changed');
});

test('[MO6] all that one person wrote is hidden in one act, and comes back in one', () => {
  const debate = aDebate();
  const before = everythingOf(debate.projection('susi'));
  debate.does('olga', sweep('emil'));
  expect([...debate.projection('susi').claims.keys()]).toEqual(['c-a']);
  expect(debate.refusal('olga', sweep('emil'))).toBe('nothing_changed');
  const { effect } = debate.entries.at(-1) ?? {};
  debate.does('olga', (effect && invertEffect(debate.state, effect, 'olga')) ?? bringBack());
  expect({ ...debate.projection('susi'), seq: 0 }.claims.size).toBe(4);
  expect(JSON.stringify(before)).toContain('c-d');
});

test('[MO7] a debate chooses its reasons, in words that may stand', () => {
  const debate = aDebate();
  expect(debate.state.head?.settings.reasons).toContain('abusive');
  const choose = (...reasons: string[]) => ({ type: 'debate.configure', reasons }) as const;
  expect(debate.refusal('olga', choose('rude', ' '))).toBe('text_empty');
  debate.does('olga', choose('rude', 'too long'));
  expect(debate.state.head?.settings.reasons).toEqual(['rude', 'too long']);
  expect(debate.refusal('mona', choose('rude', 'too long'))).toBe('nothing_changed');
});

test('[MO8] sanctions are in the moderation log, which only moderators see', () => {
  const measure = (membership: 'member' | 'removed' | 'banned', reason: 'abusive' | null) =>
    ({ type: 'participant.setMembership', participantId: 'emil', membership, reason }) as const;
  const mute = (muted: boolean) =>
    ({ type: 'participant.mute', participantId: 'emil', muted, reason: muted ? 'flooding' : null }) as const;
  for (const names of ['shown', 'anonymous'] as const) {
    const debate = aDebate();
    if (names !== 'shown') debate.does('olga', { type: 'debate.configure', names });
    const after = debate.state.seq;
    debate.does('mona', mute(true), mute(false), measure('removed', 'abusive'));
    debate.does('olga', measure('banned', 'abusive'), measure('member', null));
    debate.does('mona', { type: 'participant.appoint', participantId: 'emil', role: 'suggester' });
    debate.does('mona', { type: 'participant.rename', participantId: 'emil', name: 'Emil' });
    const actions = actsIn(debate.projection('mona'));
    expect(actions.map(({ what, by, on, reason }) => [what, by, ...on, reason])).toEqual([
      ['muted', 'mona', 'emil', 'flooding'],
      ['unmuted', 'mona', 'emil', ''],
      ['removed', 'mona', 'emil', 'abusive'],
      ['banned', 'olga', 'emil', 'abusive'],
      ['readmitted', 'olga', 'emil', ''],
      ['appointed', 'mona', 'emil', ''],
      ['renamed', 'mona', 'emil', ''],
    ]);
    for (const who of ['emil', 'dana', null]) {
      expect(debate.projection(who).moderationLog.size).toBe(0);
      expect(JSON.stringify(debate.frame(who, after))).not.toMatch(/flooding|abusive/);
    }
  }
});

test('[MO8] each act is in the moderation log, for moderators', () => {
  const debate = aDebate().does('mona', hide('c-a')).does('olga', bringBack('c-a'), sweep('emil'));
  const acts = actsIn(debate.projection('mona')).map(({ what, by, on, reason }) => ({
    what,
    by,
    on: on.length,
    reason,
  }));
  expect(acts).toEqual([
    { what: 'hidden', by: 'mona', on: 1, reason: 'abusive' },
    { what: 'restored', by: 'olga', on: 1, reason: '' },
    { what: 'hidden', by: 'olga', on: 2, reason: 'spam' },
  ]);
  for (const who of ['dana', 'emil', null]) expect(debate.projection(who).moderationLog.size).toBe(0);
});

describe('[MO6] hiding what one person wrote lately', () => {
  test('leaves what is older', () => {
    const debate = aDebate();
    debate.now = 50_000;
    debate.does('emil', newClaim('new', 'east'));
    debate.does('mona', { ...sweep('emil'), since: 50_000 });
    expect([...debate.state.hidden.keys()]).toEqual(['c-new']);
    debate.now += 1;
    expect(debate.refusal('mona', { ...sweep('emil'), since: debate.now })).toBe('nothing_changed');
  });
});

describe('[MO11] retracting someone else’s claim', () => {
  const retract = (reason?: string) =>
    ({ type: 'claim.retract', claimId: 'c-a', ...(reason !== undefined && { reason }) }) as const;

  test('asks for one of the debate’s reasons', () => {
    const debate = aDebate();
    expect(debate.refusal('mona', retract())).toBe('reason_missing');
    expect(debate.refusal('mona', retract('no good'))).toBe('unknown_reason');
    debate.does('mona', retract('off_topic'));
    expect(debate.state.claims.get('c-a')).toMatchObject({ retracted: true, retractedFor: 'off_topic' });
    expect([...debate.state.moderationLog.values()].at(-1)).toMatchObject({
      what: 'retracted',
      on: ['c-a'],
      by: 'mona',
      reason: 'off_topic',
    });
    // Undone and done again it has the reason it had.
    const before = debate.state;
    debate.does('mona', { type: 'claim.restore', claimId: 'c-a' });
    expect(debate.state.claims.get('c-a')).not.toHaveProperty('retractedFor');
    expect(invertEffect(before, { type: 'claim.restored', claimId: 'c-a' }, 'mona')).toEqual(
      retract('off_topic'),
    );
  });

  test('is sent to everyone with the reason, without the log', () => {
    const debate = aDebate();
    const { length } = debate.entries;
    debate.does('mona', retract('off_topic'));
    for (const who of ['emil', null]) {
      expect(debate.projection(who).claims.get('c-a')).toMatchObject({ retractedFor: 'off_topic' });
      expect(JSON.stringify(debate.frame(who, length).entries)).toContain('"unlogged":true');
    }
    expect(debate.projection('mona').moderationLog.size).toBe(1);
  });

  test('asks its author for none', () => {
    aDebate().does('dana', retract());
  });
});

test('votes on what was merged into a claim do not count for it while that is hidden', () => {
  const debate = aDebate().does('emil', newClaim('n', 'west')).does('emil', agree('c-n'));
  debate.does('olga', merge('c-n', 'c-d'));
  const agreed = () => debate.state.claims.get('c-d')?.tally.agree;
  expect(agreed()).toBe(1);
  debate.does('olga', hide('c-n'));
  expect(agreed()).toBe(0);
  debate.does('olga', bringBack('c-n'));
  expect(agreed()).toBe(1);
});
