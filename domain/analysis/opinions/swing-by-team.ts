import type { DebateState } from '../../debate/engine/state.ts';
import { STANCES } from '../../debate/polls/poll.ts';
import { swingOf } from '../../debate/polls/polls.ts';
import { projectPolls } from '../../debate/polls/project-polls.ts';
import { teamOf } from '../../debate/positions/team-of.ts';
import { disclosableParts } from './disclosure.ts';

/** How the stances of the people who speak for a position moved between two polls. */
export interface TeamSwing {
  /** `null`: people who speak for no position. */
  readonly positionId: string | null;
  /** By stance before, then by stance after. */
  readonly flows: readonly (readonly number[])[];
}

/** The swing of a pair of polls, team by team. */
export interface SwingByTeam {
  /** The poll after the debate. */
  readonly pollId: string;
  readonly teams: readonly TeamSwing[];
}

/**
 * The swing of the last disclosed pair of polls, by people's current teams; `null` if there is none, or people speak for no positions. Of
 * secret polls no team of fewer than five is disclosed, nor a remainder of fewer than five.
 */
export function swingByTeam(state: DebateState): SwingByTeam | null {
  const swing = swingOf({ polls: projectPolls(state, { seesAll: true }) });
  if (swing === null || (state.head?.settings.teams ?? 'off') === 'off') return null;
  const [was, is] = [swing.before, swing.after].map(({ id }) => state.answers.get(id));
  const flows = new Map<string | null, number[][]>();
  for (const [participantId, from] of was ?? []) {
    const to = is?.get(participantId);
    if (typeof from !== 'number' || typeof to !== 'number') continue;
    const team = teamOf(state, participantId);
    const ofTeam = flows.get(team) ?? STANCES.map(() => STANCES.map(() => 0));
    flows.set(team, ofTeam);
    const row = ofTeam[from];
    if (row) row[to] = (row[to] ?? 0) + 1;
  }
  const teams = [...flows].map(([positionId, ofTeam]) => ({ positionId, flows: ofTeam }));
  const isSecret = swing.before.secret || swing.after.secret;
  const disclosed = disclosableParts(
    teams.map((team) => team.flows.flat().reduce((sum, count) => sum + count, 0)),
  );
  const orderOf = ({ positionId }: TeamSwing) => state.positions.get(positionId ?? '')?.order ?? '~';
  return {
    pollId: swing.after.id,
    teams: teams
      .filter((_, team) => !isSecret || disclosed[team])
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  };
}
