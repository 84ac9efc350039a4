import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { linkOf, railOf, undercutOf } from '#domain/layout/box-link.ts';
import { breakColumns } from '#domain/layout/column-breaks.ts';
import { attackPointOf, type Curve, pointOn } from '#domain/layout/link-curve.ts';
import type { Rect } from '#domain/layout/map-geometry.ts';
import { layoutMap, type MapLayout } from '#domain/layout/map-layout.ts';
import { generatedOperations } from '#server/cli/generate/generated-operations.ts';
import { createEntries } from '#server/log/create-entries.ts';
import { CREATE, DebateBuilder, newClaim } from '../../support/debate-builder.ts';

/** Heights that differ, always the same for the same id. */
function measure(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return 60 + (sum % 120);
}

/** A debate in which the picks say what each next claim answers, and some undercut. */
function debateOf(picks: readonly number[]): DebateBuilder {
  const position = (positionId: string, hue: 'blue' | 'ochre') =>
    ({ type: 'position.add', positionId, name: positionId, hue, summary: '' }) as const;
  const built = new DebateBuilder()
    .does('system', CREATE)
    .does('olga', position('p-one', 'blue'), position('p-two', 'ochre'));
  const places = ['p-one', 'p-two'];
  picks.forEach((pick, index) => {
    const under = places[pick % places.length] ?? 'p-one';
    const undercuts = pick % 11 === 0 && under.startsWith('c-');
    const target = undercuts ? under.replace('c-', 'l-') : under;
    if (built.ask('olga', newClaim(`k${index}`, target, undercuts ? { relation: 'attack' } : {})).ok)
      places.push(`c-k${index}`);
  });
  return built;
}

const picks = fc.array(fc.nat(), { minLength: 20, maxLength: 90 });

/** A debate as `npm run generate` makes it. */
function stateOf(claims: number): DebateState {
  let state = EMPTY_STATE;
  const size = { claims, positions: 3, people: 4, votesPerClaim: 0, seed: 1 };
  for (const { author, operation } of generatedOperations(size)) {
    const created = createEntries(state, [operation], author, 1);
    if (created.ok) state = created.state;
  }
  return state;
}

/** Many points along a curve. */
function trace({ start, pieces }: Curve) {
  let from = start;
  return pieces.flatMap((piece) => {
    const curve = { start: from, pieces: [piece] };
    from = piece[2];
    return Array.from({ length: 65 }, (_, step) => pointOn(curve, step / 64));
  });
}

/** Every link and rail of a map. */
function curvesOf(map: MapLayout): Curve[] {
  return map.boxes.flatMap((box) => {
    const parent = map.byId.get(box.parent ?? '');
    if (!parent) return [];
    const attacked = map.boxes.find(({ link }) => link !== null && link === box.undercuts);
    const above = map.byId.get(attacked?.parent ?? '');
    const rail = box.hangs ? [railOf(parent, box)] : [];
    if (!attacked || !above) return [linkOf(box, parent), ...rail];
    return [undercutOf(box, parent, attackPointOf(linkOf(attacked, above))), ...rail];
  });
}

function isInside({ x, y }: { x: number; y: number }, rect: Rect): boolean {
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  return x > rect.x + 0.5 && x < right - 0.5 && y > rect.y + 0.5 && y < bottom - 0.5;
}

describe('the columns of the map', () => {
  test('[MA5] no link and no rail runs through a box', () => {
    fc.assert(
      fc.property(picks, (chosen) => {
        const map = layoutMap(debateOf(chosen).state, { measure });
        const points = curvesOf(map).flatMap(trace);
        const crossed = map.boxes.filter((box) => points.some((point) => isInside(point, box)));
        expect(crossed.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('[MA6] a low map has no columns, and a tall one about the proportions of a screen', () => {
    expect(layoutMap(debateOf([0, 1, 2, 3, 4, 5, 6, 7]).state, { measure }).railed).toEqual([]);
    for (const claims of [60, 1_000, 10_000]) {
      const { bounds } = layoutMap(stateOf(claims), { measure });
      expect(bounds.width / bounds.height).toBeGreaterThan(1);
      expect(bounds.width / bounds.height).toBeLessThan(3);
    }
  });

  test('parts are divided in order into columns about as tall as the limit and like each other', () => {
    expect(breakColumns([100, 100, 100, 100], 400)).toEqual([4]);
    expect(breakColumns([100, 100, 100, 100], 200)).toEqual([2, 2]);
    expect(breakColumns([300, 100, 100, 100], 320)).toEqual([1, 3]);
    expect(breakColumns([900, 100], 100)).toEqual([1, 1]);
  });
});
