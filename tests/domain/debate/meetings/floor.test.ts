import { describe, expect, test } from 'vitest';
import { projectOwnPart } from '#domain/debate/engine/project.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { FloorOrder } from '#domain/debate/meetings/meeting.ts';
import { shareOfSpeaking, timeSpoken } from '#domain/debate/meetings/time-spoken.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { aDebate, type DebateBuilder, meet } from '#tests/support/debate-builder.ts';
import { later } from '#tests/support/later.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';

const RAISE = { type: 'hand.raise' } as const;
const lower = (participantId: string) => ({ type: 'hand.lower', participantId }) as const;
const give = (to: string | null, seconds: number | null = null) =>
  ({ type: 'floor.give', to, seconds }) as const;

test('[FL1] hands are queued in order, and are lowered by their owner or a moderator', () => {
  const debate = aDebate().does('susi', RAISE).does('dana', RAISE).does('emil', RAISE);
  expect(debate.projection(null).floor.hands).toEqual(['susi', 'dana', 'emil']);
  debate.does('dana', lower('dana')).does('mona', lower('susi'));
  expect(debate.state.floor.hands).toEqual(['emil']);
});

describe('[FL2] the floor', () => {
  test('is given by moderators, and timed by the server', () => {
    const debate = aDebate().does('dana', RAISE);
    debate.does('olga', give('dana', 120));
    expect(debate.state.floor).toMatchObject({
      hands: [],
      speaker: { participantId: 'dana', positionId: null, since: debate.now, seconds: 120 },
    });
    later(debate, 30_000).does('mona', give('dana', 180));
    expect(debate.state.floor.speaker).toMatchObject({ since: debate.now - 30_000, seconds: 180 });
    later(debate, 10_000).does('olga', give('otto'));
    later(debate, 5_000).does('olga', give(null));
    const spoken = [...debate.state.speeches.values()].map(({ participantId, from, to }) => [
      participantId,
      to - from,
    ]);
    expect(Object.fromEntries(spoken)).toEqual({ dana: 40_000, otto: 5_000 });
  });

  test('is not taken from the person who just got it by a moderator who saw another speaker', () => {
    const debate = aDebate().does('olga', give('dana'));
    const [first, second] = [give('emil'), give('susi')].map((one) => ({ ...one, from: 'dana' }));
    debate.does('olga', first ?? expect.fail());
    expect(debate.refusal('mona', second ?? expect.fail())).toBe('floor_changed');
    expect(debate.refusal('mona', { ...give(null), from: 'dana' })).toBe('floor_changed');
    expect(debate.refusal('mona', { ...give('susi'), from: 'emil' })).toBeNull();
  });

  test('is not given back with more time once another moderator ended the speech', () => {
    const debate = aDebate().does('olga', give('dana', 120));
    const more = { ...give('dana', 150), from: 'dana' };
    debate.does('olga', give(null));
    expect(debate.refusal('mona', more)).toBe('floor_changed');
    expect(debate.refusal('mona', { ...give('dana', 120), from: null })).toBeNull();
    expect(debate.does('olga', give('dana', 120)).refusal('mona', more)).toBeNull();
  });

  test('is spoken on for the position one spoke for when one began', () => {
    const debate = aDebate();
    debate
      .does('dana', { type: 'team.choose', participantId: 'dana', team: 'east' })
      .does('olga', give('dana'));
    debate.does('dana', { type: 'team.choose', participantId: 'dana', team: 'west' });
    later(debate, 1_000).does('olga', give(null));
    expect([...debate.state.speeches.values()]).toMatchObject([{ positionId: 'east' }]);
  });
});

