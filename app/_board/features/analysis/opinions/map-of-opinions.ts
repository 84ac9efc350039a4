import type { DisclosedGroup, DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { PlanePoint } from '#domain/analysis/opinions/principal-components.ts';

/** Width of the picture in its units, and limits of its height, which depends on how far people are apart vertically. */
export const MAP_WIDTH = 640;
const HEIGHTS = [240, 440] as const;
/** Margin in units around the content: names in it keep their size in a small picture. */
const MARGIN = { x: 48, y: 76 };
/** Units between people who vote the same. */
const ROOM = 8;

/** Standard deviations covered by a shape of a secret ballot. */
const REACH = 1.5;

type Groups = Extract<DisclosedOpinions, { kind: 'groups' }>;

/** A person's mark in the picture. */
export interface PersonMark {
  readonly x: number;
  readonly y: number;
  readonly group: number | null;
}

/** A group's shape in the picture: the hull of its people, or an ellipse around all of them together. */
export interface Shape {
  readonly group: number;
  readonly path: string;
  /** Place of its name. */
  readonly x: number;
  readonly y: number;
}

export interface OpinionPicture {
  readonly height: number;
  readonly marks: readonly PersonMark[];
  readonly shapes: readonly Shape[];
  readonly own: PersonMark | null;
}

/** Draws places and groups with the same scale in both directions: the picture shows only how far people are apart. */
export function pictureOf({ places, groups }: Groups, own: PersonMark | null): OpinionPicture {
  const ellipses = places.length > 0 ? [] : groups.map((group) => group && ellipseOf(group));
  const all = [...places.map(({ at }) => at), ...ellipses.flatMap((outline) => outline ?? [])];
  if (own) all.push([own.x, own.y]);
  const { place, height } = scaleFor(all);
  const marks = beside(
    places.map(({ at, group }): PersonMark => {
      const [x, y] = place(at);
      return { x, y, group };
    }),
  );
  const shapes = groups.flatMap((group, number): Shape[] => {
    if (!group) return [];
    const people = marks.filter((mark) => mark.group === number);
    const corners =
      people.length > 0
        ? hullOf(people.map(({ x, y }): PlanePoint => [x, y]))
        : (ellipses[number] ?? []).map(place);
    if (corners.length === 0) return [];
    const [x, y] = place(group.center);
    const top = Math.min(...corners.map(([, each]) => each));
    return [{ group: number, path: pathOf(corners), x, y: people.length > 0 ? top : y }];
  });
  const [x, y] = own ? place([own.x, own.y]) : [0, 0];
  return { height, marks, shapes, own: own && { x, y, group: own.group } };
}

/** Arranges people who vote the same around one place, like the seeds of a sunflower, so that each is visible. */
function beside(marks: readonly PersonMark[]): PersonMark[] {
  const there = new Map<string, number>();
  return marks.map((mark) => {
    const key = `${Math.round(mark.x / 3)} ${Math.round(mark.y / 3)}`;
    const nth = there.get(key) ?? 0;
    there.set(key, nth + 1);
    const [away, angle] = [ROOM * Math.sqrt(nth) * 0.75, nth * 2.399963];
    return {
      ...mark,
      x: round(mark.x + away * Math.cos(angle)),
      y: round(mark.y + away * Math.sin(angle)),
    };
  });
}

function ellipseOf({ center: [x, y], spread: [long, short], turn }: DisclosedGroup): PlanePoint[] {
  // A group whose people all vote alike still has to be visible.
  const [a, b] = [Math.max(long, 0.15) * REACH, Math.max(short, 0.15) * REACH];
  return Array.from({ length: 48 }, (_, nth): PlanePoint => {
    const angle = (nth / 48) * 2 * Math.PI;
    const [along, across] = [a * Math.cos(angle), b * Math.sin(angle)];
    return [
      x + along * Math.cos(turn) - across * Math.sin(turn),
      y + along * Math.sin(turn) + across * Math.cos(turn),
    ];
  });
}

/** The convex hull of points (Andrew 1979). */
function hullOf(points: readonly PlanePoint[]): PlanePoint[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly PlanePoint[]) => {
    const chain: PlanePoint[] = [];
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

function turns([ax, ay]: PlanePoint, [bx, by]: PlanePoint, [cx, cy]: PlanePoint): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function scaleFor(points: readonly PlanePoint[]): {
  place: (point: PlanePoint) => PlanePoint;
  height: number;
} {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const [least, most] = HEIGHTS;
  const scale = Math.min(
    (MAP_WIDTH - 2 * MARGIN.x) / Math.max(right - left, 1e-6),
    (most - 2 * MARGIN.y) / Math.max(high - low, 1e-6),
    160,
  );
  const height = Math.round(Math.max(least, (high - low) * scale + 2 * MARGIN.y));
  const [midX, midY] = [(left + right) / 2, (low + high) / 2];
  return {
    height,
    place: ([x, y]) => [round(MAP_WIDTH / 2 + (x - midX) * scale), round(height / 2 - (y - midY) * scale)],
  };
}

function pathOf(points: readonly PlanePoint[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
