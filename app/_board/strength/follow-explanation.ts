import type { DebateStrengths } from '../../../domain/analysis/debate-strengths.ts';
import { inSlices } from '../in-slices.ts';
import { explainStrength, type StrengthExplained } from './explain-strength.ts';
import type { StrengthCell } from './strength-cell.ts';

/**
 * Tells what makes a strength what it is, now and whenever it is reckoned anew; the answer ends that. One explanation is told
 * before the next one is begun: where people vote all the time, one would else never come to an end.
 */
export function followExplanation(
  cell: StrengthCell,
  id: string,
  report: (explained: StrengthExplained | null) => void,
): () => void {
  let explained: DebateStrengths | null = null;
  let busy = false;
  let giveUp = () => {};
  const explain = () => {
    const strengths = cell.read();
    // After new words all is worth what it was.
    if (busy || strengths === null || strengths.strengths === explained?.strengths) return;
    explained = strengths;
    busy = true;
    giveUp = inSlices(explainStrength(strengths, id), (explained) => {
      busy = false;
      report(explained);
      explain();
    });
  };
  explain();
  const unsubscribe = cell.subscribe(explain);
  return () => {
    unsubscribe();
    giveUp();
  };
}
