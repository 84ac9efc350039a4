import type { Steps } from '../collections/steps.ts';
import { sourcesOf } from '../debate/lineage/merged-contents.ts';
import { isContested, moreDividedFirst } from '../debate/votes/signs.ts';
import { attackFramework } from './graph/attack-framework.ts';
import { graphSteps } from './graph/graph-of-debate.ts';
import { groundedLabels, type Label, type ReasonedLabel, withReasons } from './labels/labelling.ts';
import { preferredExtensions } from './labels/preferred.ts';
import { allUnansweredAttacks, type Lever, leverSteps, type UnansweredAttack } from './levers.ts';
import type { DebateStrengths } from './strength/debate-strengths.ts';
import { shownStrength } from './strength/shown-strength.ts';

/** Maximum claims listed per kind: nobody reads more. */
const LISTED = 6;

/** A claim and its strength. */
export interface RankedClaim {
  readonly id: string;
  readonly strength: number;
}

/** The state of a debate at a glance, for its moderators. */
export interface Glance {
  readonly claims: number;
  readonly supports: number;
  readonly attacks: number;
  readonly comments: number;
  readonly sources: number;
  readonly votes: number;
  /** Those on which votes are divided, ordered by the number of votes on the smaller side. */
  readonly contested: readonly string[];
  /** Those without a source, strongest first; and their number. */
  readonly unsourced: readonly string[];
  readonly unsourcedCount: number;
  /** Attacks without an answer, those on the strongest first; and their number. */
  readonly unanswered: readonly UnansweredAttack[];
  readonly unansweredCount: number;
  /** Only claims whose strength is shown. */
  readonly strongest: readonly RankedClaim[];
  /** Those that aren't among the strongest; the weakest first. */
  readonly weakest: readonly RankedClaim[];
}

/** A debate at a glance, for a viewer: of the state that the strengths were calculated from. */
export function glanceAt(debate: DebateStrengths): Glance {
  const { state: view, compiled, strengths } = debate;
  const { placeOf, attacks, supports } = compiled;
  const claims = [...placeOf.keys()].flatMap((id) => view.claims.get(id) ?? []);
  const strengthOf = (id: string) => strengths.values[placeOf.get(id) ?? -1] ?? 0;
  const ranked = claims
    .map(({ id }): RankedClaim => ({ id, strength: strengthOf(id) }))
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  const shown = ranked.filter(({ id }) => shownStrength(debate, id) !== undefined);
  const contested = claims.filter(({ tally }) => isContested(tally)).sort(moreDividedFirst);
  const isUnsourced = new Set(
    claims.filter((claim) => sourcesOf(view, claim).length === 0).map(({ id }) => id),
  );
  const unanswered = allUnansweredAttacks(compiled).sort((a, b) => strengthOf(b.on) - strengthOf(a.on));
  const links = (of: readonly (readonly number[])[]) => of.reduce((sum, { length }) => sum + length, 0);
  return {
    claims: claims.length,
    supports: links(supports),
    attacks: links(attacks),
    comments: view.comments.count(({ withdrawn }) => !withdrawn),
    sources: new Set(claims.flatMap((claim) => sourcesOf(view, claim))).size,
    votes: claims.reduce((sum, { tally }) => sum + tally.agree + tally.disagree + tally.pass, 0),
    contested: contested.slice(0, LISTED).map(({ id }) => id),
    unsourced: ranked
      .filter(({ id }) => isUnsourced.has(id))
      .slice(0, LISTED)
      .map(({ id }) => id),
    unsourcedCount: isUnsourced.size,
    unanswered: unanswered.slice(0, LISTED),
    unansweredCount: unanswered.length,
    strongest: shown.slice(0, LISTED),
    weakest: shown.slice(LISTED).slice(-LISTED).reverse(),
  };
}

/** Results that follow only from the attacks of a debate. */
export interface LabelsOfDebate {
  readonly labels: ReadonlyMap<string, ReasonedLabel>;
  readonly counts: Readonly<Record<Label, number>>;
  /** `null`: there are too many arguments to search for them. */
  readonly preferred: { readonly sets: readonly (readonly string[])[]; readonly complete: boolean } | null;
}

/** The strongest contributions to a position. */
export interface Hinges {
  readonly positionId: string;
  readonly levers: readonly Lever[];
}

/** A debate's current state: at a glance, by its attacks alone, and what would change it. */
export interface DebateStanding {
  readonly strengths: DebateStrengths;
  readonly glance: Glance;
  readonly labels: LabelsOfDebate;
  readonly hinges: readonly Hinges[];
}

/** Maximum arguments for which preferred sets are searched while the user waits. */
const SMALL = 60;
/** Limits of the search: it runs in the page. */
const BOUNDS = { looks: 200_000, sets: 12 };
/** Levers listed per position. */
const LEVERS = 3;

/** A debate's current state, in steps: a large one is calculated while its page is being read. */
export function* summarySteps(strengths: DebateStrengths): Steps<DebateStanding> {
  const glance = glanceAt(strengths);
  yield;
  const graph = yield* graphSteps(strengths);
  yield;
  const framework = attackFramework(graph);
  yield;
  const labels = withReasons(framework, groundedLabels(framework));
  const counts = { in: 0, out: 0, undecided: 0 };
  for (const { label } of labels.values()) counts[label] += 1;
  yield;
  const found = framework.ids.length > SMALL ? null : preferredExtensions(framework, BOUNDS);
  const preferred = found && { sets: found.extensions, complete: found.complete };
  const hinges: Hinges[] = [];
  for (const { id, removed } of strengths.state.positions.values()) {
    // A change of a hidden number would reveal it.
    if (removed || shownStrength(strengths, id) === undefined) continue;
    const levers = yield* leverSteps({ ...strengths, graph }, id);
    hinges.push({ positionId: id, levers: levers.slice(0, LEVERS) });
  }
  return { strengths, glance, labels: { labels, counts, preferred }, hinges };
}
