import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { withArrivals } from '#domain/front/arrivals.ts';
import { openClaim } from '#domain/front/folds.ts';
import type { FrontLayout } from '#domain/front/front-box.ts';
import { excerptState } from '#domain/front/front-excerpt.ts';
import { frontLink } from '#domain/front/front-link.ts';
import { excerptSteps } from '#domain/front/make-excerpt.ts';
import { rowsOn } from '#domain/front/row-budget.ts';
import { GHOST_ID, MOTION_ID } from '#domain/layout/map-tree.ts';
import { walkMap } from '#domain/layout/walk-map.ts';
import { move, newClaim } from '../../support/debate-builder.ts';
import { box, debate, front, grown, LAPTOP, PHONE } from '../../support/fronts.ts';

const looks = ({ boxes }: FrontLayout) =>
  Object.fromEntries(
    [...new Set(boxes.map(({ look }) => look))].map((look) => [
      look,
      boxes.filter((one) => one.look === look).length,
    ]),
  );

describe('how a debate opens', () => {
  test('[FR1] motion, positions and first claims, each of these whole; what is deeper is counted', () => {
    const map = front(grown(6, 2, 2).state);
    expect(looks(map)).toEqual({ motion: 1, position: 2, row: 12 });
    expect(box(map, 'c-p-one-0').counts).toEqual({ supports: 2, attacks: 0, below: 6 });
    expect(box(map, 'c-p-one-0').folded).toBe(6);
    expect(box(map, MOTION_ID).counts.below).toBe(84);
  });

  test('[FR2] one column a depth: all first claims begin at one x, right of all positions, right of the motion', () => {
    const map = front(grown(4, 2, 1).state);
    const xs = (look: string) => new Set(map.boxes.filter((one) => one.look === look).map(({ x }) => x));
    expect(xs('row').size).toBe(1);
    expect(xs('position').size).toBe(1);
    expect([...xs('motion')][0]).toBeLessThan([...xs('position')][0] ?? 0);
    expect([...xs('position')][0]).toBeLessThan([...xs('row')][0] ?? 0);
  });

  test('[FR3] where there are more claims than rows each position has its part, at least one, and says how many more', () => {
    const map = front(grown(40, 0, 0, ['p-one', 'p-two', 'p-three']).state);
    expect(map.boxes.filter(({ look }) => look === 'row').length).toBeLessThanOrEqual(
      rowsOn(LAPTOP, map.form, 3) + 1,
    );
    for (const id of ['p-one', 'p-two', 'p-three']) {
      const rows = map.boxes.filter((one) => one.parent === id && one.look === 'row').length;
      expect(box(map, `~more:${id}`).more).toBe(40 - rows);
    }
  });

  test('[FR14] the excerpt of a large debate has a front equal to that of all of it, at every size', () => {
    const { state } = grown(170, 1, 1, ['p-one', 'p-two', 'p-three']);
    const excerpt = finish(excerptSteps(state));
    if (!excerpt) throw new Error('a debate of 1,020 claims is large');
    const part = finish(excerptState(excerpt, {}));
    expect(part.state.claims.size).toBeLessThan(80);
    for (const stage of [LAPTOP, PHONE, { width: 768, height: 968 }, { width: 2_560, height: 1_384 }]) {
      const [whole, first] = [front(state, { stage }), front(part.state, { stage, below: part.branches })];
      expect(first.boxes).toEqual(whole.boxes);
    }
    const opened = front(part.state, { below: part.branches, folds: new Map([['c-p-one-0', true]]) });
    expect(box(opened, '~more:c-p-one-0').more).toBe(1);
  });

  test('[FR14] a debate of fewer than 1,000 claims has no excerpt', () => {
    expect(finish(excerptSteps(grown(40, 0, 0).state))).toBeNull();
  });

  test('[FR4] asked for, more of a list comes; what is needed is shown whatever its weight', () => {
    const { state } = grown(80, 0, 0);
    expect(front(state).byId.has('c-p-one-79')).toBe(false);
    expect(front(state, { needed: new Set(['c-p-one-79']) }).byId.has('c-p-one-79')).toBe(true);
    const more = front(state, { asked: new Map([['p-one', 1]]) });
    const rows = more.boxes.filter((one) => one.parent === 'p-one' && one.look === 'row').length;
    expect(rows).toBeGreaterThan(50);
    expect(rows + box(more, '~more:p-one').more).toBe(80);
  });

  test('[FR4] the last twelve arrivals while viewing are known, without removed ones', () => {
    const built = grown(40, 0, 0);
    const before = built.state;
    expect(withArrivals([], before, before)).toEqual([]);
    for (let nth = 0; nth < 14; nth += 1) built.does('olga', newClaim(`new${nth}`, 'p-one'));
    const came = withArrivals(['c-earlier'], before, built.state);
    expect(came).toHaveLength(12);
    expect(came).not.toContain('c-earlier');
    expect(front(built.state, { needed: new Set(came) }).byId.has(came[0] ?? '')).toBe(true);
    expect(withArrivals([], built.state, before)).toEqual([]);
  });

  test('[FR7] a debate that is in view at once is open, unless one closed a claim', () => {
    const { state } = grown(1, 1, 2);
    expect(looks(front(state))).toEqual({ motion: 1, position: 2, open: 4, card: 2 });
    expect(looks(front(state, { folds: new Map([['c-p-one-0', false]]) }))).toEqual({
      motion: 1,
      position: 2,
      card: 2,
      open: 2,
    });
  });

  test('[FR11] a position without a claim has a row to begin with', () => {
    const map = front(debate().state);
    expect(looks(map)).toEqual({ motion: 1, position: 2, empty: 2 });
    expect(box(map, 'p-one').children).toEqual(['~empty:p-one']);
  });

  test('[FR2] on a phone positions stand over their claims and nothing is wider than the screen', () => {
    const map = front(grown(3, 2, 2).state, { stage: PHONE, folds: new Map([['c-p-one-0', true]]) });
    for (const { x, width } of map.boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(PHONE.width);
    }
    expect(box(map, 'c-p-one-0.0').y).toBeGreaterThan(box(map, 'c-p-one-0').y + box(map, 'c-p-one-0').height);
  });
});

