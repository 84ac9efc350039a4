'use client';

import { lazyComponent } from '#app/_ui/lazy-component.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { usePollWords } from '../../core/polls/use-polls.ts';
import { PollBars } from './poll-bars.tsx';

const FormResult = lazyComponent<{ poll: Poll; counts: readonly number[]; moderates: boolean }>(
  () => import('./form-result.tsx'),
);

/** The result of a poll as it is shown, in the picture of its form. `moderates`: with buttons that hide texts. */
export function PollPicture({
  poll,
  counts,
  moderates = false,
}: {
  poll: Poll;
  counts: readonly number[];
  moderates?: boolean;
}) {
  const { optionsOf } = usePollWords();
  if (poll.form) return <FormResult poll={poll} counts={counts} moderates={moderates} />;
  return <PollBars options={optionsOf(poll)} counts={counts} />;
}
