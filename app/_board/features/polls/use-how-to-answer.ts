'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { useNumberText } from '../../core/polls/use-number-text.ts';
import { usePollWords } from '../../core/polls/use-polls.ts';

/** Returns a function that says between which numbers an answer must be; `null`: any is fine. */
export function useBoundsWords(): (min: number | null, max: number | null) => string | null {
  const t = useMessages('pollForms');
  const text = useNumberText();
  return useCallback(
    (min, max) => {
      if (min !== null && max !== null) return t('between', { min: text(min), max: text(max) });
      if (min !== null) return t('atLeast', { min: text(min) });
      return max === null ? null : t('atMost', { max: text(max) });
    },
    [t, text],
  );
}

/** Returns a function that says how a poll is answered; `null`: with one of its options. */
export function useHowToAnswer(): (poll: Poll) => string | null {
  const t = useMessages('pollForms');
  const bounds = useBoundsWords();
  const { optionsOf } = usePollWords();
  return useCallback(
    (poll) => {
      const { form } = poll;
      switch (form?.type) {
        case 'several':
          return t('severalHint', { most: form.most });
        case 'ranking':
          return t('howTo.ranking');
        case 'points':
          return t('howTo.points', { budget: form.budget });
        case 'scale': {
          const [low = '', high = ''] = optionsOf(poll);
          return t('scaleHint', { low, high, steps: form.steps });
        }
        case 'text':
          return t('howTo.text');
        case 'number':
          return [
            t('howTo.number', { unit: form.unit === '' ? 'none' : 'given', name: form.unit }),
            bounds(form.min, form.max),
          ]
            .filter(Boolean)
            .join(' ');
        case undefined:
          return null;
      }
    },
    [t, bounds, optionsOf],
  );
}