test('[FL3] a muted, removed or erased person neither speaks nor asks to', () => {
  const away = [
    { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' },
    { type: 'participant.setMembership', participantId: 'dana', membership: 'removed', reason: 'other' },
    { type: 'participant.setMembership', participantId: 'dana', membership: 'banned', reason: 'other' },
  ] as const;
  for (const measure of away) {
    const asking = aDebate().does('dana', RAISE).does('olga', measure);
    expect(asking.projection(null).floor.hands).toEqual([]);
    const speaking = later(aDebate().does('olga', give('dana')), 2_000).does('olga', measure);
    expect(speaking.state.floor.speaker).toBeNull();
    expect([...speaking.state.speeches.values()]).toMatchObject([{ participantId: 'dana' }]);
  }
  const erased = aDebate().does('dana', RAISE);
  erased.does('system', { type: 'participant.erase', participantId: 'dana', words: false });
  expect(erased.state.floor.hands).toEqual([]);
});

test('[FL3] a person whose new role raises no hand has none up', () => {
  const debate = aDebate().does('dana', RAISE).does('emil', RAISE);
  debate.does('olga', { type: 'participant.appoint', participantId: 'dana', role: 'observer' });
  debate.does('olga', { type: 'participant.appoint', participantId: 'emil', role: 'suggester' });
  expect(debate.state.floor.hands).toEqual(['emil']);
});

describe('[FL3] a speech ends, and hands are lowered', () => {
  const status = (status: 'open' | 'closed' | 'archived') => ({ type: 'debate.setStatus', status }) as const;

  test.each([
    ['a meeting ends', meet(false)],
    ['the agenda ends', turnTo(null, OPEN.id)],
    ['the debate is closed', status('closed')],
    ['the debate is archived', status('archived')],
  ] as const)('when %s', (_, ends) => {
    const debate = aDebate().does('olga', setAgenda([OPEN]), turnTo(OPEN.id), give('dana'));
    debate.does('emil', RAISE).does('susi', RAISE);
    later(debate, 5_000).does('mona', ends);
    const spokenUntil = debate.now;
    later(debate, 7 * 86_400_000);
    for (const who of ['olga', 'otto', null])
      expect(debate.projection(who).floor).toMatchObject({ hands: [], speaker: null });
    const spoken = [...debate.state.speeches.values()].map(({ participantId, to }) => [participantId, to]);
    expect(spoken).toEqual([['dana', spokenUntil]]);
  });

  test('in the record of the meeting', () => {
    const debate = aDebate().does('olga', meet(true), give('dana'));
    later(debate, 5_000).does('olga', meet(false));
    const [meeting] = debate.state.meetings.values();
    const ended = debate.entries.find(({ effect }) => effect.type === 'floor.given' && effect.to === null);
    expect(ended?.seq).toBeLessThan(meeting?.to ?? 0);
  });

  test('but not when the debate is opened again, nor by the next phase', () => {
    const debate = aDebate().does('olga', setAgenda([OPEN, VOTING]), turnTo(OPEN.id), status('closed'));
    debate.does('olga', status('open'), give('dana'), turnTo(VOTING.id, OPEN.id));
    expect(debate.state.floor.speaker).toMatchObject({ participantId: 'dana' });
  });

  test('[FL2] and nobody is given the floor before the debate is opened again', () => {
    const debate = aDebate().does('olga', status('closed'));
    expect(debate.refusal('olga', give('dana'))).toBe('debate_closed');
    expect(debate.refusal('olga', give(null))).toBe('debate_closed');
    debate.does('olga', status('open'));
    expect(debate.refusal('olga', give('dana'))).toBeNull();
  });
});

test('[FL3] a measure against who neither speaks nor asks to is in nobody’s floor', () => {
  const debate = aDebate();
  const before = debate.state.seq;
  debate.does('olga', { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' });
  expect(debate.frame('emil', before).entries).toEqual([]);
});

test('[FL4] speaking time is counted by person and by position, between two moments, up to now', () => {
  const debate = aDebate();
  debate.does('dana', { type: 'team.choose', participantId: 'dana', team: 'east' });
  const start = debate.now;
  debate.does('olga', give('dana'));
  later(debate, 10_000).does('olga', give('emil'));
  later(debate, 4_000).does('olga', give('dana'));
  const now = debate.now + 3_000;
  const { state } = debate;
  expect(Object.fromEntries(timeSpoken(state, 'participantId', [start, now]))).toEqual({
    dana: { milliseconds: 13_000, times: 2 },
    emil: { milliseconds: 4_000, times: 1 },
  });
  expect(Object.fromEntries(timeSpoken(state, 'positionId', [start, now]))).toEqual({
    east: { milliseconds: 13_000, times: 2 },
    '': { milliseconds: 4_000, times: 1 },
  });
  expect(timeSpoken(state, 'participantId', [start + 8_000, start + 11_000]).get('dana')?.milliseconds).toBe(
    2_000,
  );
});

test('[FL5] in an anonymous debate only moderators and the speaker see who asks and speaks', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
  const before = debate.state.seq;
  debate.does('dana', RAISE).does('emil', RAISE).does('susi', RAISE).does('olga', give('emil', 60));
  later(debate, 1_000).does('olga', give('susi', 60));
  expect(debate.projection('mona').floor.hands).toEqual(['dana']);
  for (const who of ['otto', null]) {
    const { floor, speeches } = debate.projection(who);
    expect([floor.hands, floor.speaker?.participantId, floor.speaker?.seconds]).toEqual([[''], '', 60]);
    expect([...speeches.values()].map(({ participantId }) => participantId)).toEqual(['']);
    const sent = JSON.stringify([toSnapshot(debate.projection(who)), debate.frame(who, before)]);
    for (const id of ['dana', 'emil', 'susi']) expect(sent).not.toContain(id);
  }
  expect(debate.projection('dana').floor.hands).toEqual(['dana']);
  expect(JSON.stringify(debate.frame('dana', before).entries)).not.toMatch(/emil|susi/);
  expect(projectOwnPart(debate.state, 'debaters', 'emil')?.floor?.speeches).toMatchObject([
    { participantId: 'emil' },
  ]);
  expect(projectOwnPart(debate.state, 'debaters', 'otto')).toBeNull();
});

describe('[FL6] [FL7] hands are queued', () => {
  const order = (order: FloorOrder) => ({ type: 'floor.order', order }) as const;
  const choose = (participantId: string, team: string) =>
    ({ type: 'team.choose', participantId, team }) as const;
  const queue = (debate: DebateBuilder, who: string | null = null) => debate.projection(who).floor.hands;

  test('people who have spoken least first, equal ones as they were raised', () => {
    const debate = aDebate().does('olga', give('dana'));
    later(debate, 20_000).does('olga', give('emil'));
    later(debate, 10_000).does('olga', give(null));
    debate.does('dana', RAISE).does('emil', RAISE).does('susi', RAISE).does('mona', RAISE);
    expect(queue(debate)).toEqual(['dana', 'emil', 'susi', 'mona']);
    debate.does('olga', order('least_spoken'));
    for (const who of ['olga', 'dana', 'otto', null])
      expect(queue(debate, who)).toEqual(['susi', 'mona', 'emil', 'dana']);
    expect(debate.state.floor.hands).toEqual(['dana', 'emil', 'susi', 'mona']);
    later(debate.does('olga', give('mona')), 30_000)
      .does('olga', give(null))
      .does('mona', RAISE);
    expect(queue(debate)).toEqual(['susi', 'emil', 'dana', 'mona']);
  });

  test('first-time speakers first', () => {
    const debate = aDebate().does('olga', order('first_timers'), give('dana'));
    later(debate, 1_000).does('olga', give(null));
    debate.does('dana', RAISE).does('emil', RAISE).does('susi', RAISE);
    expect(queue(debate)).toEqual(['emil', 'susi', 'dana']);
  });

  test('teams in turn, the present speech counted, and again when one of them chooses another team', () => {
    const debate = aDebate().does('olga', order('teams'));
    debate.does('dana', choose('dana', 'east')).does('emil', choose('emil', 'east'));
    debate.does('susi', choose('susi', 'west')).does('mona', choose('mona', 'west'));
    debate.does('emil', RAISE).does('susi', RAISE).does('mona', RAISE);
    expect(queue(debate)).toEqual(['emil', 'susi', 'mona']);
    later(debate, 1).does('olga', give('dana'));
    expect(queue(debate)).toEqual(['susi', 'emil', 'mona']);
    const [before, without] = [debate.state.seq, queue(debate, 'otto')];
    debate.does('emil', choose('emil', 'west'));
    expect(queue(debate)).not.toEqual(without);
    expect(debate.frame('otto', before).entries.at(-1)?.effect).toMatchObject({
      type: 'floor.projected',
      floor: { hands: queue(debate) },
    });
  });

  test('while someone speaks the queue stays as it is', () => {
    const debate = aDebate().does('olga', order('least_spoken'), give('dana'));
    debate.does('emil', RAISE).does('susi', RAISE);
    later(debate, 60_000);
    expect(queue(debate)).toEqual(['emil', 'susi']);
  });

  test('in an anonymous debate a person learns only their own place', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' }, give('dana'));
    later(debate, 1_000).does('olga', give(null), order('first_timers'));
    debate.does('dana', RAISE).does('emil', RAISE);
    expect([queue(debate, 'dana'), queue(debate, 'mona'), queue(debate)]).toEqual([
      ['', 'dana'],
      ['emil', 'dana'],
      ['', ''],
    ]);
  });
});

describe('[FL8] an invitation to speak', () => {
  const invite = { type: 'floor.invite', participantId: 'dana' } as const;
  const names = { type: 'debate.configure', names: 'anonymous' } as const;

  test.each([[[]], [[names]]])('is known to moderators and that person alone', (settings) => {
    const debate = aDebate().does('olga', ...settings);
    const before = debate.state.seq;
    const cursors = () => ['emil', 'otto', null].map((who) => cursorFor(debate.state, who).seq);
    const counted = cursors();
    debate.does('mona', invite);
    expect(cursors()).toEqual(counted);
    for (const who of ['olga', 'mona', 'dana'])
      expect([debate.projection(who).floor.invited, debate.frame(who, before).entries.length]).toEqual([
        ['dana'],
        1,
      ]);
    for (const who of ['emil', 'otto', null])
      expect([debate.projection(who).floor.invited, debate.frame(who, before).entries]).toEqual([[], []]);
    expect(projectOwnPart(debate.state, 'debaters', 'dana')?.floor?.floor.invited).toEqual(['dana']);
    expect(projectOwnPart(debate.state, 'debaters', 'emil')).toBeNull();
  });

  test('stays with that person when the floor changes for everyone', () => {
    const debate = aDebate().does('olga', invite);
    const before = debate.state.seq;
    debate.does('emil', RAISE);
    const floorOf = (who: string) => debate.frame(who, before).entries.at(-1)?.effect;
    expect(floorOf('dana')).toMatchObject({ floor: { hands: ['emil'], invited: ['dana'] } });
    expect(floorOf('susi')).toMatchObject({ floor: { hands: ['emil'], invited: [] } });
  });

  test('ends when it is declined, or when they raise a hand, get the floor or are muted', () => {
    const ends = [
      ['dana', { type: 'floor.uninvite', participantId: 'dana' }],
      ['dana', RAISE],
      ['olga', give('dana')],
      ['olga', { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' }],
      ['olga', { type: 'participant.appoint', participantId: 'dana', role: 'observer' }],
      ['olga', { type: 'participant.appoint', participantId: 'dana', role: 'moderator' }],
    ] as const;
    for (const [who, operation] of ends) {
      const debate = aDebate().does('olga', invite).does(who, operation);
      expect(debate.state.floor.invited).toEqual([]);
    }
  });
});

test('[FL9] the stage shows speaking time by position, also of positions nobody has spoken for, and names no one', () => {
  const debate = aDebate().does('dana', { type: 'team.choose', participantId: 'dana', team: 'west' });
  expect(shareOfSpeaking(debate.state).map(({ milliseconds }) => milliseconds)).toEqual([0, 0]);
  debate.does('olga', give('dana'));
  later(debate, 3_000).does('olga', give('emil'));
  later(debate, 2_000).does('olga', give('dana'));
  later(debate, 9_000);
  expect(shareOfSpeaking(debate.projection(null))).toEqual([
    { id: 'east', milliseconds: 0 },
    { id: 'west', milliseconds: 3_000 },
    { id: '', milliseconds: 2_000 },
  ]);
});
