import { dotOf, leadingVectors } from './leading-vectors.ts';
import type { Opinions } from './opinions.ts';

export type PlanePoint = readonly [number, number];

/** The plane in which opinions are farthest apart, and each person's place in it. */
export interface OpinionPlane {
  /** The mean answer to each statement. */
  readonly center: readonly number[];
  /** Two unit vectors, the one with the larger variance first, by statement; all 0 if opinions don't differ along it. */
  readonly components: readonly [readonly number[], readonly number[]];
  readonly projections: readonly PlanePoint[];
}

/**
 * The first two principal components of the answers, as in Polis: left-out statements count as 0 for everyone, a missing answer as the
 * mean. A person with few answers is moved outwards, in proportion to what is missing.
 */
export function opinionPlane(opinions: Opinions): OpinionPlane {
  const { statements, leftOut } = opinions;
  const width = statements.length;
  // A statement without votes doesn't distinguish people: it is no part of the plane.
  const used = statements.map((_, statement) =>
    opinions.answers.some((row) => (row[statement] ?? null) !== null),
  );
  const usedWidth = used.filter(Boolean).length;
  const left = statements.map((id, statement) => used[statement] === true && leftOut.has(id));
  const cells = opinions.answers.map((row) => row.map((answer, statement) => (left[statement] ? 0 : answer)));
  const center = meansOf(cells, width);
  const spread = cells.map((row) =>
    Float64Array.from({ length: width }, (_, statement) => {
      const answer = row[statement] ?? null;
      return answer === null ? 0 : answer - (center[statement] ?? 0);
    }),
  );
  const components = twoComponents(spread, width);
  const [first, second] = components.map((component) => Float64Array.from(component));
  const projections = cells.map((row, person): PlanePoint => {
    // Left-out statements count as answered by everyone.
    const answered = row.reduce<number>((count, answer) => (answer === null ? count : count + 1), 0);
    const scale = Math.sqrt(usedWidth / Math.max(answered, 1));
    const along = (component: Float64Array | undefined) => {
      const own = spread[person];
      return own && component ? scale * dotOf(own, component) : 0;
    };
    return [along(first), along(second)];
  });
  return { center, components, projections };
}

function meansOf(cells: readonly (readonly (number | null)[])[], width: number): number[] {
  const [sums, counts] = [zeros(width), zeros(width)];
  for (const row of cells) {
    for (let statement = 0; statement < width; statement += 1) {
      const answer = row[statement] ?? null;
      if (answer === null) continue;
      sums[statement] = (sums[statement] ?? 0) + answer;
      counts[statement] = (counts[statement] ?? 0) + 1;
    }
  }
  return sums.map((sum, statement) => (counts[statement] ? sum / (counts[statement] ?? 1) : 0));
}

/**
 * The eigenvectors of the two largest eigenvalues of the rows' covariance. The matrix is built from people or statements, whichever are
 * fewer: both have the same eigenvalues, and one's vectors give the other's.
 */
function twoComponents(rows: readonly Float64Array[], width: number): [readonly number[], readonly number[]] {
  // Statements on which nobody differs are in no direction.
  const used = Array.from({ length: width }, (_, statement) => statement).filter((statement) =>
    rows.some((row) => row[statement] !== 0),
  );
  if (used.length === 0) return [zeros(width), zeros(width)];
  const byPerson = rows.length < used.length;
  const columns = used.map((statement) => Float64Array.from(rows, (row) => row[statement] ?? 0));
  const people = () => rows.map((row) => Float64Array.from(used, (statement) => row[statement] ?? 0));
  const pairs = leadingVectors(products(byPerson ? people() : columns));
  const largest = pairs[0]?.value ?? 0;
  const component = (nth: 0 | 1): readonly number[] => {
    const pair = pairs[nth];
    if (pair === undefined || pair.value <= largest * 1e-12) return zeros(width);
    const direction = byPerson
      ? columns.map((column) => dotOf(column, Float64Array.from(pair.vector)))
      : pair.vector;
    return spreadOut(turned(unit(direction)), used, width);
  };
  return [component(0), component(1)];
}

/** Dot products of each vector with each vector. */
function products(vectors: readonly Float64Array[]): Float64Array[] {
  const all = vectors.map(() => new Float64Array(vectors.length));
  for (const [i, one] of vectors.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const product = dotOf(one, vectors[j] ?? one);
      const [row, column] = [all[i], all[j]];
      if (row) row[j] = product;
      if (column) column[i] = product;
    }
  }
  return all;
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** A component's sign is arbitrary: it is chosen so that the picture doesn't flip from one vote to the next. */
function turned(vector: readonly number[]): readonly number[] {
  let widest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(widest) + 1e-9) widest = value;
  return widest < 0 ? vector.map((value) => -value) : vector;
}

function spreadOut(vector: readonly number[], used: readonly number[], width: number): number[] {
  const all = zeros(width);
  for (const [nth, statement] of used.entries()) all[statement] = vector[nth] ?? 0;
  return all;
}

function zeros(width: number): number[] {
  return Array.from({ length: width }, () => 0);
}
