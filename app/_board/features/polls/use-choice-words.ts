'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isList } from '#domain/debate/polls/choices.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import type { PollChoice } from '#domain/debate/polls/poll-form.ts';
import { useNumberText } from '../../core/polls/use-number-text.ts';
import { usePollWords } from '../../core/polls/use-polls.ts';

/** Returns a function that says an answer to a poll in words. */
export function useChoiceWords(): (poll: Poll, choice: PollChoice) => string {
  const t = useMessages('pollForms');
  const text = useNumberText();
  const { optionsOf } = usePollWords();
  return useCallback(
    (poll, choice) => {
      const options = optionsOf(poll);
      const { form } = poll;
      if (typeof choice === 'string') return choice;
      if (isList(choice)) {
        if (form?.type === 'points')
          return options
            .flatMap((option, at) => (choice[at] ? t('pointsOf', { option, points: choice[at] }) : []))
            .join(' · ');
        const named = choice.map((option) => options[option] ?? '');
        return form?.type === 'ranking'
          ? named.map((option, place) => t('placed', { option, place: place + 1 })).join(' · ')
          : named.join(' · ');
      }
      if (form?.type === 'scale') return t('step', { step: choice + 1, steps: form.steps });
      if (form?.type === 'number') return t('withUnit', { number: text(choice), unit: form.unit }).trim();
      return options[choice] ?? '';
    },
    [optionsOf, text, t],
  );
}
