'use client';

import { useFormatter } from 'use-intl/react';

/** Returns a function that formats strengths for the reader's locale, with two decimals; `sign`: a difference, with + or −. */
export function useStrengthFigure(): (value: number, sign?: boolean) => string {
  const format = useFormatter();
  return (value, sign = false) =>
    format
      .number(value, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        signDisplay: sign ? 'exceptZero' : 'auto',
      })
      // A hyphen is narrower than the plus sign beside it.
      .replace('-', '−');
}
