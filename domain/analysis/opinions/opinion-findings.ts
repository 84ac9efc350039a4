import { type GroupingWay, leastAnswersTo, opinionGroups } from './opinion-groups.ts';
import { answerCount, type Count, countAnswers, type Opinions } from './opinions.ts';
import { opinionPlane, type PlanePoint } from './principal-components.ts';
import { groupInformedConsensus, type Representative, representativeness } from './shared-opinions.ts';

/** All results about opinions, before anything is hidden. Groups and statements are referred to by number. */
export interface OpinionFindings {
  readonly places: readonly PlanePoint[];
  /** `null`: all people have the same place. */
  readonly groups: {
    readonly members: readonly (readonly number[])[];
    readonly enough: boolean;
    readonly silhouettes: readonly (readonly [number, number])[];
    /** By group, then by statement. */
    readonly counts: readonly (readonly Count[])[];
    readonly representative: readonly (readonly Representative[])[];
    /** By statement. */
    readonly consensus: readonly number[];
  } | null;
  /** How many people answered enough for their place to be meaningful. */
  readonly settled: number;
  /** How many answers each gave. */
  readonly answered: readonly number[];
}

/** The places of people, their groups of at least `least` people, and their characteristic statements. */
export function findOpinions(opinions: Opinions, least = 1, way: GroupingWay = 'best'): OpinionFindings {
  const plane = opinionPlane(opinions);
  const answered = opinions.answers.map(answerCount);
  const bound = leastAnswersTo(opinions.statements);
  const settled = answered.filter((count) => count >= bound).length;
  const found = opinionGroups(opinions, plane, way, least);
  if (found === null) return { places: plane.projections, groups: null, settled, answered };
  const { members, enough, silhouettes } = found;
  const consensus = groupInformedConsensus(opinions, members);
  return {
    places: plane.projections,
    groups: {
      members,
      enough,
      silhouettes: [...silhouettes],
      counts: members.map((people) => countAnswers(opinions, people)),
      representative: representativeness(opinions, members),
      consensus: opinions.statements.map((id) => consensus.get(id) ?? 0),
    },
    settled,
    answered,
  };
}
