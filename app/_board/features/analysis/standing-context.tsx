'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { inSlices } from '#app/_ui/in-slices.ts';
import { type DebateStanding, summarySteps } from '#domain/analysis/debate-glance.ts';
import { useStrengthCell } from '../../core/strength/strength-context.tsx';

/** Milliseconds for which changes are collected: this part may be slightly out of date. */
const GATHERED_FOR = 1_000;

const StandingContext = createContext<DebateStanding | null>(null);

/** Calculates the state of the debate whenever its strengths change. */
export function StandingProvider({ children }: { children: ReactNode }) {
  const cell = useStrengthCell();
  const [standing, setStanding] = useState<DebateStanding | null>(null);
  useEffect(() => {
    let timer: number | undefined;
    let giveUp = () => {};
    let of: DebateStanding['strengths'] | null = null;
    const calculate = () => {
      timer = undefined;
      const strengths = cell.read();
      if (strengths === null || strengths === of) return;
      of = strengths;
      giveUp();
      giveUp = inSlices(summarySteps(strengths), setStanding);
    };
    calculate();
    const unsubscribe = cell.subscribe(() => {
      timer ??= window.setTimeout(calculate, of === null ? 0 : GATHERED_FOR);
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
      giveUp();
    };
  }, [cell]);
  return <StandingContext value={standing}>{children}</StandingContext>;
}

/** Returns the state of the debate; `null` until it has been calculated for the first time. */
export function useDebateStanding(): DebateStanding | null {
  return useContext(StandingContext);
}
