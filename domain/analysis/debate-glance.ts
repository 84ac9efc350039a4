import type { Steps } from '../collections/steps.ts';
import type { Claim } from '../debate/claims/claim.ts';
import { sourcesOf } from '../debate/lineage/merged-contents.ts';
import { attackFramework } from './attack-framework.ts';
import type { DebateStrengths } from './debate-strengths.ts';
import { graphSteps } from './graph-of-debate.ts';
import { groundedLabels, type Label, type ReasonedLabel, withReasons } from './labelling.ts';
import { allUnansweredAttacks, type Lever, leverSteps, type UnansweredAttack } from './levers.ts';
import { preferredExtensions } from './preferred.ts';
import { shownStrength } from './shown-strength.ts';

/** Claims of a kind that are told: more are not read. */
const TOLD = 6;
/** Votes from which on a claim can be contested. */
const CONTESTED_FROM = 4;

/** A claim and how strong it is. */
export interface Ranked {
  readonly id: string;
  readonly strength: number;
}

/** How a debate stands, for whoever has to steer it. */
export interface Glance {
  readonly claims: number;
  readonly supports: number;
  readonly attacks: number;
  readonly comments: number;
  readonly sources: number;
  readonly votes: number;
  /** Those on which votes are divided, the most votes on the smaller side first. */
  readonly contested: readonly string[];
  /** Those for which nothing is cited, the strongest first; and how many there are. */
  readonly unsourced: readonly string[];
  readonly unsourcedCount: number;
  /** Attacks nobody has answered, those on the strongest first; and how many there are. */
  readonly unanswered: readonly UnansweredAttack[];
  readonly unansweredCount: number;
  /** Only of claims whose strength is shown. */
  readonly strongest: readonly Ranked[];
  readonly weakest: readonly Ranked[];
}

/** A debate at a glance, of what one may see of it: that of which the strengths are. */
export function glanceAt(debate: DebateStrengths): Glance {
  const { state: view, compiled, strengths } = debate;
  const { placeOf, attacks, supports } = compiled;
  const claims = [...placeOf.keys()].flatMap((id) => view.claims.get(id) ?? []);
  const strengthOf = (id: string) => strengths.values[placeOf.get(id) ?? -1] ?? 0;
  const ranked = claims
    .map(({ id }): Ranked => ({ id, strength: strengthOf(id) }))
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  const shown = ranked.filter(({ id }) => shownStrength(debate, id) !== undefined);
  const smaller = ({ tally }: Claim) => Math.min(tally.agree, tally.disagree);
  const contested = claims
    .filter(({ tally: { agree, disagree } }) => agree + disagree >= CONTESTED_FROM)
    .filter((claim) => smaller(claim) * 2 >= Math.max(claim.tally.agree, claim.tally.disagree))
    .sort((a, b) => smaller(b) - smaller(a) || (a.id < b.id ? -1 : 1));
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
    contested: contested.slice(0, TOLD).map(({ id }) => id),
    unsourced: ranked
      .filter(({ id }) => isUnsourced.has(id))
      .slice(0, TOLD)
      .map(({ id }) => id),
    unsourcedCount: isUnsourced.size,
    unanswered: unanswered.slice(0, TOLD),
    unansweredCount: unanswered.length,
    strongest: shown.slice(0, TOLD),
    weakest: shown.slice(-Math.min(TOLD, Math.max(0, shown.length - TOLD))).reverse(),
  };
}

/** What follows from the attacks of a debate alone. */
export interface LabelsOfDebate {
  readonly labels: ReadonlyMap<string, ReasonedLabel>;
  readonly counts: Readonly<Record<Label, number>>;
  /** Null: there are too many arguments to look for them. */
  readonly preferred: { readonly sets: readonly (readonly string[])[]; readonly complete: boolean } | null;
}

/** What a position hangs on most. */
export interface Hinges {
  readonly positionId: string;
  readonly levers: readonly Lever[];
}

/** A debate as it stands: at a glance, by its attacks alone, and what would change it. */
export interface DebateStanding {
  readonly strengths: DebateStrengths;
  readonly glance: Glance;
  readonly labels: LabelsOfDebate;
  readonly hinges: readonly Hinges[];
}

/** Arguments up to which preferred sets are looked for while somebody waits. */
const SMALL = 60;
/** Where looking for them stops: it is done in the page. */
const BOUNDS = { looks: 200_000, sets: 12 };
/** Levers that are told of a position. */
const LEVERS = 3;

/** How a debate stands, in steps: a large one is reckoned while its page is read. */
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
    // A change of a number that is not shown would show it.
    if (removed || shownStrength(strengths, id) === undefined) continue;
    const levers = yield* leverSteps({ ...strengths, graph }, id);
    hinges.push({ positionId: id, levers: levers.slice(0, LEVERS) });
  }
  return { strengths, glance, labels: { labels, counts, preferred }, hinges };
}
