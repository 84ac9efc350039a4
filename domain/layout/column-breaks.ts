/** How far columns may come apart before they are broken anew. */
const SLACK = 1.5;

/** What is to stand in columns: in order, with the height each takes. */
export interface Part {
  readonly id: string;
  readonly height: number;
}

/**
 * Divides parts, in order, into columns about as tall as `limit` and like each other; one column where they are no taller
 * than that. Each column is how many parts stand in it. Parts keep the columns they had while these are balanced: what is
 * added or goes moves the parts of its own column and no others.
 */
export function breakColumns(
  parts: readonly Part[],
  limit: number,
  earlier: readonly (readonly string[])[] = [],
): number[] {
  const kept = keptColumns(parts, earlier);
  return kept !== null && isBalanced(parts, kept, limit) ? kept : evenColumns(parts, limit);
}

function evenColumns(parts: readonly Part[], limit: number): number[] {
  let left = heightOf(parts);
  const count = Math.min(parts.length, Math.max(1, Math.ceil(left / limit)));
  const columns: number[] = [];
  let at = 0;
  for (let more = count; more > 1; more -= 1) {
    const wanted = left / more;
    let [taken, height] = [1, parts[at]?.height ?? 0];
    while (at + taken <= parts.length - more) {
      const next = parts[at + taken]?.height ?? 0;
      if (height + next / 2 > wanted) break;
      height += next;
      taken += 1;
    }
    columns.push(taken);
    at += taken;
    left -= height;
  }
  return [...columns, parts.length - at];
}

/** The earlier columns with the parts there are now; null where there were none. A new part goes with the one before it. */
function keptColumns(parts: readonly Part[], earlier: readonly (readonly string[])[]): number[] | null {
  const columnOf = new Map(earlier.flatMap((ids, column) => ids.map((id) => [id, column] as const)));
  const known = parts.map(({ id }) => columnOf.get(id));
  if (known.every((column) => column === undefined)) return null;
  const columns: number[] = [];
  let last: number | undefined;
  known.forEach((column, at) => {
    const stray = column !== known[at - 1] && known[at - 1] === known[at + 1];
    const here = stray ? last : (column ?? last);
    if (columns.length === 0 || (here !== undefined && last !== undefined && here > last)) columns.push(0);
    columns[columns.length - 1] = (columns.at(-1) ?? 0) + 1;
    last = here ?? last;
  });
  return columns;
}

/** Is no column much taller than wanted, or than its tallest part makes it, and are there not too many of them? */
function isBalanced(parts: readonly Part[], columns: readonly number[], limit: number): boolean {
  const total = heightOf(parts);
  if (columns.length > 1 && total * SLACK < limit * (columns.length - 1)) return false;
  let at = 0;
  for (const count of columns) {
    const inside = parts.slice(at, at + count);
    const height = heightOf(inside);
    const tallest = Math.max(...inside.map((part) => part.height));
    if (height > SLACK * Math.max(total / columns.length, tallest)) return false;
    if (height > SLACK * Math.max(limit, tallest)) return false;
    at += count;
  }
  return true;
}

function heightOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { height }) => sum + height, 0);
}
