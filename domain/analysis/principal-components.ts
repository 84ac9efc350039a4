import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Opinions } from './opinions.ts';

export type Point = readonly [number, number];

/** The plane in which opinions lie farthest apart, and where each person stands in it. */
export interface OpinionPlane {
  /** The mean answer to each statement. */
  readonly center: readonly number[];
  /** Two directions of length 1, the wider first, by statement; all 0 where opinions do not differ in it. */
  readonly components: readonly [readonly number[], readonly number[]];
  readonly projections: readonly Point[];
}

/**
 * The first two principal components of the answers, as Polis takes them: what was left out counts as 0 for everybody, a
 * missing answer as the mean one. A person who answered little is moved outwards, as far as their few answers let them.
 */
export function opinionPlane(opinions: Opinions): OpinionPlane {
  const { statements, leftOut } = opinions;
  const left = statements.map((id) => leftOut.has(id));
  const cells = opinions.answers.map((row) => row.map((answer, statement) => (left[statement] ? 0 : answer)));
  const center = statements.map((_, statement) => meanOf(cells, statement));
  const spread = cells.map((row) =>
    row.map((answer, statement) => (answer === null ? 0 : answer - (center[statement] ?? 0))),
  );
  const components = twoComponents(spread, statements.length);
  const projections = cells.map((row, person): Point => {
    // What was left out counts as answered by everybody.
    const answered = row.reduce<number>((count, answer) => (answer === null ? count : count + 1), 0);
    const scale = Math.sqrt(statements.length / Math.max(answered, 1));
    const along = (component: readonly number[]) => scale * dot(spread[person] ?? [], component);
    return [along(components[0]), along(components[1])];
  });
  return { center, components, projections };
}

function meanOf(cells: readonly (readonly (number | null)[])[], statement: number): number {
  let [sum, count] = [0, 0];
  for (const row of cells) {
    const answer = row[statement] ?? null;
    if (answer === null) continue;
    sum += answer;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * The eigenvectors of the two largest eigenvalues of the rows' covariance. Of people and statements the fewer make the
 * matrix: both have the same eigenvalues, and one's vectors give the other's.
 */
function twoComponents(
  spread: readonly (readonly number[])[],
  width: number,
): [readonly number[], readonly number[]] {
  // Statements in which nobody differs are in no direction.
  const used = Array.from({ length: width }, (_, statement) => statement).filter((statement) =>
    spread.some((row) => row[statement] !== 0),
  );
  if (used.length === 0) return [zeros(width), zeros(width)];
  const rows = new Matrix(spread.map((row) => used.map((statement) => row[statement] ?? 0)));
  const byPerson = rows.rows < rows.columns;
  const product = byPerson ? products(rows) : products(rows.transpose());
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(product, {
    assumeSymmetric: true,
  });
  const order = [...realEigenvalues.keys()].sort(
    (a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0),
  );
  const largest = realEigenvalues[order[0] ?? 0] ?? 0;
  const component = (nth: 0 | 1): readonly number[] => {
    const column = order[nth];
    if (column === undefined || (realEigenvalues[column] ?? 0) <= largest * 1e-12) return zeros(width);
    const vector = eigenvectorMatrix.getColumn(column);
    const direction = byPerson ? rows.transpose().mmul(Matrix.columnVector(vector)).getColumn(0) : vector;
    return spreadOut(turned(unit(direction)), used, width);
  };
  return [component(0), component(1)];
}

/** Each row times each row. */
function products(rows: Matrix): Matrix {
  const values = rows.to2DArray().map((row) => Float64Array.from(row));
  const all = new Matrix(rows.rows, rows.rows);
  for (const [i, one] of values.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const product = dotOf(one, values[j] ?? one);
      all.set(i, j, product);
      all.set(j, i, product);
    }
  }
  return all;
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** A component's sign means nothing: it is chosen so that the picture does not turn over from one vote to the next. */
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

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The same for one kind of array alone, which engines make much faster: it is called for each pair. */
function dotOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
