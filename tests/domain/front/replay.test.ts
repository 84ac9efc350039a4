import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { audienceIn } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { ClaimsBelow } from '#domain/front/claims-below.ts';
import type { FrontLayout, FrontMeasure } from '#domain/front/front-box.ts';
import { type FrontOptions, layFront } from '#domain/front/lay-front.ts';
import { Replay } from '#domain/front/replay.ts';
import { projectPast } from '#domain/history/project-past.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { CREATE, DebateBuilder, hide, merge, move, newClaim, retract } from '../../support/debate-builder.ts';

const STAGE = { width: 1_280, height: 745 };
const measure: FrontMeasure = ({ look }) =>
  ({ motion: 240, position: 110, row: 48, line: 28, card: 120, open: 160, more: 28, empty: 48, ghost: 230 })[
    look
  ];

function debate(): DebateBuilder {
  const position = (positionId: string) =>
    ({ type: 'position.add', positionId, name: positionId, hue: 'blue', summary: '' }) as const;
  return new DebateBuilder().does('system', CREATE).does('olga', position('p-one'), position('p-two'));
}

/** The moments of a debate as a reader is shown them now. */
function momentsOf(built: DebateBuilder): readonly DebateState[] {
  const audience = audienceIn(built.state, null);
  return built.states.slice(1).map((past) => projectPast(past, built.state, audience, null));
}

/** Lays out all moments in this order, as a page does. */
function replayed(moments: readonly DebateState[], more: Partial<FrontOptions> = {}): FrontLayout[] {
  const final = moments.at(-1);
  if (!final) throw new Error('No moments');
  const replay = new Replay(final);
  const below = new ClaimsBelow();
  let earlier: FrontLayout | null = null;
  return moments.map((past) => {
    const options = { stage: STAGE, measure, below, earlier, ...more };
    const layout: FrontLayout = finish(replay.steps(past, options));
    earlier = replay.wholeOf(layout);
    return layout;
  });
}

const placesOf = ({ boxes }: FrontLayout) => new Map(boxes.map(({ id, x, y }) => [id, `${x} ${y}`]));

describe('[HI10] the replay', () => {
  test('gives each claim its place of the end, and moves nothing', () => {
    const built = debate();
    for (let at = 0; at < 30; at += 1)
      built.does('olga', newClaim(`a${at}`, at % 2 ? 'p-one' : 'p-two'), newClaim(`b${at}`, `c-a${at}`));
    const moments = momentsOf(built);
    const layouts = replayed(moments);
    const [final, end] = [layouts.at(-1), moments.at(-1)];
    if (!final || !end) throw new Error('No moments');
    expect(placesOf(final)).toEqual(placesOf(layFront(end, { stage: STAGE, measure })));
    const last = placesOf(final);
    for (const layout of layouts)
      for (const [id, place] of placesOf(layout)) expect(`${id} ${place}`).toBe(`${id} ${last.get(id)}`);
    const first = layouts.find(({ boxes }) => boxes.some(({ kind }) => kind === 'claim'));
    expect(first?.boxes.map(({ id }) => id)).toEqual([MOTION_ID, 'p-one', 'p-two', 'c-a0']);
  });

  test('counts only what was there, and lists no one who comes later among siblings', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('b', 'p-one'),
      newClaim('a1', 'c-a'),
      newClaim('a2', 'c-a', { relation: 'attack' }),
    );
    const layouts = replayed(momentsOf(built), { folds: new Map([['c-a', false]]) });
    const countsIn = (layout: FrontLayout | undefined) => {
      const box = layout?.byId.get('c-a');
      return [box?.counts, box?.folded, box?.place, box?.siblings];
    };
    const none = { supports: 0, attacks: 0, below: 0 };
    expect(layouts.slice(-4).map(countsIn)).toEqual([
      [none, 0, 1, 1],
      [none, 0, 1, 2],
      [{ supports: 1, attacks: 0, below: 1 }, 1, 1, 2],
      [{ supports: 1, attacks: 1, below: 2 }, 2, 1, 2],
    ]);
  });

  test('the row for omitted claims counts those of the moment', () => {
    const built = debate();
    for (let at = 0; at < 60; at += 1) built.does('olga', newClaim(`a${at}`, 'p-one'));
    const layouts = replayed(momentsOf(built));
    const shown = layouts.at(-1)?.byId.get('p-one')?.children.length ?? 0;
    for (const layout of layouts.slice(3)) {
      const rows = layout.boxes.filter(({ kind }) => kind === 'claim').length;
      const more = layout.boxes.find(({ kind }) => kind === 'more')?.more ?? 0;
      expect(rows).toBeLessThan(shown);
      expect(rows + more).toBe(layout.byId.get('p-one')?.counts.below);
    }
  });

  test('shows what stood then and does no longer: retracted, merged or elsewhere', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('b', 'p-one'),
      newClaim('c', 'p-one'),
      newClaim('d', 'c-a'),
    );
    const before = momentsOf(built).length - 1;
    built.does('olga', retract('c-b')).does('olga', merge('c-c', 'c-a')).does('olga', move('c-d', 'p-two'));
    const layouts = replayed(momentsOf(built), { folds: new Map([['c-a', true]]) });
    const [then, end] = [layouts[before], layouts.at(-1)];
    expect(['c-a', 'c-b', 'c-c', 'c-d'].map((id) => then?.byId.get(id)?.parent)).toEqual([
      'p-one',
      'p-one',
      'p-one',
      'c-a',
    ]);
    expect(['c-a', 'c-b', 'c-c', 'c-d'].map((id) => end?.byId.get(id)?.parent)).toEqual([
      'p-one',
      undefined,
      undefined,
      'p-two',
    ]);
  });

  test('leaves no place for a claim that is hidden now', () => {
    const built = debate().does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('b', 'p-one'),
      newClaim('c', 'p-one'),
    );
    const without = debate().does('olga', newClaim('a', 'p-one'), newClaim('c', 'p-one'));
    built.does('olga', hide('c-b'));
    const places = (debated: DebateBuilder) => {
      const last = replayed(momentsOf(debated)).at(-1);
      return last && [...placesOf(last)];
    };
    expect(places(built)).toEqual(places(without));
  });
});
