import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { questionsInOrder, supportOf } from '#domain/debate/questions/questions.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { readParley } from '#domain/formats/parley/read-parley.ts';
import { happeningsOf } from '#domain/history/activity.ts';
import { beginNotes, noteEntry } from '#domain/meeting/meeting-notes.ts';
import { meetingRecord } from '#domain/meeting/meeting-record.ts';
import { aDebate, bringBack, type DebateBuilder, everythingOf, hide } from '#tests/support/debate-builder.ts';
import { fillUp } from '#tests/support/decision-cases.ts';
import {
  ask,
  markAnswered,
  mergeQuestion,
  pin,
  support,
  withdrawQuestion,
} from '#tests/support/made-questions.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const TEXT = 'Who paid for the study?';
const shown = (debate: DebateBuilder, who: string | null) => debate.projection(who).questions.get('u-n');
const people = (debate: DebateBuilder, who: string | null = null, id = 'u-n') =>
  supportOf(debate.projection(who).questions.get(id) ?? {});
const stage = (on: string | null) => ({ type: 'spotlight.set', on, call: false }) as const;
const hiddenTallies = [{ ...VOTING, hides: ['tallies'] as const }];

/** All that a state has of questions. */
function seenBy(state: DebateState): unknown {
  const { questions, ratings, spotlight, hidden, embargoed } = toSnapshot(state);
  return { questions, ratings, spotlight, hidden, embargoed };
}

/** The same for a viewer who had the debate open since the first `after` entries. */
function followed(debate: DebateBuilder, who: string | null, after: number): unknown {
  const { entries, own } = debate.frame(who, after);
  return seenBy(
    evolveAll(debate.projection(who, debate.stateAt(after)), [...(entries ?? []), ...(own ?? [])]),
  );
}

test('[FQ1] a debate has at most 1,000 questions, of which at most 10 of a person wait', () => {
  const full = aDebate();
  for (let made = 0; made < LIMITS.openQuestions; made += 1) full.does('emil', ask(`u-${made}`));
  expect(full.ask('emil', ask('u-n'))).toMatchObject({ rejection: { code: 'questions_full', limit: 10 } });
  // One withdrawn makes room for another, and is asked again only when there is room for it.
  full.does('emil', withdrawQuestion('u-0'), ask('u-n'));
  expect(full.refusal('emil', withdrawQuestion('u-0', false))).toBe('questions_full');
  full.does('olga', markAnswered('u-1')).does('emil', withdrawQuestion('u-0', false));
  fillUp('questions', LIMITS.questions)(full);
  expect(full.ask('dana', ask('u-m'))).toMatchObject({ rejection: { code: 'too_many', limit: 1_000 } });
});

test('[FQ1] nobody uses up the questions of a debate by withdrawing theirs', () => {
  const debate = aDebate();
  for (let made = 0; made < LIMITS.questionsOfOne; made += 1)
    debate.does('emil', ask(`u-${made}`), withdrawQuestion(`u-${made}`));
  const refused = { rejection: { code: 'questions_used_up', limit: 50 } };
  expect(debate.ask('emil', ask('u-n'))).toMatchObject(refused);
  expect(debate.refusal('dana', ask('u-n'))).toBeNull();
});

