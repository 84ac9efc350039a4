'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { POLL_THRESHOLDS, type PollThreshold } from '#domain/debate/polls/poll.ts';
import { Choice } from '../../core/forms/choice.tsx';

interface ThresholdChoiceProps {
  readonly chosen: PollThreshold;
  readonly onChoose: (threshold: PollThreshold) => void;
}

/** Option for the number of answers from which a secret poll shows its results. */
export function ThresholdChoice({ chosen, onChoose }: ThresholdChoiceProps) {
  const t = useMessages('polls');
  return (
    <Choice
      label={t('threshold')}
      hint={t('thresholdHint')}
      options={POLL_THRESHOLDS.toReversed().map((threshold) => [
        `${threshold}`,
        t('thresholdFrom', { threshold }),
      ])}
      chosen={`${chosen}`}
      onChoose={(value) => {
        const threshold = POLL_THRESHOLDS.find((each) => `${each}` === value);
        if (threshold) onChoose(threshold);
      }}
    />
  );
}
