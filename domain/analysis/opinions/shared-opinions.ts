import { type Count, countAnswers, type Opinions } from './opinions.ts';

/** One-sided 90% confidence. */
const Z90 = 1.2816;
/** Maximum statements listed per kind. */
const MOST = 5;

/** A statement that a group agrees or disagrees with more than the others do. */
export interface Representative {
  readonly statement: string;
  readonly side: 'agree' | 'disagree';
  /** How likely a member of the group is on this side, and how many times as likely as anyone else. */
  readonly probability: number;
  readonly ratio: number;
  /** How certain it is that they are, and that others are less so, in standard deviations. */
  readonly probabilityTest: number;
  readonly ratioTest: number;
  readonly count: number;
  readonly answered: number;
}

/** A statement on which most people are on one side. */
export interface Agreed {
  readonly statement: string;
  readonly probability: number;
  readonly probabilityTest: number;
  readonly count: number;
  readonly answered: number;
}

/**
 * Group-informed consensus: for each statement the product, over the groups, of how likely a member agrees. One group that doesn't is
 * enough to make it small.
 */
export function groupInformedConsensus(
  opinions: Opinions,
  members: readonly (readonly number[])[],
): ReadonlyMap<string, number> {
  const counts = members.map((people) => countAnswers(opinions, people));
  return new Map(
    opinions.statements.map((id, statement) => [
      id,
      counts.reduce((product, each) => product * smoothedShare(each[statement], 'agree'), 1),
    ]),
  );
}

/** The statements that distinguish each group from the rest, the most distinctive first. */
export function representativeness(
  opinions: Opinions,
  members: readonly (readonly number[])[],
): readonly (readonly Representative[])[] {
  const counts = members.map((people) => countAnswers(opinions, people));
  const { statements, leftOut } = opinions;
  return counts.map((own, group) => {
    const others = counts.filter((_, other) => other !== group);
    const found = statements.flatMap((id, statement) => {
      if (leftOut.has(id)) return [];
      const inside = own[statement] ?? NOBODY;
      const rest = together(others.map((each) => each[statement] ?? NOBODY));
      const [agree, disagree] = (['agree', 'disagree'] as const).map((side) =>
        representativeOn(id, side, inside, rest),
      );
      const kept = [agree, disagree].some((each) => each && isSure(each));
      const stronger = agree && disagree && agree.ratioTest > disagree.ratioTest ? agree : disagree;
      return kept && stronger ? stronger : [];
    });
    return found.sort((a, b) => weight(b) - weight(a) || (a.statement < b.statement ? -1 : 1)).slice(0, MOST);
  });
}

/** The statements that people agree and disagree on, all of them together. */
export function consensus(opinions: Opinions): { agree: readonly Agreed[]; disagree: readonly Agreed[] } {
  const counts = countAnswers(opinions, opinions.participants.keys());
  const on = (side: 'agree' | 'disagree') => {
    const found = opinions.statements.flatMap((statement, index): Agreed[] => {
      const all = counts[index] ?? NOBODY;
      const probability = smoothedShare(all, side);
      const probabilityTest = proportionTest(all[side], all.answered);
      if (opinions.leftOut.has(statement) || probability <= 0.5 || probabilityTest <= Z90) return [];
      return [{ statement, probability, probabilityTest, count: all[side], answered: all.answered }];
    });
    const weigh = (each: Agreed) => each.probability * each.probabilityTest;
    return found.sort((a, b) => weigh(b) - weigh(a) || (a.statement < b.statement ? -1 : 1)).slice(0, MOST);
  };
  return { agree: on('agree'), disagree: on('disagree') };
}

const NOBODY: Count = { agree: 0, disagree: 0, answered: 0 };

function together(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { agree, disagree, answered }) => ({
      agree: sum.agree + agree,
      disagree: sum.disagree + disagree,
      answered: sum.answered + answered,
    }),
    NOBODY,
  );
}

function representativeOn(
  statement: string,
  side: 'agree' | 'disagree',
  inside: Count,
  rest: Count,
): Representative {
  return {
    statement,
    side,
    probability: smoothedShare(inside, side),
    ratio: smoothedShare(inside, side) / smoothedShare(rest, side),
    probabilityTest: proportionTest(inside[side], inside.answered),
    ratioTest: twoProportionTest(inside[side], inside.answered, rest[side], rest.answered),
    count: inside[side],
    answered: inside.answered,
  };
}

function isSure({ probabilityTest, ratioTest }: Representative): boolean {
  return probabilityTest > Z90 && ratioTest > Z90;
}

function weight({ ratio, ratioTest, probability, probabilityTest }: Representative): number {
  return ratio * ratioTest * probability * probabilityTest;
}

/** The share of votes for a side, with one vote added for it and one against (Laplace's rule of succession). */
function smoothedShare(count: Count | undefined, side: 'agree' | 'disagree'): number {
  return ((count?.[side] ?? 0) + 1) / ((count?.answered ?? 0) + 2);
}

/** How far, in standard deviations, a proportion is from a half; one is added to both counts. */
function proportionTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/** How far, in standard deviations, two proportions are from each other; one is added to all four counts. */
function twoProportionTest(
  inside: number,
  answeredInside: number,
  outside: number,
  answeredOutside: number,
): number {
  const [s1, n1, s2, n2] = [inside + 1, answeredInside + 1, outside + 1, answeredOutside + 1];
  const pooled = (s1 + s2) / (n1 + n2);
  if (pooled === 1) return 0;
  return (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}