describe('[FQ2] support', () => {
  const debate = () => aDebate().does('dana', ask('u-n', TEXT));

  test('is counted for everyone, and shows nobody whose it is', () => {
    const asked = debate().does('emil', support('u-n')).does('susi', support('u-n'));
    for (const who of [null, 'olga', 'dana', 'emil']) expect(people(asked, who)).toBe(2);
    expect([...asked.projection('emil').ratings.keys()]).toEqual(['u-n']);
    for (const who of [null, 'olga', 'dana']) expect(asked.projection(who).ratings.size).toBe(0);
    asked.does('emil', support('u-n', false));
    expect(people(asked)).toBe(1);
  });

  test('is hidden while tallies are, for moderators too, and shown after it', () => {
    const asked = debate()
      .does('emil', support('u-n'))
      .does('olga', setAgenda([...hiddenTallies, OPEN]), turnTo('p-vote'))
      .does('susi', support('u-n'));
    for (const who of [null, 'olga', 'dana']) expect(people(asked, who)).toBe(0);
    const before = asked.entries.length;
    asked.does('mona', support('u-n'));
    expect(JSON.stringify(asked.frame('olga', before).entries)).not.toContain('u-n');
    asked.does('olga', turnTo('p-open', 'p-vote'));
    for (const who of [null, 'olga', 'dana']) expect(people(asked, who)).toBe(3);
  });

  test('is never shown in a secret ballot', () => {
    const asked = debate().does('olga', { type: 'debate.configure', ballots: 'secret' });
    for (const who of ['olga', 'mona', 'dana', 'emil', 'susi']) asked.does(who, support('u-n'));
    expect(people(asked, 'olga')).toBe(0);
    asked.does('olga', setAgenda([{ ...OPEN, may: ['add'] }]), turnTo('p-open'));
    const before = asked.entries.length;
    asked.does('emil', support('u-n', false), support('u-n'));
    // Frames without counts would still count people.
    for (const who of ['olga', null]) expect(asked.frame(who, before).entries).toEqual([]);
    asked.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(people(asked, 'olga')).toBe(0);
  });
});

describe('[FQ3] questions that ask the same', () => {
  const debate = () => aDebate().does('dana', ask('u-n', TEXT)).does('emil', ask('u-e', 'Who paid?'));

  test('are counted together, each person once', () => {
    const asked = debate()
      .does('susi', support('u-n'), support('u-e'))
      .does('mona', support('u-e'))
      .does('olga', mergeQuestion('u-e', 'u-n'));
    expect(people(asked)).toBe(2);
    asked.does('susi', support('u-n', false));
    expect(people(asked)).toBe(1);
    asked.does('emil', withdrawQuestion('u-e'));
    expect(people(asked)).toBe(1);
    asked.does('emil', withdrawQuestion('u-e', false)).does('olga', mergeQuestion('u-e', null));
    expect(people(asked)).toBe(0);
    expect(people(asked, null, 'u-e')).toBe(1);
  });

  test('do not show by their sum whether the author of one supports the other', () => {
    for (const supporter of ['emil', 'susi']) {
      const asked = debate().does(supporter, support('u-n')).does('olga', mergeQuestion('u-e', 'u-n'));
      expect(people(asked)).toBe(1);
    }
  });

  test('lose support together, and get it back at the one that stays', () => {
    const asked = debate()
      .does('susi', support('u-e'))
      .does('olga', mergeQuestion('u-e', 'u-n'))
      .does('susi', support('u-n', false), support('u-n'))
      .does('olga', mergeQuestion('u-e', null));
    expect([people(asked), people(asked, null, 'u-e')]).toEqual([1, 0]);
  });

  test('look to every viewer as they do on opening the debate', () => {
    const asked = debate().does('susi', support('u-n'), support('u-e')).does('mona', support('u-e'));
    const acts = [
      ['olga', mergeQuestion('u-e', 'u-n')],
      ['susi', support('u-n', false)],
      ['susi', support('u-e')],
      ['olga', mergeQuestion('u-e', null)],
      ['emil', support('u-e')],
      ['olga', mergeQuestion('u-n', 'u-e')],
      ['olga', mergeQuestion('u-e', 'u-q')],
      ['susi', support('u-q', false)],
      ['olga', mergeQuestion('u-n', null)],
    ] as const;
    for (const [who, act] of acts) {
      const before = asked.entries.length;
      asked.does(who, act);
      for (const viewer of ['olga', 'susi', 'emil', null])
        expect(followed(asked, viewer, before)).toEqual(seenBy(asked.projection(viewer)));
    }
  });
});

