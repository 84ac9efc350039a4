import type { Opinion, Opinions } from '#domain/analysis/opinions/opinions.ts';

const OPINION: Readonly<Record<string, Opinion | null>> = { '+': 1, '-': -1, '0': 0, '.': null };

/** Opinions in few signs, a person a row: + agrees, - disagrees, 0 passes, . did not answer. */
export function theOpinions(rows: readonly string[], leftOut: readonly string[] = []): Opinions {
  return {
    participants: rows.map((_, nth) => `p${nth}`),
    statements: [...(rows[0] ?? '')].map((_, nth) => `s${nth}`),
    answers: rows.map((row) => [...row].map((sign) => OPINION[sign] ?? null)),
    leftOut: new Set(leftOut),
  };
}
