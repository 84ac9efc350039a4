'use client';

import { useFormatter } from 'use-intl/react';

/** Writes strengths as the reader writes numbers, with two decimals; `sign`: what is added or taken, with + or −. */
export function useStrengthFigure(): (value: number, sign?: boolean) => string {
  const format = useFormatter();
  return (value, sign = false) =>
    format
      .number(value, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        signDisplay: sign ? 'exceptZero' : 'auto',
      })
      // A hyphen is shorter than the plus sign it stands beside.
      .replace('-', '−');
}
