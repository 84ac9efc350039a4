/** One round of an instant run-off. */
export interface Round {
  /** By option, how many rankings have it first among those that remain; null: it has left. All null: not shown. */
  readonly counts: readonly (number | null)[];
  /** Rankings that name none of the options that remain. */
  readonly exhausted: number | null;
  /** The options that leave after this round. */
  readonly leave: readonly number[];
}

/** True for a round that shows its counts. */
const isShown = ({ exhausted }: Round) => exhausted !== null;

/** An instant run-off: its rounds, and who remains. */
export interface RunOff {
  readonly rounds: readonly Round[];
  /** One option, or several that share the win. None: nobody ranked anything. */
  readonly winners: readonly number[];
}

/**
 * Counts rankings by instant run-off. In each round a ranking counts for the first of its options that remains. An option that more than
 * half of these rankings have first wins. Otherwise the one with the fewest leaves; of several with the fewest, the one with the fewest
 * Borda points; if these are equal too, all of them leave together, and if nobody would remain, they share the win.
 */
export function runOff(
  rankings: readonly (readonly number[])[],
  size: number,
  borda: readonly number[],
): RunOff {
  const ballots = gatherBallots(rankings);
  let remaining = Array.from({ length: size }, (_, option) => option);
  const rounds: Round[] = [];
  if (rankings.length === 0) return { rounds, winners: [] };
  for (;;) {
    const { counts, exhausted } = countFirst(ballots, remaining, size);
    const of = (option: number) => counts[option] ?? 0;
    const all = rankings.length - exhausted;
    const leader = remaining.find((option) => of(option) * 2 > all);
    if (leader !== undefined || remaining.length === 1) {
      rounds.push({ counts, exhausted, leave: [] });
      return { rounds, winners: leader === undefined ? remaining : [leader] };
    }
    const fewest = Math.min(...remaining.map(of));
    const last = remaining.filter((option) => of(option) === fewest);
    const lowest = Math.min(...last.map((option) => borda[option] ?? 0));
    const leave = last.filter((option) => (borda[option] ?? 0) === lowest);
    if (leave.length === remaining.length) {
      rounds.push({ counts, exhausted, leave: [] });
      return { rounds, winners: remaining };
    }
    rounds.push({ counts, exhausted, leave });
    remaining = remaining.filter((option) => !leave.includes(option));
  }
}

interface Ballot {
  readonly ranking: readonly number[];
  readonly people: number;
}

/** Equal rankings are counted once: 5,000 people give far fewer different ones. */
function gatherBallots(rankings: readonly (readonly number[])[]): Ballot[] {
  const gathered = new Map<string, { ranking: readonly number[]; people: number }>();
  for (const ranking of rankings) {
    const key = ranking.join();
    const known = gathered.get(key);
    if (known) known.people += 1;
    else gathered.set(key, { ranking, people: 1 });
  }
  return [...gathered.values()];
}

function countFirst(ballots: readonly Ballot[], remaining: readonly number[], size: number) {
  const counts = Array.from({ length: size }, (_, option): number | null =>
    remaining.includes(option) ? 0 : null,
  );
  let exhausted = 0;
  for (const { ranking, people } of ballots) {
    const first = ranking.find((option) => (counts[option] ?? null) !== null);
    if (first === undefined) exhausted += people;
    else counts[first] = (counts[first] ?? 0) + people;
  }
  return { counts, exhausted };
}

/**
 * A run-off without rounds that would give away the orders of fewer than `least` people: a round after the first shows its counts only if
 * none of them changed by fewer since the last round that shows them. Rounds between those are one, without who leaves: neither their number
 * nor their order is known. Who wins is: all rankings together make it, as they make the points of each option.
 */
export function withoutFew({ rounds, winners }: RunOff, least: number): RunOff {
  let shown = rounds[0];
  const safe = rounds.map((round, at): Round => {
    if (at === 0 || !shown) return round;
    const before = shown;
    const changes = round.counts.map(
      (count, option) => (count ?? 0) - (count === null ? 0 : (before.counts[option] ?? 0)),
    );
    const all = [...changes, (round.exhausted ?? 0) - (before.exhausted ?? 0)];
    if (all.every((change) => change === 0 || Math.abs(change) >= least)) {
      shown = round;
      return round;
    }
    return { counts: round.counts.map(() => null), exhausted: null, leave: [] };
  });
  const isFirst = (round: Round, at: number) => isShown(round) || isShown(safe[at - 1] ?? round);
  return { rounds: safe.filter(isFirst), winners };
}
