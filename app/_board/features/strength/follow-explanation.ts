import { inSlices } from '#app/_ui/in-slices.ts';
import type { DebateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import type { StrengthCell } from '../../core/strength/strength-cell.ts';
import { explainStrength, type StrengthExplained } from './explain-strength.ts';

/**
 * Reports the explanation of a strength, now and whenever it is calculated again. Returns a function that ends that. One explanation is
 * reported before the next is started: otherwise none would ever finish while people keep voting.
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
    // After new claims everything has its initial strength.
    if (busy || strengths === null || strengths.strengths === explained?.strengths) return;
    explained = strengths;
    busy = true;
    giveUp = inSlices(
      explainStrength(strengths, id),
      (explained) => {
        busy = false;
        report(explained);
        explain();
      },
      (error) => {
        busy = false;
        reportError(error);
      },
    );
  };
  explain();
  const unsubscribe = cell.subscribe(explain);
  return () => {
    unsubscribe();
    giveUp();
  };
}
