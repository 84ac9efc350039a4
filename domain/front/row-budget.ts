import type { FrontForm, StageSize } from './front-form.ts';

/** A claim with the properties that decide if it is shown. */
export interface BudgetedClaim {
  readonly id: string;
  /** Number of descendants plus votes. */
  readonly weight: number;
  /** Always shown: open, selected or being written. */
  readonly needed: boolean;
  /** Shown in the previous layout, so other people's votes can't replace it. */
  readonly wasShown: boolean;
}

/** Number of two-line rows that fit on a stage with this many positions. */
export function rowsOn({ height }: StageSize, form: FrontForm, lanes: number): number {
  const row = 2 * form.claim.line + 2 * form.rowPadding + 2 + form.rowGap;
  const free = height - 2 * form.top - Math.max(0, lanes - 1) * form.laneGap;
  return Math.max(lanes, Math.floor(free / row));
}

/** Divides rows among positions in proportion to their claims, with at least one each. */
export function shareRows(rows: number, claims: readonly number[]): number[] {
  const all = claims.reduce((sum, count) => sum + count, 0);
  if (all <= rows) return [...claims];
  return claims.map((count) => Math.min(count, Math.max(1, Math.round((rows * count) / all))));
}

/**
 * Selects the claims of a list to show: previously shown ones first, then by weight, plus all needed ones. Never omits exactly one
 * claim, because the `more` row would take the same space. `all`: the list's length, if only its heaviest claims are known.
 */
export function shownOf(
  list: readonly BudgetedClaim[],
  most: number,
  all = list.length,
): ReadonlySet<string> {
  if (all <= most + 1) return new Set(list.map(({ id }) => id));
  const first = heaviest(list, most);
  const needed = list.filter((one) => one.needed);
  return new Set([...first, ...needed].map(({ id }) => id));
}

/** Top `most` by rank. Avoids sorting lists with thousands of claims. */
function heaviest(list: readonly BudgetedClaim[], most: number): readonly BudgetedClaim[] {
  const kept: BudgetedClaim[] = [];
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

function isBefore(a: BudgetedClaim, b: BudgetedClaim): boolean {
  if (a.wasShown !== b.wasShown) return a.wasShown;
  return a.weight > b.weight;
}
