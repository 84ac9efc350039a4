import { argumentMapSteps, type MapClaim } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';

/** A debate in abstract argumentation: arguments, and their attacks. */
export interface AttackGraph {
  readonly claims: readonly MapClaim[];
  readonly attacks: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Claims and the attacks between them. Supports are left out, and so are attacks on a position; an undercut attacks the claim whose link it
 * denies. Retracted claims are left out with their attacks: to a solver every argument counts.
 */
export function* attackGraphSteps(debate: ExchangedDebate): Generator<'', AttackGraph> {
  const { claims, crossLinks } = yield* argumentMapSteps(debate);
  const standing = claims.filter(({ claim }) => !claim.retracted);
  const fromOf = new Map(
    [...claims.map(({ link }) => link), ...crossLinks].map(({ id, from }) => [id, from]),
  );
  const known = new Set(standing.map(({ id }) => id));
  const said = new Set<string>();
  const attacks = [...claims.map(({ link }) => link), ...crossLinks].flatMap(({ from, target, relation }) => {
    const to = target.kind === 'link' ? (fromOf.get(target.id) ?? '') : target.id;
    const words = `${from} ${to}`;
    if (relation !== 'attack' || !known.has(from) || !known.has(to) || said.has(words)) return [];
    said.add(words);
    return [{ from, to }];
  });
  return { claims: standing, attacks };
}

/** The name of a claim in solvers' syntax. */
export function argumentNames(claims: readonly MapClaim[]): Map<string, string> {
  return new Map(claims.map(({ id, number }) => [id, `a${number.replaceAll('.', '_')}`]));
}
