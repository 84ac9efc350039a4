import type { LongTasks } from './long-tasks.ts';
import type { MapFigures } from './map-bench.ts';
import { isMissing, type Measured } from './within.ts';

/** A figure beside what it may come to at most, and beside the other board's. What is not known was not measured. */
export interface Verdict {
  readonly what: string;
  readonly unit: string;
  readonly value: number | null;
  readonly limit: number;
  readonly met: boolean;
  readonly reactFlow: number | null;
  /** Of Parley's figure to React Flow's. */
  readonly ratio: number | null;
}

/** From so many claims on a debate is held to the limits of a large one. */
const LARGE = 5_000;
/** A heap that grows by no more than this part of itself is steady. */
const STEADY = 0.05;

/** The limits for Parley. */
export function verdictsOn(claims: number, parley: MapFigures, reactFlow: MapFigures): Verdict[] {
  const verdict = (
    what: string,
    unit: string,
    limit: number,
    read: (figures: MapFigures) => number | null,
  ): Verdict => {
    const [value, other] = [read(parley), read(reactFlow)];
    const ratio = value === null || other === null || other === 0 ? null : value / other;
    return { what, unit, value, limit, met: value !== null && value <= limit, reactFlow: other, ratio };
  };
  return [
    verdict('usable', 'ms', claims > LARGE ? 1_200 : 1_000, ({ load }) => figureOf(load, (of) => of.usable)),
    verdict('script a frame, p95', 'ms', 8, ({ motion }) =>
      worst(motion.map((move) => figureOf(move, ({ script }) => script.p95))),
    ),
    verdict('longest task, loading', 'ms', 50, ({ load }) => longest(load)),
    verdict('longest task, moving', 'ms', 50, ({ motion }) => worst(motion.map(longest))),
    verdict('longest task, editing', 'ms', 50, ({ edits }) => longest(edits)),
    verdict(
      'longest task, looking',
      'ms',
      50,
      ({ walk }) =>
        walk && figureOf(walk, ({ steps }) => Math.max(0, ...steps.map(({ tasks }) => tasks.longest))),
    ),
    verdict('edit shown, p95', 'ms', 100, ({ edits }) => figureOf(edits, ({ p95 }) => p95)),
    verdict('heap grown', '%', STEADY * 100, ({ memory }) =>
      // Of the line through all samples: the first and the last one alone say more of when they were taken.
      figureOf(memory, ({ start, slope, minutes }) => (100 * slope * minutes) / start),
    ),
    verdict('scripts until usable', 'kB', 250, ({ load }) =>
      figureOf(load, ({ firstScript }) => firstScript),
    ),
  ];
}

function longest(measured: Measured<{ readonly tasks: LongTasks }>): number | null {
  return figureOf(measured, ({ tasks }) => tasks.longest);
}

function worst(values: readonly (number | null)[]): number | null {
  return values.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)), 0);
}

function figureOf<T>(measured: Measured<T>, read: (figures: T) => number): number | null {
  return isMissing(measured) ? null : read(measured);
}
