import type { FrontForm, StageSize } from './front-form.ts';

/** One claim of a list, by what decides whether it is among those shown first. */
export interface Ranked {
  readonly id: string;
  /** Claims under it and votes on it. */
  readonly weight: number;
  /** Open, in the panel, or written under: it is shown whatever its rank. */
  readonly needed: boolean;
  /** Shown until now: others' votes do not put another in its place. */
  readonly wasShown: boolean;
}

/** How many rows of two lines a stage has room for, with so many positions. */
export function rowsOn({ height }: StageSize, form: FrontForm, lanes: number): number {
  const row = 2 * form.claim.line + 2 * form.rowPadding + 2 + form.rowGap;
  const free = height - 2 * form.top - Math.max(0, lanes - 1) * form.laneGap;
  return Math.max(lanes, Math.floor(free / row));
}

/** The rows each position has where there are more claims than rows: its part of them, and one at least. */
export function shareRows(rows: number, claims: readonly number[]): number[] {
  const all = claims.reduce((sum, count) => sum + count, 0);
  if (all <= rows) return [...claims];
  return claims.map((count) => Math.min(count, Math.max(1, Math.round((rows * count) / all))));
}

/**
 * Those shown of a list, in its order: those shown until now, then the heaviest, and all that are needed. One alone is never left
 * out: its row would take as much room.
 */
export function shownOf(list: readonly Ranked[], most: number): ReadonlySet<string> {
  if (list.length <= most + 1) return new Set(list.map(({ id }) => id));
  const first = heaviest(list, most);
  const needed = list.filter((one) => one.needed);
  return new Set([...first, ...needed].map(({ id }) => id));
}

/** The first so many by rank, without sorting all: a list may have thousands, and few are shown. */
function heaviest(list: readonly Ranked[], most: number): readonly Ranked[] {
  const kept: Ranked[] = [];
  for (const one of list) {
    const last = kept.at(-1);
    if (kept.length >= most && (!last || !isBefore(one, last))) continue;
    let at = kept.length;
    while (at > 0 && isBefore(one, kept[at - 1] ?? one)) at -= 1;
    kept.splice(at, 0, one);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

function isBefore(a: Ranked, b: Ranked): boolean {
  if (a.wasShown !== b.wasShown) return a.wasShown;
  return a.weight > b.weight;
}
