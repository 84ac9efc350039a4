'use client';

import { lazyComponent } from '#app/_ui/lazy-component.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { usePollWords } from '../../core/polls/use-polls.ts';
import { PollBars } from './poll-bars.tsx';

const FormResult = lazyComponent<{ poll: Poll; counts: readonly number[]; canHide: boolean }>(
  () => import('./form-result.tsx'),
);

/** The result of a poll as it is shown, in the picture of its form. `canHide`: with buttons that hide texts. */
export function PollPicture({
  poll,
  counts,
  canHide = false,
}: {
  poll: Poll;
  counts: readonly number[];
  canHide?: boolean;
}) {
  const { optionsOf } = usePollWords();
  if (poll.form) return <FormResult poll={poll} counts={counts} canHide={canHide} />;
  return <PollBars options={optionsOf(poll)} counts={counts} />;
}
