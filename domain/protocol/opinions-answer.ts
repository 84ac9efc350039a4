import type { DisclosedOpinions } from '../analysis/disclosed-opinions.ts';
import type { Point } from '../analysis/principal-components.ts';
import type { SwingByTeam } from '../analysis/swing-by-team.ts';

/** One's own place among people's opinions, told to oneself alone. */
export interface OwnPlace {
  readonly at: Point;
  /** Null: one is in none that is told of. */
  readonly group: number | null;
}

/** How many votes were given, and by whom, as far as that is told. */
export interface VotesGiven {
  readonly votes: number;
  readonly people: number;
  /** By participant; null where the debate does not tell who. */
  readonly by: Readonly<Record<string, number>> | null;
  /** When they were given, changed answers counted each time; null: of a secret ballot that is not told. */
  readonly time: VotesOverTime | null;
}

/** How many votes were cast in each of some stretches of time, one after another. */
export interface VotesOverTime {
  /** Milliseconds of one stretch. */
  readonly step: number;
  readonly stretches: readonly { readonly from: number; readonly votes: number }[];
}

/** What the server tells of how people's votes lie to each other; all of it anew each time. */
export interface OpinionsAnswer {
  readonly ok: true;
  /** The entry up to which it was reckoned, by the number everybody is told. */
  readonly seq: number;
  readonly told: DisclosedOpinions;
  readonly own: OwnPlace | null;
  /** Null while nothing is told of votes. */
  readonly given: VotesGiven | null;
  /** How stances moved, team by team; null: that is not told, or there are no teams. */
  readonly swing: SwingByTeam | null;
}
