import type { OpinionsTold, ToldGroup, ToldPlace } from '../../../domain/analysis/opinions-told.ts';
import type { Point } from '../../../domain/analysis/principal-components.ts';

/** Units of the picture: it is as wide as there is room, and keeps its form. */
export const WIDTH = 640;
export const HEIGHT = 400;
/** Units left free around what is in it. */
const MARGIN = 44;

/** Standard deviations as far as which a shape of a secret ballot reaches. */
const REACH = 1.5;

type Groups = Extract<OpinionsTold, { kind: 'groups' }>;

/** A person's mark in the picture. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly group: number | null;
}

/** A group's shape in the picture: the hull of its people, or an ellipse around all of them together. */
export interface Shape {
  readonly group: number;
  readonly path: string;
  /** Where its name stands. */
  readonly x: number;
  readonly y: number;
}

export interface OpinionPicture {
  readonly marks: readonly Mark[];
  readonly shapes: readonly Shape[];
  readonly own: Mark | null;
}

/** Draws places and groups on one scale for both directions: how far apart people are is all that the picture says. */
export function pictureOf({ places, groups }: Groups, own: Mark | null): OpinionPicture {
  const outlines = groups.map((group, number) => group && outlineOf(group, places, number));
  const all = [...places.map(({ at }) => at), ...outlines.flatMap((outline) => outline ?? [])];
  if (own) all.push([own.x, own.y]);
  const place = scaleFor(all);
  const marks = places.map(({ at, group }): Mark => {
    const [x, y] = place(at);
    return { x, y, group };
  });
  const shapes = groups.flatMap((group, number): Shape[] => {
    const outline = outlines[number];
    if (!group || !outline) return [];
    const points = outline.map(place);
    const [x, y] = place(group.center);
    const top = Math.min(...points.map(([, each]) => each));
    return [{ group: number, path: pathOf(points), x, y: places.length > 0 ? top : y }];
  });
  const [x, y] = own ? place([own.x, own.y]) : [0, 0];
  return { marks, shapes, own: own && { x, y, group: own.group } };
}

/** The corners of a group's shape. */
function outlineOf(group: ToldGroup, places: readonly ToldPlace[], number: number): Point[] {
  const own = places.filter((place) => place.group === number).map(({ at }) => at);
  return own.length > 0 ? hullOf(own) : ellipseOf(group);
}

function ellipseOf({ center: [x, y], spread: [long, short], turn }: ToldGroup): Point[] {
  // A group whose people all vote alike is still to be seen.
  const [a, b] = [Math.max(long, 0.15) * REACH, Math.max(short, 0.15) * REACH];
  return Array.from({ length: 48 }, (_, nth): Point => {
    const angle = (nth / 48) * 2 * Math.PI;
    const [along, across] = [a * Math.cos(angle), b * Math.sin(angle)];
    return [
      x + along * Math.cos(turn) - across * Math.sin(turn),
      y + along * Math.sin(turn) + across * Math.cos(turn),
    ];
  });
}

/** The convex hull of points (Andrew 1979). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const [last, before] = [chain.at(-1), chain.at(-2)];
        if (!last || !before || turns(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.reverse())];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
}

function turns([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function scaleFor(points: readonly Point[]): (point: Point) => Point {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const room = [WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN] as const;
  const scale = Math.min(room[0] / Math.max(right - left, 1e-6), room[1] / Math.max(high - low, 1e-6), 160);
  const [midX, midY] = [(left + right) / 2, (low + high) / 2];
  return ([x, y]) => [round(WIDTH / 2 + (x - midX) * scale), round(HEIGHT / 2 - (y - midY) * scale)];
}

function pathOf(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
