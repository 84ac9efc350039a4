import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { type Audience, audienceIn, projectState, viewerIn } from '#domain/debate/engine/project.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { mayChangeProjection } from '#domain/debate/participants/access.ts';
import { entriesFor, numberForAudience } from '#domain/debate/projection/audience-entries.ts';
import {
  catchUpSeq,
  countSince,
  cursorFor,
  isSharedSeq,
  toLogSeq,
  withAudienceSeqs,
} from '#domain/debate/projection/audience-sequence.ts';
import { isKnower, knowersOf } from '#domain/debate/projection/knowers.ts';
import { anyDebate } from '#tests/support/any-debate.ts';
import {
  aDebate,
  agree,
  assign,
  comment,
  editTo,
  everythingOf,
  form,
  giveBack,
  hide,
  hold,
  newClaim,
  report,
  reread,
  returnWording,
  settle,
  suggest,
} from '#tests/support/debate-builder.ts';
import { statesOf } from '#tests/support/log-numbers.ts';
import { aDebateIn, OPEN, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const PEOPLE = ['olga', 'dana', 'emil', null];
const EVERYBODY = ['olga', 'mona', 'dana', 'emil', 'susi', 'otto', null];
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

type Act = readonly [who: string, operation: Operation];

const WORDS = ['one two three', 'one two four'] as const;
const WAITING = { type: 'debate.configure', approval: ['debater'] } as const;
const REWORDED = editTo(aDebate().state, 'c-a', 'one two');
const mute = (participantId: string) =>
  ({ type: 'participant.mute', participantId, muted: true, reason: 'other' }) as const;
const put = (participantId: string, membership: 'removed' | 'banned') =>
  ({ type: 'participant.setMembership', participantId, membership, reason: 'other' }) as const;

const BACK = { type: 'participant.join', participantId: 'otto', role: 'observer' } as const;

/** Each of these is known to moderators and a few others. */
const KNOWN_TO_FEW: readonly [what: string, first: readonly Act[], act: Act, knows: readonly string[]][] = [
  ['a report', [], ['otto', report('r-n', 'c-a')], ['otto']],
  [
    'a report that is settled',
    [['otto', report('r-n', 'c-a')]],
    ['mona', settle('no_action', 'r-n')],
    ['otto'],
  ],
  ['a mute', [], ['mona', mute('otto')], ['otto']],
  ['a mute of a moderator', [], ['olga', mute('mona')], []],
  ['a mute of a removed moderator', [['olga', put('mona', 'removed')]], ['olga', mute('mona')], ['mona']],
  ['a removed person who comes back', [['olga', put('otto', 'removed')]], ['system', BACK], ['otto']],
  [
    'a ban of a removed moderator',
    [['olga', put('mona', 'removed')]],
    ['olga', put('mona', 'banned')],
    ['mona'],
  ],
  ['a suggested wording', [], ['susi', suggest('w-n', 'c-a', WORDS)], ['susi', 'dana']],
  [
    'a wording returned',
    [['susi', suggest('w-n', 'c-a', WORDS)]],
    ['dana', returnWording('w-n')],
    ['susi', 'dana'],
  ],
  ['a claim that waits', [['olga', WAITING]], ['emil', newClaim('n', 'c-a')], ['emil']],
  ['what comes back to its author', [['olga', hold('c-d')]], ['mona', giveBack('c-d')], ['emil']],
  ['a comment on what is hidden', [['olga', hide('c-a')]], ['dana', comment()], ['dana']],
  ['another wording of it', [['olga', hide('c-a')]], ['olga', REWORDED], ['dana']],
  ['a vote on it', [['olga', hide('c-a')]], ['mona', agree('c-a')], ['dana']],
  ['what is hidden under it', [['olga', hide('c-a')]], ['mona', hide('c-b')], ['dana']],
  ['a small group', [], ['olga', form('one', 'dana', 'susi')], ['dana', 'susi']],
  ['who is in it', [['olga', form('one', 'dana')]], ['olga', assign('susi', 'one')], ['dana', 'susi']],
];

describe('[PJ7] sequence numbers of an audience', () => {
  test.each(KNOWN_TO_FEW)(
    'count %s only for moderators and the people who know it',
    (_, first, act, knows) => {
      const debate = aDebate();
      for (const [who, operation] of first) debate.does(who, operation);
      const before = debate.state;
      debate.now += 50;
      debate.does(...act);
      for (const who of EVERYBODY) {
        const [then, now] = [cursorFor(before, who), cursorFor(debate.state, who)];
        if (!['olga', 'mona', ...knows].includes(who ?? '')) expect(now, `${who}`).toEqual(then);
        else {
          expect(now.at, `${who}`).toBe(debate.now);
          expect(now.seq, `${who}`).toBeGreaterThan(then.seq);
          expect(isSharedSeq(now.seq)).toBe(true);
        }
      }
      debate.does('olga', { type: 'debate.edit', title: 'Seen by all' });
      for (const who of EVERYBODY)
        expect(cursorFor(debate.state, who).seq, `${who}`).toBe(cursorFor(before, null).seq + 1);
    },
  );

  test('do not count what moderators share for who knows some of it', () => {
    const numbersWith = (reports: number) => {
      const debate = aDebate();
      for (let key = 0; key < reports; key += 1) debate.does('dana', report(`r-${key}`, `c-${'bd'[key]}`));
      debate.does('otto', report('r-n', 'c-a'));
      return cursorFor(debate.state, 'otto');
    };
    expect(numbersWith(2)).toEqual(numbersWith(0));
  });

  test('lead returning clients to what came since, despite hidden entries in between', () => {
    const debate = aDebate();
    const places = new Map(EVERYBODY.map((who) => [who, cursorFor(debate.state, who).seq]));
    const after = debate.entries.length;
    debate.does('otto', report('r-n', 'c-a')).does('olga', { type: 'debate.edit', title: 'One' });
    debate.does('mona', mute('susi')).does('dana', newClaim('n', 'c-a')).does('olga', hide('c-b'));
    debate.does('emil', report('r-m', 'c-a'));
    const { entries, state } = debate;
    const since = (who: string | null) => {
      const viewer = viewerIn(audienceIn(state, who), who);
      const known = catchUpSeq(state, places.get(who) ?? 0, viewer);
      return known === null ? null : withAudienceSeqs(entries.slice(known), state, viewer).length;
    };
    expect(after + 6).toBe(state.seq);
    expect(['olga', 'mona', 'dana', null].map(since)).toEqual([6, 6, 3, 3]);
    // The viewer's own entries among them come with a snapshot.
    expect(['otto', 'susi', 'emil'].map(since)).toEqual([null, null, null]);
    expect(reread(state).numbering).toEqual(state.numbering);
  });

  test('do not reveal whether a moderators’ number exists to others who ask for it', () => {
    const debate = aDebate().does('otto', report('r-n', 'c-a'));
    const { seq } = cursorFor(debate.state, 'mona');
    const [publicSeq, asked] = [Math.floor(seq), viewerIn('debaters', 'dana')];
    expect(catchUpSeq(debate.state, seq, asked)).toBe(catchUpSeq(debate.state, publicSeq, asked));
    debate.does('olga', { type: 'debate.edit', title: 'Seen by all' });
    expect(catchUpSeq(debate.state, seq, asked)).toBe(catchUpSeq(debate.state, publicSeq, asked));
  });

  test.each(SEEDS)('are those of the projections they lead to: seed %i', (seed) => {
    const { entries, state } = anyDebate(seed);
    const states = statesOf(entries);
    for (const who of EVERYBODY) {
      const audience = audienceIn(state, who);
      const viewer = viewerIn(audience, who);
      for (const [cut, then] of states.entries()) {
        const entry = entries[cut];
        const next = states[cut + 1];
        if (
          entry &&
          next &&
          then.head &&
          !isKnower(
            knowersOf(then, entry, () => next),
            viewer,
          )
        )
          expect(seenIn(next, audience, who), `${who} at ${cut}`).toEqual(seenIn(then, audience, who));
        if (then.head === null || audienceIn(then, who) !== audience) continue;
        // A person who has been in another audience since starts from a snapshot.
        if (entries.slice(cut).some((one) => mayChangeProjection(one, who))) continue;
        const place = cursorFor(then, who).seq;
        const known = catchUpSeq(state, place, viewer);
        if (known === null) continue;
        const sent = withAudienceSeqs(entries.slice(known), state, viewer);
        expect(sent).toEqual(entriesFor(numberForAudience(then, entries.slice(cut), state), viewer));
        expect(sent).toHaveLength(countSince(state, place, viewer));
      }
    }
  });
});

function seenIn(state: DebateState, audience: Audience, who: string | null): unknown {
  return everythingOf({ ...projectState(state, audience, who), seq: 0, at: 0 });
}

describe('[BL7] sequence numbers of an audience', () => {
  test('are the log’s where nothing was ever hidden', () => {
    const { state } = aDebate();
    for (const who of PEOPLE) expect(cursorFor(state, who)).toEqual({ seq: state.seq, at: state.at });
    expect(toLogSeq(state, 7)).toBe(7);
  });

  test('do not count hidden entries of others; the viewer’s own are in between', () => {
    const debate = aDebateIn(WRITING);
    const before = debate.state;
    const [position = ''] = before.positions.keys();
    debate.now += 50;
    debate.does('dana', newClaim('one', position), newClaim('two', position), newClaim('three', position));
    for (const who of ['olga', 'emil', null])
      expect(cursorFor(debate.state, who)).toEqual(cursorFor(before, who));
    const own = cursorFor(debate.state, 'dana');
    expect(own.at).toBe(debate.now);
    expect(own.seq).toBeGreaterThan(cursorFor(before, 'dana').seq);
    expect(own.seq).toBeLessThan(cursorFor(before, 'dana').seq + 1);
    expect(isSharedSeq(own.seq)).toBe(true);
    debate.does('olga', { type: 'debate.edit', title: 'Seen by all' });
    for (const who of PEOPLE) expect(cursorFor(debate.state, who).seq).toBe(cursorFor(before, null).seq + 1);
    expect(debate.state.seq).toBe(before.seq + 4);
  });

  test('go on from there after the reveal; where the log is, is known of what came since', () => {
    const debate = aDebateIn(WRITING);
    const [position = ''] = debate.state.positions.keys();
    const before = debate.state;
    debate.does('dana', newClaim('one', position), newClaim('two', position));
    expect(toLogSeq(debate.state, cursorFor(before, null).seq)).toBeNull();
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    const revealed = cursorFor(debate.state, null).seq;
    expect(revealed).toBe(cursorFor(before, null).seq + 1);
    expect(toLogSeq(debate.state, revealed - 1)).toBeNull();
    debate.does('emil', newClaim('four', position));
    expect(toLogSeq(debate.state, revealed)).toBe(debate.state.seq - 1);
    expect(reread(debate.state).numbering).toEqual(debate.state.numbering);
  });

  test('are the same however entries are cut into frames', () => {
    const debate = aDebateIn(WRITING);
    const [position = ''] = debate.state.positions.keys();
    for (const key of ['one', 'two']) {
      debate.does('dana', newClaim(`d${key}`, position));
      debate.does('emil', newClaim(`e${key}`, position));
      debate.does('olga', { type: 'debate.edit', title: key });
    }
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    const { entries, state } = debate;
    for (const who of PEOPLE) {
      const viewer = viewerIn(audienceIn(state, who), who);
      const whole = entriesFor(numberForAudience(EMPTY_STATE, entries, state), viewer);
      const numbers = whole.map(({ seq }) => seq);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      expect(numbers.at(-1)).toBe(cursorFor(state, who).seq);
      for (const cut of [5, entries.length - 6, entries.length - 2]) {
        const then = evolveAll(EMPTY_STATE, entries.slice(0, cut));
        const pieces = [
          ...entriesFor(numberForAudience(EMPTY_STATE, entries.slice(0, cut), then), viewer),
          ...entriesFor(numberForAudience(then, entries.slice(cut), state), viewer),
        ];
        expect(pieces).toEqual(whole);
      }
    }
  });
});
