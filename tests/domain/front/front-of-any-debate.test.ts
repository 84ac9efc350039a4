import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { ClaimsBelow } from '#domain/front/claims-below.ts';
import { frontForm } from '#domain/front/front-form.ts';
import { firstSentence } from '#domain/front/front-heights.ts';
import { frontLink } from '#domain/front/front-link.ts';
import { icicle } from '#domain/front/icicle.ts';
import { shareRows, shownOf } from '#domain/front/row-budget.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { editTo, merge, move, newClaim, restore, retract, unmerge } from '../../support/debate-builder.ts';
import { box, debate, front, grown, LAPTOP, PHONE } from '../../support/fronts.ts';

describe('any debate', () => {
  const debates = fc.array(fc.nat(), { maxLength: 50 }).map((picks) => {
    const built = debate();
    const places = ['p-one', 'p-two'];
    picks.forEach((pick, nth) => {
      built.does('olga', newClaim(`${nth}`, places[pick % places.length] ?? ''));
      places.push(`c-${nth}`);
    });
    return built.state;
  });
  const stages = fc.constantFrom(LAPTOP, PHONE, { width: 768, height: 900 }, { width: 1_920, height: 1_000 });
  const folds = fc
    .array(fc.nat(50), { maxLength: 6 })
    .map((ids) => new Map(ids.map((id) => [`c-${id}`, true] as const)));

  test('[FR8] stands without overlaps, each box under the one it answers, in reading order', () => {
    fc.assert(
      fc.property(debates, stages, folds, (state, stage, opened) => {
        const map = front(state, { stage, folds: opened });
        map.boxes.forEach((one, at) => {
          expect(one.order).toBe(at);
          for (const id of one.children) expect(box(map, id).parent).toBe(one.id);
          for (const other of map.boxes.slice(at + 1)) {
            const apart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y;
            expect(apart, `${one.id} and ${other.id}`).toBe(true);
          }
          frontLink(map, one, (each) => each);
        });
      }),
    );
  });

  test('[FR9] cached counts equal a full recount after any change', () => {
    const kinds = [
      'add',
      'add',
      'undercut',
      'move',
      'retract',
      'restore',
      'merge',
      'unmerge',
      'edit',
    ] as const;
    const act = fc.record({ kind: fc.constantFrom(...kinds), one: fc.nat(), other: fc.nat() });
    fc.assert(
      fc.property(fc.array(act, { minLength: 2, maxLength: 40 }), (acts) => {
        const built = debate();
        const kept = new ClaimsBelow();
        const places = ['p-one', 'p-two'];
        acts.forEach(({ kind, one, other }, nth) => {
          const at = (ids: readonly string[], pick: number) =>
            ids[pick % Math.max(1, ids.length)] ?? 'c-none';
          const claim = at(places.slice(2), one);
          const elsewhere = at(places, other);
          const undercut = newClaim(`n${nth}`, claim.replace('c-', 'l-'), { relation: 'attack' });
          const words = built.state.claims.has(claim) ? editTo(built.state, claim, `Words ${nth}`) : undercut;
          const operation = {
            add: newClaim(`n${nth}`, elsewhere),
            undercut,
            move: move(claim, elsewhere),
            retract: retract(claim),
            restore: restore(claim),
            merge: merge(claim, elsewhere),
            unmerge: unmerge(at([...built.state.merges.keys()], one)),
            edit: words,
          }[kind];
          // Refused where there is nothing to do it to: then nothing changes.
          const isNew = kind === 'add' || kind === 'undercut';
          if (built.ask('olga', operation).ok && isNew) places.push(`c-n${nth}`);
          finish(kept.follow(built.state));
          const fresh = new ClaimsBelow();
          finish(fresh.follow(built.state));
          for (const id of [MOTION_ID, ...places]) expect(kept.of(id), id).toEqual(fresh.of(id));
        });
      }),
    );
  });
});

test('rows are shared by size, at least one each, and never more than there are', () => {
  expect(shareRows(13, [4, 5, 4])).toEqual([4, 5, 4]);
  expect(shareRows(12, [1_250, 10, 0])).toEqual([12, 1, 0]);
});

test('one alone is never left out: its row would take as much room', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id, weight: 1, needed: false, wasShown: false }));
  expect(shownOf(list, 2).size).toBe(3);
  expect(shownOf(list, 1).size).toBe(1);
});

test('type grows with the screen, and a long motion is set smaller', () => {
  expect(frontForm({ width: 1_280, height: 745 }, 0, '').claim.size).toBe(15);
  expect(frontForm({ width: 1_440, height: 845 }, 0, '').claim.size).toBe(16);
  expect(frontForm({ width: 1_920, height: 1_025 }, 0, '').claim.size).toBe(17);
  const short = frontForm(LAPTOP, 0, 'Short').motion.size;
  expect(frontForm(LAPTOP, 0, 'word '.repeat(40)).motion.size).toBeLessThan(short);
});

test('of what a position says its first sentence is shown', () => {
  expect(firstSentence('One thing. Another.')).toBe('One thing.');
  expect(firstSentence('No end')).toBe('No end');
  expect(firstSentence('It costs 3.5 billion. So no.')).toBe('It costs 3.5 billion.');
});

test('[FR12] an icicle gives each claim its part of the width, one row a level, and leaves out what cannot be seen', () => {
  const { state } = grown(1, 3, 2);
  const below = new ClaimsBelow();
  finish(below.follow(state));
  const bars = icicle(state, below, 'c-p-one-0', { width: 240, least: 2 });
  expect(bars.filter(({ level }) => level === 0).map(({ width }) => width)).toEqual([80, 80, 80]);
  expect(bars.length).toBe(12);
  expect(icicle(state, below, 'c-p-one-0', { width: 240, least: 60 }).length).toBe(3);
});
