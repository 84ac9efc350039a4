import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** An eigenvector of a symmetric matrix, and its eigenvalue. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: readonly number[];
}

/** Rows up to which the whole matrix is decomposed: that is fast then. */
const SMALL = 64;
/** Directions iterated for the two that are wanted: the more there are, the faster the rest diminishes. */
const FOLLOWED = 8;
/** Steps after which the whole matrix is decomposed after all: its second eigenvalue is hardly larger than the rest. */
const STEPS = 300;
/** Maximum error of a direction. */
const EXACT = 1e-12;

/**
 * The eigenvectors of the two largest eigenvalues of a symmetric matrix without negative eigenvalues. For a large one by subspace iteration
 * (Rutishauser 1969): only a plane is needed, and decomposing the whole matrix for it took three quarters of the time that groups took.
 */
export function leadingVectors(matrix: readonly Float64Array[]): Eigenpair[] {
  return (matrix.length > SMALL ? followed(matrix) : null) ?? takenApart(matrix);
}

function takenApart(matrix: readonly Float64Array[]): Eigenpair[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(matrix.map((row) => Array.from(row))),
    { assumeSymmetric: true },
  );
  const order = [...realEigenvalues.keys()].sort(
    (a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0),
  );
  return order.slice(0, 2).map((column) => ({
    value: realEigenvalues[column] ?? 0,
    vector: eigenvectorMatrix.getColumn(column),
  }));
}

/** `null`: they don't separate from the rest fast enough to be sure of them. */
function followed(matrix: readonly Float64Array[]): Eigenpair[] | null {
  let directions = atRightAngles(beginnings(matrix.length));
  for (let step = 0; step < STEPS; step += 1) {
    const lengthened = directions.map((direction) => times(matrix, direction));
    const pairs = withinSpace(directions, lengthened);
    if (pairs === null) return null;
    if (isExact(pairs)) return pairs.slice(0, 2).map(({ value, vector }) => ({ value, vector: [...vector] }));
    directions = atRightAngles(pairs.map(({ image }) => image));
    if (directions.length < FOLLOWED) return null;
  }
  return null;
}

interface Followed {
  readonly value: number;
  readonly vector: Float64Array;
  /** The product with the matrix. */
  readonly image: Float64Array;
}

/** The matrix within the space of these directions, largest eigenvalues first (Rayleigh–Ritz). */
function withinSpace(
  directions: readonly Float64Array[],
  images: readonly Float64Array[],
): Followed[] | null {
  const within = directions.map((one) => Float64Array.from(images, (image) => dotOf(one, image)));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(within.map((row) => Array.from(row))),
    { assumeSymmetric: true },
  );
  const order = [...realEigenvalues.keys()].sort(
    (a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0),
  );
  if (!((realEigenvalues[order[0] ?? 0] ?? 0) > 0)) return null;
  return order.map((column) => {
    const parts = eigenvectorMatrix.getColumn(column);
    return {
      value: realEigenvalues[column] ?? 0,
      vector: mixed(directions, parts),
      image: mixed(images, parts),
    };
  });
}

/** True if the first two are so close to their limits that no digit would change. */
function isExact([first, second, third]: readonly Followed[]): boolean {
  if (!first || !second || !third) return false;
  const gaps = [first.value - second.value, second.value - third.value];
  const [wide = 0, narrow = 0] = gaps;
  const off = ({ value, vector, image }: Followed) => {
    let sum = 0;
    for (let index = 0; index < vector.length; index += 1)
      sum += ((image[index] ?? 0) - value * (vector[index] ?? 0)) ** 2;
    return Math.sqrt(sum);
  };
  return off(first) <= EXACT * wide && off(second) <= EXACT * Math.min(wide, narrow);
}

/** Initial directions: the same each time, and orthogonal to no likely direction. */
function beginnings(length: number): Float64Array[] {
  return Array.from({ length: FOLLOWED }, (_, nth) =>
    Float64Array.from({ length }, (_each, index) => Math.sin((nth + 1) * (index + 1) ** 1.5)),
  );
}

/** An orthonormal basis of the same space (modified Gram–Schmidt, twice, for precision). */
function atRightAngles(directions: readonly Float64Array[]): Float64Array[] {
  const straight: Float64Array[] = [];
  for (const direction of directions) {
    const vector = direction.slice();
    const was = Math.sqrt(dotOf(vector, vector));
    for (let pass = 0; pass < 2; pass += 1) {
      for (const other of straight) {
        const along = dotOf(vector, other);
        for (let index = 0; index < vector.length; index += 1)
          vector[index] = (vector[index] ?? 0) - along * (other[index] ?? 0);
      }
    }
    const length = Math.sqrt(dotOf(vector, vector));
    // A direction within the space of those before adds nothing.
    if (length > was * 1e-13) straight.push(vector.map((value) => value / length));
  }
  return straight;
}

function times(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dotOf(row, vector));
}

function mixed(vectors: readonly Float64Array[], parts: readonly number[]): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const [nth, vector] of vectors.entries()) {
    const part = parts[nth] ?? 0;
    for (let index = 0; index < sum.length; index += 1)
      sum[index] = (sum[index] ?? 0) + part * (vector[index] ?? 0);
  }
  return sum;
}

/** The dot product of two vectors, four sums at a time: it is calculated for every pair of statements. */
export function dotOf(a: Float64Array, b: Float64Array): number {
  const { length } = a;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let index = 0;
  for (; index + 3 < length; index += 4) {
    first += (a[index] as number) * (b[index] as number);
    second += (a[index + 1] as number) * (b[index + 1] as number);
    third += (a[index + 2] as number) * (b[index + 2] as number);
    fourth += (a[index + 3] as number) * (b[index + 3] as number);
  }
  for (; index < length; index += 1) first += (a[index] as number) * (b[index] as number);
  return first + second + third + fourth;
}
