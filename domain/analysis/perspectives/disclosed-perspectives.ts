import type { Steps } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { remainingPositions } from '../../debate/map/positions-in-order.ts';
import { showsVotes } from '../../debate/participants/shown-votes.ts';
import { areTalliesHidden, isBallotSecret, takesVotes } from '../../debate/votes/ballots.ts';
import type { ComputedOpinions } from '../opinions/disclosed-opinions.ts';
import { statementsOf } from '../opinions/gather-opinions.ts';
import type { GatheredPerspectives, ShownGroups } from './gather-perspectives.ts';
import { personSteps } from './own-votes.ts';
import { type PerspectiveOf, type PerspectiveVotes, perspectiveKey, votersIn } from './perspective.ts';

/** A perspective that may be chosen. */
export interface PerspectiveChoice {
  /** Its name (`perspectiveKey`). */
  readonly of: string;
  /** How many people's votes it has; `null`: not disclosed, or too few of a team have voted on any claim. */
  readonly people: number | null;
}

/** The data that perspectives are counted from. */
export interface PerspectiveSources {
  readonly state: DebateState;
  readonly opinions: ComputedOpinions;
  /** `null`: the ballot is not open. */
  readonly gathered: GatheredPerspectives | null;
}

/** The opinion groups beside which teams stand in an open ballot, here or in the analysis; null: none. */
export function groupsBesideTeams(
  state: DebateState,
  { disclosed, participants, groupOf }: ComputedOpinions,
): ShownGroups | null {
  if (isBallotSecret(state) || disclosed.kind !== 'groups') return null;
  const grouped = participants.flatMap((id, nth) => {
    const group = groupOf[nth] ?? null;
    return group === null ? [] : [[id, group] as const];
  });
  return { groupOf: new Map(grouped), listed: new Set(disclosed.statements.map(({ id }) => id)) };
}

/** The perspectives that everyone may choose, apart from their own: none while tallies are hidden. */
export function perspectiveChoices(sources: PerspectiveSources): PerspectiveChoice[] {
  const { state, opinions, gathered } = sources;
  if (areTalliesHidden(state)) return [];
  const all: { readonly of: PerspectiveOf; readonly people: number | null }[] = [
    { of: { kind: 'everyone' }, people: gathered?.people.everyone ?? null },
  ];
  if (gathered && state.head?.settings.teams !== 'off')
    for (const { id } of remainingPositions(state))
      all.push({ of: { kind: 'team', id }, people: gathered.people.teams.get(id) ?? null });
  const { disclosed } = opinions;
  if (disclosed.kind === 'groups' && !takesVotes(state))
    for (const [number, group] of disclosed.groups.entries())
      if (group) all.push({ of: { kind: 'group', number }, people: group.size });
  for (const id of state.participants.keys())
    if (showsVotes(state, id)) all.push({ of: { kind: 'person', id }, people: 1 });
  return all.map(({ of, people }) => ({ of: perspectiveKey(of), people }));
}

/**
 * The votes of a perspective as everyone may see them; null: it may not be shown, or there is none. Everyone's are the tallies that viewers
 * have, and one's own are on one's own device. In steps.
 */
export function* disclosedVotes(
  sources: PerspectiveSources,
  of: PerspectiveOf,
): Steps<PerspectiveVotes | null> {
  const { state } = sources;
  if (areTalliesHidden(state)) return null;
  switch (of.kind) {
    case 'everyone':
    case 'own':
      return null;
    case 'person':
      if (!showsVotes(state, of.id)) return null;
      return yield* onStatements(state, yield* personSteps(state, of.id));
    case 'team': {
      const position = state.positions.get(of.id);
      if (!position || position.removed || state.head?.settings.teams === 'off') return null;
      return yield* votesIn(sources, ({ teams }) => teams.get(of.id));
    }
    case 'group':
      return takesVotes(state) ? null : yield* votesOfGroup(sources, of.number);
  }
}

type ShownClaim = GatheredPerspectives['claims'] extends ReadonlyMap<string, infer Shown> ? Shown : never;

function* votesIn(
  { state, gathered }: PerspectiveSources,
  counts: (claim: ShownClaim) => ReturnType<PerspectiveVotes['get']>,
): Steps<PerspectiveVotes | null> {
  if (gathered === null) return null;
  const votes = [...gathered.claims].flatMap(([id, claim]) => {
    const shown = counts(claim);
    return shown && votersIn(shown) > 0 ? [[id, shown] as const] : [];
  });
  yield;
  return yield* onStatements(state, new Map(votes));
}

function* votesOfGroup(sources: PerspectiveSources, number: number): Steps<PerspectiveVotes | null> {
  const { state, opinions, gathered } = sources;
  if (opinions.disclosed.kind !== 'groups' || !opinions.disclosed.groups[number]) return null;
  if (gathered) return yield* votesIn(sources, ({ groups }) => groups.get(number));
  const votes = (opinions.answersByGroup ?? []).flatMap(({ id, byGroup }) => {
    const answers = byGroup[number];
    if (!answers || answers.answered === 0) return [];
    const { agree, disagree, answered } = answers;
    return [[id, { agree, disagree, pass: answered - agree - disagree }] as const];
  });
  yield;
  return yield* onStatements(state, new Map(votes));
}

/** Without claims that do not stand, or that not everyone sees. */
function* onStatements(state: DebateState, votes: PerspectiveVotes): Steps<PerspectiveVotes> {
  const standing = statementsOf(state);
  yield;
  return new Map(
    standing.flatMap((id) => {
      const counts = votes.get(id);
      return counts ? [[id, counts] as const] : [];
    }),
  );
}
