import { kmeans } from 'ml-kmeans';
import { answerCount, type Opinions } from './opinions.ts';
import type { OpinionPlane, PlanePoint } from './principal-components.ts';
import { meanSilhouette } from './silhouette.ts';

/** Answers from which a person's place is meaningful, if there are as many statements. */
const ENOUGH_ANSWERS = 7;
/** Number of people from which groups are disclosed. */
export const ENOUGH_PEOPLE = 15;

/**
 * `best`: of many initializations the one with the tightest groups. `polis`: groups start with the first who joined, and the first fifteen
 * stay in, however little they answer, as in Polis, whose parameters these are.
 */
export type GroupingWay = 'best' | 'polis';

export interface OpinionGroups {
  readonly k: number;
  /** The mean silhouette of each number of groups that was tried. */
  readonly silhouettes: ReadonlyMap<number, number>;
  /** Participants' indexes by group: the largest group first, of two equal ones that whose first member joined first. */
  readonly members: readonly (readonly number[])[];
  /** True if enough people answered enough for groups to be meaningful. */
  readonly enough: boolean;
}

/** The number of answers from which a person's place among these statements is meaningful: to all of them, if they are few. */
export function leastAnswersTo({ length }: readonly string[]): number {
  return length === 0 ? ENOUGH_ANSWERS : Math.min(ENOUGH_ANSWERS, length);
}

/** The people whose opinions form groups, by index, in the order they joined. */
export function peopleInGroups({ participants, answers, statements }: Opinions, way: GroupingWay): number[] {
  const counts = answers.map(answerCount);
  const bound = leastAnswersTo(statements);
  const all = [...participants.keys()].filter((person) => (counts[person] ?? 0) > 0);
  const answered = all.filter((person) => (counts[person] ?? 0) >= bound);
  const others = all.filter((person) => (counts[person] ?? 0) < bound);
  if (way === 'polis') {
    const first = all.slice(0, ENOUGH_PEOPLE);
    return [...new Set([...first, ...answered])].sort((a, b) => a - b);
  }
  const most = others.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const filling = most.slice(0, Math.max(0, ENOUGH_PEOPLE - answered.length));
  return [...answered, ...filling].sort((a, b) => a - b);
}

/**
 * Groups of people with similar opinions; `null` if all people have the same place. `least`: minimum people in a group, so that fewer
 * groups may be found than fit best.
 */
export function opinionGroups(
  opinions: Opinions,
  plane: OpinionPlane,
  way: GroupingWay = 'best',
  least = 1,
): OpinionGroups | null {
  const people = peopleInGroups(opinions, way);
  const points = people.map((person) => plane.projections[person] ?? ([0, 0] as const));
  const places = new Set(points.map(([x, y]) => `${x} ${y}`)).size;
  const most = Math.min(5, 2 + Math.floor(people.length / 12), places);
  if (most < 2) return null;
  const silhouettes = new Map<number, number>();
  let best: { k: number; groups: readonly number[] } | null = null;
  for (let k = 2; k <= most; k += 1) {
    const groups = way === 'polis' ? fromFirst(points, k) : tightest(points, k);
    const silhouette = meanSilhouette(points, groups);
    if (smallestOf(groups) < least) continue;
    if (!best || silhouette > (silhouettes.get(best.k) ?? 0)) best = { k, groups };
    silhouettes.set(k, silhouette);
  }
  if (best === null) return null;
  const members = inOrder(people, best.groups);
  const bound = leastAnswersTo(opinions.statements);
  const answered = people.filter((person) => answerCount(opinions.answers[person] ?? []) >= bound);
  return { k: members.length, silhouettes, members, enough: answered.length >= ENOUGH_PEOPLE };
}

function smallestOf(groups: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return Math.min(...sizes.values());
}

/** Groups initialized with the first distinct places. */
function fromFirst(points: readonly PlanePoint[], k: number): readonly number[] {
  const seen = new Set<string>();
  const begin: number[][] = [];
  for (const [x, y] of points) {
    if (begin.length === k) break;
    if (seen.has(`${x} ${y}`)) continue;
    seen.add(`${x} ${y}`);
    begin.push([x, y]);
  }
  return grouped(points, begin).groups;
}

/** Number of initializations tried, fewer if there are many people; they are the same for the same points, in any order. */
const beginnings = (people: number) => Math.max(4, Math.min(12, Math.floor(6_000 / people)));

function tightest(points: readonly PlanePoint[], k: number): readonly number[] {
  const order = [...points.keys()].sort((a, b) => byPlace(points[a], points[b]));
  const sorted = order.map((index) => points[index] ?? ([0, 0] as const));
  const begin = farApart(sorted, k).map((at) => [...(sorted[at] ?? [0, 0])]);
  let best = grouped(sorted, begin);
  for (let seed = 1; seed < beginnings(points.length); seed += 1) {
    const next = grouped(sorted, 'kmeans++', { k, seed });
    if (next.spread < best.spread * (1 - 1e-12)) best = next;
  }
  const groups: number[] = [];
  for (const [nth, index] of order.entries()) groups[index] = best.groups[nth] ?? 0;
  return groups;
}

/** The indexes of points as far from each other as possible: the farthest from the center, then each the farthest from those before. */
export function farApart(points: readonly PlanePoint[], k: number): number[] {
  const middle: PlanePoint = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
  ) as unknown as PlanePoint;
  const chosen: number[] = [];
  while (chosen.length < k) {
    const others = chosen.length === 0 ? [middle] : chosen.map((at) => points[at] ?? middle);
    const away = (at: number) => Math.min(...others.map((other) => square(points[at] ?? middle, other)));
    let farthest = 0;
    for (const at of points.keys()) if (away(at) > away(farthest)) farthest = at;
    chosen.push(farthest);
  }
  return chosen;
}

function grouped(
  points: readonly PlanePoint[],
  initialization: number[][] | 'kmeans++',
  { k, seed }: { k: number; seed?: number } = { k: initialization.length },
): { groups: readonly number[]; spread: number } {
  const data = points.map(([x, y]) => [x, y]);
  const { clusters, centroids } = kmeans(data, k, { initialization, seed, maxIterations: 200, tolerance: 0 });
  const spread = data.reduce((sum, point, index) => {
    const [x = 0, y = 0] = centroids[clusters[index] ?? 0] ?? [];
    return sum + square([point[0] ?? 0, point[1] ?? 0], [x, y]);
  }, 0);
  return { groups: clusters, spread };
}

/** Groups with stable numbers: by size, then by who joined first. Empty ones are dropped. */
function inOrder(people: readonly number[], groups: readonly number[]): number[][] {
  const members = new Map<number, number[]>();
  for (const [nth, person] of people.entries()) {
    const group = groups[nth] ?? 0;
    members.set(group, [...(members.get(group) ?? []), person]);
  }
  return [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

function byPlace(a: PlanePoint | undefined, b: PlanePoint | undefined): number {
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}

function square([x, y]: PlanePoint, [otherX, otherY]: PlanePoint): number {
  return (x - otherX) ** 2 + (y - otherY) ** 2;
}