describe('[FQ3] a question whose merge is not shown', () => {
  const merged = () =>
    aDebate()
      .does('dana', ask('u-n', TEXT))
      .does('emil', ask('u-e', 'Who paid?'))
      .does('mona', support('u-n'))
      .does('olga', mergeQuestion('u-n', 'u-e'));
  const listed = (debate: DebateBuilder, who: string | null) =>
    questionsInOrder(debate.projection(who)).map(({ id }) => id);
  const unlists = [
    ['withdrawn', (debate: DebateBuilder) => debate.does('emil', withdrawQuestion('u-e'))],
    ['hidden', (debate: DebateBuilder) => debate.does('olga', hide('u-e'))],
  ] as const;

  test.each(unlists)('stands for itself while the other is %s', (_, unlist) => {
    const debate = unlist(merged());
    for (const who of ['olga', 'dana', null]) expect(listed(debate, who)).toContain('u-n');
    debate.does('susi', support('u-n'));
    expect(people(debate)).toBe(2);
    debate.does('olga', stage('u-n'), pin('u-n'));
    expect(debate.state.spotlight?.on).toBe('u-n');
    debate.does('olga', mergeQuestion('u-n', 'u-q'));
    expect(shown(debate, null)?.into).toBe('u-q');
    expect(listed(debate, null)).toEqual(['u-q']);
  });

  test('is merged again when the other is asked again or restored', () => {
    const debate = merged().does('emil', withdrawQuestion('u-e'), withdrawQuestion('u-e', false));
    expect(listed(debate, null)).not.toContain('u-n');
    debate.does('olga', hide('u-e'), bringBack('u-e'));
    expect(listed(debate, null)).not.toContain('u-n');
  });

  test('can be separated from a hidden one', () => {
    const debate = merged().does('olga', hide('u-e'));
    const before = debate.entries.length;
    debate.does('olga', mergeQuestion('u-n', null));
    expect(debate.state.questions.get('u-n')?.into).toBeNull();
    expect(JSON.stringify(debate.frame('otto', before).entries)).not.toContain('u-e');
    expect(followed(debate, 'otto', before)).toEqual(seenBy(debate.projection('otto')));
  });

  test('[FQ6] readers do not learn of the hidden one, and can export and import what they see', () => {
    const debate = merged().does('olga', hide('u-e'));
    const view = debate.projection('otto');
    expect(JSON.stringify(everythingOf(view))).not.toContain('u-e');
    const file = [...FORMATS.parley.write({ state: view, names: new Map(), kept: [] })].join('');
    expect(readParley(Buffer.from(file)).state.questions.size).toBe(2);
  });

  test('looks to every viewer as it does on opening the debate', () => {
    const acts = [
      ['olga', hide('u-e')],
      ['susi', support('u-n')],
      ['olga', bringBack('u-e')],
      ['emil', withdrawQuestion('u-e')],
      ['susi', support('u-n', false)],
      ['dana', support('u-n')],
      ['olga', mergeQuestion('u-n', 'u-q')],
      ['emil', withdrawQuestion('u-e', false)],
    ] as const;
    const debate = merged();
    const start = debate.entries.length;
    for (const [who, act] of acts) {
      const before = debate.entries.length;
      debate.does(who, act);
      for (const viewer of ['olga', 'susi', 'emil', 'dana', null])
        for (const since of [before, start])
          expect(followed(debate, viewer, since)).toEqual(seenBy(debate.projection(viewer)));
    }
  });
});

describe('[FQ4] a question that is answered', () => {
  test('leaves the stage', () => {
    const debate = aDebate().does('olga', stage('u-q'), markAnswered('u-q'));
    expect(debate.state.spotlight).toBeNull();
    expect(debate.state.questions.get('u-q')?.answered).toBe(true);
  });

  test('leaves another one there', () => {
    const debate = aDebate().does('dana', ask('u-n')).does('olga', stage('u-n'), markAnswered('u-q'));
    expect(debate.state.spotlight?.on).toBe('u-n');
  });
});

test('[FQ5] open questions come first, of these pinned ones, then by support, then by time', () => {
  const debate = aDebate()
    .does('dana', ask('u-1'), ask('u-2'), ask('u-3'), ask('u-4'), ask('u-5'), ask('u-6'))
    .does('emil', support('u-3'), support('u-1'))
    .does('susi', support('u-3'), support('u-5'))
    .does('olga', pin('u-2'), markAnswered('u-1'), mergeQuestion('u-5', 'u-4'))
    .does('dana', withdrawQuestion('u-6'));
  expect(questionsInOrder(debate.state).map(({ id }) => id)).toEqual(['u-2', 'u-3', 'u-4', 'u-q', 'u-1']);
});

