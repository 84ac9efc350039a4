import type { Steps } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { showsVotes } from '../../debate/participants/shown-votes.ts';
import type { Answer, Vote } from '../../debate/votes/vote.ts';
import { countingFor } from '../../debate/votes/vote-count.ts';
import { disclosableParts, isDisclosable } from '../opinions/disclosure.ts';
import { statementsOf } from '../opinions/gather-opinions.ts';
import type { VoteCounts } from './perspective.ts';

/** The opinion groups beside which teams are shown. */
export interface ShownGroups {
  /** By participant. */
  readonly groupOf: ReadonlyMap<string, number>;
  /** Claims whose counts by group the analysis shows already. */
  readonly listed: ReadonlySet<string>;
}

/** The votes of people who have one team and one group. */
interface Cell extends Readonly<Record<Answer, number>> {
  readonly team: string | null;
  readonly group: number | null;
  /** How many of these people don't show their votes themselves. */
  readonly kept: number;
}

/** A claim's votes as its perspectives may show them. */
export interface ClaimPerspectives {
  readonly teams: ReadonlyMap<string, VoteCounts>;
  readonly groups: ReadonlyMap<number, VoteCounts>;
}

type VotesOnClaim = NonNullable<ReturnType<DebateState['votes']['get']>>;

/** A claim's perspectives, and the votes they were read from. */
interface Column {
  readonly of: readonly (VotesOnClaim | undefined)[];
  readonly shown: ClaimPerspectives;
  readonly voters: readonly { readonly id: string; readonly team: string | null }[];
}

/** The perspectives of an open ballot. */
export interface GatheredPerspectives {
  readonly claims: ReadonlyMap<string, ClaimPerspectives>;
  /** How many people of each team voted on the claims that the team shows; of everyone, on any. */
  readonly people: { readonly everyone: number; readonly teams: ReadonlyMap<string, number> };
  /** Kept for the next update. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly groups: ShownGroups | null;
  readonly showing: string;
}

/**
 * The votes of an open ballot by team and by opinion group, as far as they may be shown: on each claim, the people of a team or group who do
 * not show their votes themselves are none or at least five, and so are those left over. Where a claim shows its groups, this holds for the
 * people of each team in each group too: then no sum or difference of what is shown is about fewer. It pauses after each claim; of claims
 * without new votes it keeps what it found before.
 */
export function* gatherPerspectives(
  state: DebateState,
  groups: ShownGroups | null,
  before: GatheredPerspectives | null = null,
): Steps<GatheredPerspectives> {
  const statements = statementsOf(state);
  yield;
  const shows = new Set([...state.participants.keys()].filter((id) => showsVotes(state, id)));
  const showing = [...shows].sort().join();
  const isKnown = before !== null && before.showing === showing && before.groups === groups;
  const columns = new Map<string, Column>();
  for (const id of statements) {
    const of = countingFor(state, id).map((counted) => state.votes.get(counted));
    const known = isKnown ? before.columns.get(id) : undefined;
    const isSame = known?.of.length === of.length && known.of.every((votes, nth) => votes === of[nth]);
    columns.set(id, isSame ? known : readColumn(id, of, groups, shows));
    yield;
  }
  const everyone = new Set<string>();
  const teams = new Map<string, Set<string>>();
  for (const { voters, shown } of columns.values()) {
    for (const { id, team } of voters) {
      everyone.add(id);
      if (team !== null && shown.teams.has(team)) teams.set(team, (teams.get(team) ?? new Set()).add(id));
    }
    yield;
  }
  return {
    claims: new Map([...columns].map(([id, { shown }]) => [id, shown])),
    people: {
      everyone: everyone.size,
      teams: new Map([...teams].map(([team, people]) => [team, people.size])),
    },
    ...{ columns, groups, showing },
  };
}

function readColumn(
  id: string,
  of: Column['of'],
  groups: ShownGroups | null,
  shows: ReadonlySet<string>,
): Column {
  const counted = new Map<string, Vote>();
  for (const votes of of)
    for (const [voter, vote] of votes ?? []) if (!counted.has(voter)) counted.set(voter, vote);
  const cells = new Map<string, Cell>();
  for (const [voter, { answer, team = null }] of counted) {
    const group = groups?.groupOf.get(voter) ?? null;
    const key = `${group} ${team}`;
    const cell = cells.get(key) ?? { team, group, kept: 0, agree: 0, disagree: 0, pass: 0 };
    const kept = cell.kept + (shows.has(voter) ? 0 : 1);
    cells.set(key, { ...cell, kept, [answer]: cell[answer] + 1 });
  }
  const voters = [...counted].map(([voter, { team = null }]) => ({ id: voter, team }));
  return {
    of,
    voters,
    shown: shownOf([...cells.values()], groups?.listed.has(id) ?? false, groups !== null),
  };
}

/** The parts of a claim's votes that may be shown. `isListed`: the analysis shows its groups anyway. */
function shownOf(cells: readonly Cell[], isListed: boolean, hasGroups: boolean): ClaimPerspectives {
  // Every sum and difference of teams and groups is made of cells.
  const fit = cells.every(({ kept }) => isDisclosable(kept));
  const teams = isListed && !fit ? NONE : partsOf(cells, ({ team }) => team);
  const groups = hasGroups && (fit || teams.size === 0) ? partsOf(cells, ({ group }) => group) : NONE;
  return { teams, groups };
}

const NONE: ReadonlyMap<never, VoteCounts> = new Map<never, VoteCounts>();

/** The parts of a claim's votes that may be shown beside its total. People without a part are one too, which is never shown. */
function partsOf<Part>(
  cells: readonly Cell[],
  partOf: (cell: Cell) => Part | null,
): ReadonlyMap<Part, VoteCounts> {
  const parts = new Map<Part | null, Pick<Cell, Answer | 'kept'>>();
  for (const cell of cells) {
    const { kept, agree, disagree, pass } = parts.get(partOf(cell)) ?? NOBODY;
    parts.set(partOf(cell), {
      kept: kept + cell.kept,
      agree: agree + cell.agree,
      disagree: disagree + cell.disagree,
      pass: pass + cell.pass,
    });
  }
  const all = [...parts];
  const disclosed = disclosableParts(all.map(([, { kept }]) => kept));
  const shown = new Map<Part, VoteCounts>();
  for (const [nth, [part, { agree, disagree, pass }]] of all.entries())
    if (part !== null && disclosed[nth]) shown.set(part, { agree, disagree, pass });
  return shown;
}

const NOBODY = { kept: 0, agree: 0, disagree: 0, pass: 0 };
