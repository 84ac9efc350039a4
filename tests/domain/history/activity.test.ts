import { describe, expect, test } from 'vitest';
import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { type ActivityItem, happeningsOf, isOneAct, revealsIn } from '#domain/history/activity.ts';
import { STEPS, timesOf } from '#domain/history/steps-of.ts';
import { anyDebate, PEOPLE } from '../../support/any-debate.ts';
import {
  acceptWording,
  aDebate,
  agree,
  articleOf,
  comment,
  type DebateBuilder,
  hide,
  hold,
  newClaim,
  report,
  suggest,
  targetOf,
} from '../../support/debate-builder.ts';
import { aDebateIn, OPEN, setAgenda, turnTo, WRITING } from '../../support/phased-debate.ts';

const EVERYBODY = [...PEOPLE, null];

describe('[HI7] activity', () => {
  const activityOf = (debate: DebateBuilder, who: string | null): ActivityItem[] => {
    const viewer = viewerIn(audienceIn(debate.state, who), who);
    const view = debate.projection(who);
    const reveals = revealsIn(debate.entries);
    return debate.entries.flatMap((entry) => happeningsOf(entry, view, viewer, reveals));
  };

  test('says what it was about, who did it and when', () => {
    const debate = aDebate().does('emil', comment({ commentId: 'm-n', on: targetOf('c-a') }));
    expect(activityOf(debate, null).at(-1)).toEqual({
      at: debate.now,
      by: 'emil',
      kind: 'comments',
      what: 'commented',
      on: 'm-n',
      other: null,
    });
    expect(activityOf(debate, null).map(({ what }) => what)).toContain('began');
  });

  test('of a claim made from a comment names its maker and the comment’s author, if the viewer sees both', () => {
    const made = { ...newClaim('n', 'east', { text: 'Why?' }), comment: 'm-a' };
    const debate = aDebate().does('mona', made);
    const line = { by: 'mona', what: 'promoted', on: 'c-n', other: 'm-a' };
    expect(activityOf(debate, null).at(-1)).toMatchObject(line);
    debate.does('mona', hide('m-a'));
    expect(activityOf(debate, null).filter(({ on }) => on === 'c-n')).toMatchObject([
      { by: 'dana', what: 'added', other: null },
    ]);
    expect(activityOf(debate, 'mona').filter(({ on }) => on === 'c-n')).toMatchObject([line]);
  });

  test('is of what its reader may see now, whatever happened', () => {
    for (const names of ['shown', 'anonymous'] as const)
      for (let seed = 1; seed <= 12; seed += 1) {
        const debate = anyDebate(seed, names);
        for (const who of EVERYBODY) {
          const view = debate.projection(who);
          for (const { on, other, by } of activityOf(debate, who)) {
            for (const id of [on, other].filter((one) => one !== null))
              expect(
                view.claims.has(id) ||
                  view.comments.has(id) ||
                  view.questions.has(id) ||
                  view.polls.has(id) ||
                  view.links.has(id) ||
                  view.sources.has(id) ||
                  view.positions.has(id),
              ).toBe(true);
            if (names === 'anonymous') expect(['', who]).toContain(by);
          }
        }
      }
  });

  test('lists articles entered and wordings accepted; typing is one item', () => {
    const debate = aDebate()
      .does('olga', articleOf('s-a', ['', 'Shade']))
      .does('olga', articleOf('s-a', ['Shade', 'Shade 🌳'], 2));
    const text = debate.text('c-a') ?? '';
    debate
      .does('susi', suggest('w-1', 'c-a', [text, 'said otherwise']))
      .does('dana', acceptWording('w-1', text));
    const [first, second, accepted] = activityOf(debate, 'otto').slice(-3);
    expect([first, second].map((one) => [one?.kind, one?.what, one?.on])).toEqual([
      ['sources', 'entered', 's-a'],
      ['sources', 'entered', 's-a'],
    ]);
    expect(second && first && isOneAct(second, first)).toBe(true);
    expect(accepted).toMatchObject({ kind: 'wordings', what: 'accepted', on: 'c-a', by: 'dana' });
  });

  test('says nothing of what is written blind until the reveal', () => {
    const debate = aDebateIn(WRITING).does('olga', setAgenda([WRITING, OPEN], 1));
    debate.does('dana', newClaim('blind', 'east'));
    const of = (who: string) => activityOf(debate, who).filter(({ on }) => on === 'c-blind').length;
    expect([of('olga'), of('emil'), of('dana')]).toEqual([0, 0, 1]);
    debate.does('olga', turnTo(OPEN.id, WRITING.id));
    expect([of('olga'), of('emil'), of('dana')]).toEqual([1, 1, 1]);
  });

  test('says nothing of what is hidden or held, nor of votes and reports', () => {
    const debate = aDebate().does('emil', agree('c-b'), report('r-1', 'c-a'));
    const before = activityOf(debate, 'emil').length;
    debate.does('emil', agree('c-u'));
    expect(activityOf(debate, 'emil')).toHaveLength(before);
    debate.does('olga', hide('c-d'), hold('c-b'));
    expect(activityOf(debate, 'dana').some(({ on }) => ['c-b', 'c-d', 'c-u'].includes(on ?? ''))).toBe(false);
    expect(activityOf(debate, 'olga').some(({ on }) => on === 'c-d')).toBe(true);
  });
});

describe('[HI8] the steps of a debate', () => {
  test('are the times of visible entries, and the present', () => {
    const debate = aDebate();
    debate.now = 5_000;
    debate.does('emil', newClaim('late', 'east'));
    debate.now = 6_000;
    debate.does('emil', newClaim('hidden', 'east'));
    debate.now = 7_000;
    debate.does('olga', hide('c-hidden'));
    expect(timesOf(debate.projection('dana'))).toEqual([1_000, 5_000, 7_000]);
    expect(timesOf(debate.projection('olga'))).toEqual([1_000, 5_000, 6_000, 7_000]);
  });

  test('are limited to a distinguishable number, from the first to the last', () => {
    const debate = aDebate();
    const one = debate.state.claims.get('c-a') ?? expect.fail('not there');
    let { claims } = EMPTY_STATE;
    for (let at = 0; at < 3_000; at += 1) claims = claims.set(`c-${at}`, { ...one, id: `c-${at}`, at });
    const view = { ...EMPTY_STATE, at: 5_000, claims };
    const times = timesOf(view);
    expect(times).toHaveLength(STEPS);
    expect([times[0], times.at(-2), times.at(-1)]).toEqual([0, 2_999, 5_000]);
  });
});