describe('[FQ6] a question is as visible as a comment', () => {
  test('in a blind phase it is its author’s alone, until the reveal', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
    const before = debate.entries.length;
    debate.does('dana', ask('u-n', TEXT));
    for (const who of [null, 'olga', 'emil']) {
      expect(JSON.stringify(everythingOf(debate.projection(who)))).not.toContain(TEXT);
      expect(debate.frame(who, before).entries).toEqual([]);
    }
    expect(shown(debate, 'dana')?.text).toBe(TEXT);
    expect(debate.refusal('olga', stage('u-n'))).toBe('unknown_question');
    expect(debate.refusal('emil', support('u-n'))).toBe('unknown_question');
    const asked = shown(debate, 'dana')?.at;
    debate.now += 60_000;
    debate.does('olga', turnTo('p-open', 'p-write'));
    for (const who of [null, 'olga', 'emil']) expect(shown(debate, who)?.text).toBe(TEXT);
    expect(shown(debate, null)?.at).not.toBe(asked);
  });

  test('hidden, it is its author’s and the moderators’', () => {
    const debate = aDebate().does('dana', ask('u-n', TEXT)).does('olga', stage('u-n'));
    const before = debate.entries.length;
    debate.does('olga', hide('u-n'));
    expect(debate.state.spotlight).toBeNull();
    for (const who of [null, 'emil']) {
      expect(JSON.stringify(everythingOf(debate.projection(who)))).not.toContain(TEXT);
      expect(followed(debate, who, before)).toEqual(seenBy(debate.projection(who)));
    }
    for (const who of ['dana', 'olga']) expect(shown(debate, who)?.text).toBe(TEXT);
  });

  test('in an anonymous debate nobody else sees who asked it', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
    const before = debate.entries.length;
    debate.does('dana', ask('u-n', TEXT)).does('emil', support('u-n'));
    for (const who of [null, 'olga', 'emil']) {
      expect(shown(debate, who)).toMatchObject({ text: TEXT, author: '' });
      expect(JSON.stringify(debate.frame(who, before).entries)).not.toContain('dana');
    }
    expect(shown(debate, 'dana')?.author).toBe('dana');
    expect(people(debate)).toBe(1);
  });
});

test('[SP5] a question is on the stage until it is withdrawn, merged or hidden', () => {
  const debate = () => aDebate().does('emil', ask('u-n')).does('olga', stage('u-q'));
  expect(debate().state.spotlight).toMatchObject({ on: 'u-q', call: 0 });
  expect(debate().does('dana', withdrawQuestion('u-q')).state.spotlight).toBeNull();
  expect(debate().does('olga', mergeQuestion('u-q', 'u-n')).state.spotlight).toBeNull();
  expect(debate().does('olga', hide('u-q')).state.spotlight).toBeNull();
  expect(debate().refusal('dana', stage('u-n'))).toBe('not_allowed');
  expect(debate().refusal('olga', stage('u-q'))).toBe('nothing_changed');
});

describe('[ME3] questions of a meeting', () => {
  const turn = (live: boolean) => ({ type: 'meeting.setStatus', live }) as const;
  const recordOf = (debate: DebateBuilder) => {
    const [meeting] = debate.state.meetings.values();
    const notes = beginNotes();
    for (const entry of debate.entries) if (entry.seq > (meeting?.from ?? 0)) noteEntry(notes, entry);
    return meeting && meetingRecord(meeting, notes, debate.projection('olga'));
  };

  test('are in its record if they were asked or answered in it, without hidden ones', () => {
    const debate = aDebate()
      .does('dana', ask('u-0'))
      .does('olga', turn(true))
      .does('dana', ask('u-n', TEXT), ask('u-h'))
      .does('emil', support('u-n'))
      .does('olga', markAnswered('u-q'), hide('u-h'), turn(false));
    expect(recordOf(debate)?.questions.map(({ id }) => id)).toEqual(['u-n', 'u-q']);
  });
});

test('[HI7] that a question was asked and answered is in the activity, and not who supports it', () => {
  const debate = aDebate().does('emil', support('u-q')).does('olga', markAnswered('u-q'));
  const view = debate.projection(null);
  const said = debate.entries.flatMap((entry) =>
    happeningsOf(entry, view, { seesAll: false, participantId: null }, new Map()),
  );
  const lines = said.filter(({ on }) => on === 'u-q').map(({ by, what }) => [by, what]);
  expect(lines).toEqual([
    ['dana', 'asked'],
    ['olga', 'answered'],
  ]);
});
