'use client';

import { useCallback } from 'react';
import { useLocale } from 'use-intl/react';
import { numberText } from '#domain/debate/polls/number-text.ts';

/** Returns a function that writes a number that was asked for, answered or counted from answers. */
export function useNumberText(): (number: number) => string {
  const locale = useLocale();
  return useCallback((number) => numberText(number, locale), [locale]);
}
