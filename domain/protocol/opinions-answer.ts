import type { DisclosedOpinions } from '../analysis/opinions/disclosed-opinions.ts';
import type { PlanePoint } from '../analysis/opinions/principal-components.ts';
import type { SwingByTeam } from '../analysis/opinions/swing-by-team.ts';

/** The reader's own place among people's opinions, sent only to them. */
export interface OwnPlace {
  readonly at: PlanePoint;
  /** `null`: they are in no group that is disclosed. */
  readonly group: number | null;
}

/** How many votes were cast, and by whom, as far as disclosed. */
export interface VotesGiven {
  readonly votes: number;
  readonly people: number;
  /** By participant; `null` if the debate doesn't show who. */
  readonly by: Readonly<Record<string, number>> | null;
  /** When they were cast, counting every changed answer; `null`: not disclosed for a ballot for research. */
  readonly time: VotesOverTime | null;
}

/** How many votes were cast in each of some consecutive intervals. */
export interface VotesOverTime {
  /** Milliseconds of one interval. */
  readonly step: number;
  readonly stretches: readonly { readonly from: number; readonly votes: number }[];
}

/** The opinion groups as sent by the server; complete each time. */
export interface OpinionsAnswer {
  readonly ok: true;
  /** The entry up to which it was calculated, by the number that all readers have. */
  readonly seq: number;
  readonly opinions: DisclosedOpinions;
  readonly own: OwnPlace | null;
  /** `null` while votes are not disclosed, and for a secret ballot. */
  readonly given: VotesGiven | null;
  /** How stances moved, team by team; `null`: not disclosed, or there are no teams. */
  readonly swing: SwingByTeam | null;
}