describe('stability while people read', () => {
  test('[FR3] of a long list the heaviest are shown, in their order', () => {
    const built = grown(30, 0, 0, ['p-one']);
    for (const id of ['c-p-one-3', 'c-p-one-29', 'c-p-one-17'])
      for (let nth = 0; nth < 3; nth += 1) built.does('olga', newClaim(`${id}-${nth}`, id));
    const shown = front(built.state)
      .boxes.filter(({ look }) => look === 'row')
      .map(({ id }) => id);
    expect(shown).toEqual(expect.arrayContaining(['c-p-one-3', 'c-p-one-17', 'c-p-one-29']));
    const numbers = shown.map((id) => Number(id.slice('c-p-one-'.length)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  test('[FR3] arguments of others put no row in the place of another', () => {
    const built = grown(30, 0, 0, ['p-one']);
    const earlier = front(built.state);
    const rows = (map: FrontLayout) => map.boxes.filter(({ look }) => look === 'row').map(({ id }) => id);
    const hidden =
      built.state.claims.has('c-p-one-29') && !earlier.byId.has('c-p-one-29') ? 'c-p-one-29' : '';
    for (let nth = 0; nth < 5; nth += 1) built.does('olga', newClaim(`late${nth}`, hidden));
    expect(rows(front(built.state, { earlier }))).toEqual(rows(earlier));
    expect(rows(front(built.state))).toContain(hidden);
  });

  test('[FR7] few claims are in large type, in the middle, throughout a visit', () => {
    const built = grown(1, 1, 1);
    const map = front(built.state);
    expect(map.form.scale).toBe('roomy');
    expect(map.form.motion.size).toBe(36);
    expect(map.bounds.x + map.bounds.width / 2).toBeCloseTo(LAPTOP.width / 2, -1);
    expect(front(built.state, { stage: { width: 1_100, height: 745 } }).form.scale).toBe('small');
    const projected = front(built.state, { stage: { width: 1_792, height: 1_025 } });
    expect(projected.form.card.size).toBeGreaterThan(map.form.card.size);
    expect(projected.bounds.x + projected.bounds.width / 2).toBeCloseTo(1_792 / 2, -1);
    for (let nth = 0; nth < 4; nth += 1) built.does('olga', newClaim(`more${nth}`, 'p-one'));
    expect(front(built.state, { earlier: map }).form.scale).toBe('roomy');
    expect(front(built.state).form.scale).toBe('small');
  });

  test('[FR7] a fully open front stays open when the viewer writes, or a claim too many for the screen arrives', () => {
    const built = grown(1, 1, 2);
    const earlier = front(built.state);
    expect(earlier.whole).toBe(true);
    for (let nth = 0; nth < 12; nth += 1) built.does('olga', newClaim(`more${nth}`, 'p-one'));
    expect(front(built.state).whole).toBe(false);
    expect(front(built.state, { earlier }).whole).toBe(true);
    for (let nth = 12; nth < 60; nth += 1) built.does('olga', newClaim(`more${nth}`, 'p-one'));
    expect(front(built.state, { earlier }).whole).toBe(false);
  });

  test('[FR4] the claim being written in stays, even if its ancestors are closed', () => {
    const { state } = grown(6, 2, 3);
    const folds = new Map([['c-p-one-1', false]]);
    const map = front(state, { folds, edited: 'c-p-one-1.0.1' });
    expect(map.byId.has('c-p-one-1.0.1')).toBe(true);
    const ghost = { target: { kind: 'claim', id: 'c-p-one-1.0' }, relation: 'support' } as const;
    expect(front(state, { folds, ghost }).byId.has(GHOST_ID)).toBe(true);
  });

  test('[FR5] opening a claim closes those beside it, unless they are to stay', () => {
    const { state } = grown(3, 1, 1);
    const first = openClaim(state, new Map(), 'c-p-one-0');
    expect(openClaim(state, first, 'c-p-one-1')).toEqual(new Map([['c-p-one-1', true]]));
    expect(openClaim(state, first, 'c-p-one-1', true).size).toBe(2);
    expect(openClaim(state, first, 'c-p-two-1').size).toBe(2);
  });
});

describe('an open claim', () => {
  const { state } = grown(6, 2, 3);
  const open = (...ids: string[]) => front(state, { folds: new Map(ids.map((id) => [id, true])) });

  test('[FR5] has its arguments in the next column; the other first claims fold to a line', () => {
    const map = open('c-p-one-1');
    expect(looks(map)).toEqual({ motion: 1, position: 2, line: 11, open: 1, card: 2 });
    const claim = box(map, 'c-p-one-1');
    for (const id of claim.children) expect(box(map, id).x).toBe(claim.x + claim.width + 40);
  });

  test('[FR5] a claim that is opened stays at its height, wherever in the list and however many arguments it has', () => {
    const folds = (id: string) => new Map([[id, true]]);
    const earlier = front(state);
    for (const id of earlier.boxes.filter(({ look }) => look === 'row').map((row) => row.id)) {
      const map = front(state, { folds: folds(id), earlier });
      expect(box(map, id).y, id).toBe(box(earlier, id).y);
      const [first, last] = [box(map, id).children.at(0) ?? '', box(map, id).children.at(-1) ?? ''];
      expect(box(map, first).y, id).toBeLessThanOrEqual(box(map, id).y);
      expect(box(map, last).y + box(map, last).height, id).toBeGreaterThanOrEqual(
        box(map, id).y + box(map, id).height,
      );
      // And while others write, and when it is closed again.
      const later = front(state, { folds: folds(id), earlier: map });
      expect(later.boxes).toEqual(map.boxes);
      expect(box(front(state, { earlier: later }), id).y, id).toBe(box(earlier, id).y);
    }
  });

  test('[FR5] arguments of an open claim that change places stay in their column where it begins', () => {
    const built = grown(6, 2, 1);
    const folds = new Map([['c-p-one-3', true]]);
    const earlier = front(built.state, { folds, earlier: front(built.state) });
    const [first = '', second = ''] = box(earlier, 'c-p-one-3').children;
    built.does('olga', move(second, 'c-p-one-3', null));
    const map = front(built.state, { folds, earlier });
    expect(box(map, 'c-p-one-3').children).toEqual([second, first]);
    expect(box(map, second).y).toBe(box(earlier, first).y);
    expect(box(map, 'c-p-one-3').y).toBe(box(earlier, 'c-p-one-3').y);
  });

  test('[FR5] on a phone nothing above an opened claim moves, and what is below it folds', () => {
    const earlier = front(state, { stage: PHONE });
    const map = front(state, { stage: PHONE, earlier, folds: new Map([['c-p-one-3', true]]) });
    for (const id of ['p-one', 'c-p-one-0', 'c-p-one-2', 'c-p-one-3'])
      expect(box(map, id).y, id).toBe(box(earlier, id).y);
    expect(box(map, 'c-p-one-2').look).toBe('row');
    expect(box(map, 'c-p-one-4').look).toBe('line');
    expect(box(map, 'c-p-two-0').look).toBe('line');
  });

  test('[FR2] on a phone lines of supports and of attacks run apart', () => {
    const both = debate().does('olga', newClaim('top', 'p-one'), newClaim('for', 'c-top'), {
      ...newClaim('against', 'c-top'),
      relation: 'attack' as const,
    });
    const map = front(both.state, { stage: PHONE, folds: new Map([['c-top', true]]) });
    const trunk = (id: string) => frontLink(map, box(map, id), (one) => one)?.pieces.at(-1)?.[2].x;
    expect(trunk('c-for')).not.toBe(trunk('c-against'));
  });

  test('[FR10] deeper reading moves motion and positions further out, and each depth has one x', () => {
    const map = open('c-p-one-1', 'c-p-one-1.0', 'c-p-one-1.0.1');
    expect(map.form.columns).toBe('claims');
    const xs = new Map<number, Set<number>>();
    for (const { depth, x, kind } of map.boxes)
      if (kind === 'claim') xs.set(depth, (xs.get(depth) ?? new Set()).add(x));
    for (const [depth, found] of xs) expect(found.size, `depth ${depth}`).toBe(1);
  });

  test('[FR4] the claim being answered is open, with room for the answer', () => {
    const ghost = { target: { kind: 'claim', id: 'c-p-two-3' }, relation: 'attack' } as const;
    const map = front(state, { ghost });
    expect(box(map, 'c-p-two-3').look).toBe('open');
    expect(box(map, GHOST_ID).parent).toBe('c-p-two-3');
  });

  test('[FR4] a new argument stands last under what it answers, even if one closed that', () => {
    const ghost = { target: { kind: 'claim', id: 'c-p-one-1' }, relation: 'attack' } as const;
    const map = front(state, { ghost, folds: new Map([['c-p-one-1', false]]) });
    expect(box(map, 'c-p-one-1').children.at(-1)).toBe(GHOST_ID);
    const { place, siblings } = box(map, GHOST_ID);
    expect(box(map, GHOST_ID)).toMatchObject({ kind: 'ghost', relation: 'attack' });
    expect(place).toBe(siblings);
  });

  test('[FR13] a new argument keeps a place when what it answers is retracted: under the nearest above that is shown', () => {
    const built = debate().does('olga', newClaim('a', 'p-one'), newClaim('b', 'c-a'));
    const ghost = { target: { kind: 'claim', id: 'c-b' }, relation: 'attack' } as const;
    const placeNow = () => box(front(built.state, { ghost }), GHOST_ID).parent;
    expect(placeNow()).toBe('c-b');
    built.does('olga', { type: 'claim.retract', claimId: 'c-b', reason: 'off_topic' });
    expect(placeNow()).toBe('c-a');
    built.does('olga', { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' });
    expect(placeNow()).toBe('p-one');
  });

  test('arrows walk in and out, up and down', () => {
    const map = open('c-p-one-1');
    expect(walkMap(map, MOTION_ID, 'right')).toBe('p-one');
    expect(walkMap(map, 'c-p-one-1', 'right')).toBe('c-p-one-1.0');
    expect(walkMap(map, 'c-p-one-1.0', 'left')).toBe('c-p-one-1');
    expect(walkMap(map, 'c-p-one-5', 'down')).toBe('c-p-two-0');
  });

  test('[FR6] a long list of arguments shows eight and how many more', () => {
    const many = debate().does('olga', newClaim('top', 'p-one'));
    for (let nth = 0; nth < 20; nth += 1) many.does('olga', newClaim(`n${nth}`, 'c-top'));
    const map = front(many.state, { folds: new Map([['c-top', true]]) });
    expect(box(map, '~more:c-top').more).toBe(12);
  });
});
