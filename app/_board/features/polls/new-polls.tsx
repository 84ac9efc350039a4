'use client';

import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { usePolls, usePollWords } from '../../core/polls/use-polls.ts';

/**
 * Announces polls that open or close while the page is open, to screen readers. It is on the page from the start: a live region that
 * comes with its words is not spoken.
 */
export function NewPolls() {
  const t = useMessages('polls');
  const { questionOf } = usePollWords();
  const polls = usePolls();
  const known = useRef<ReadonlySet<string>>(openOf(polls));
  const [said, setSaid] = useState({ ids: [] as readonly string[], times: 0 });
  useEffect(() => {
    const [was, is] = [known.current, openOf(polls)];
    known.current = is;
    const ids = polls.map(({ id }) => id).filter((id) => was.has(id) !== is.has(id));
    if (ids.length > 0) setSaid(({ times }) => ({ ids, times: times + 1 }));
  }, [polls]);
  const wordsFor = (poll: Poll) =>
    t(poll.open ? 'new' : poll.counts && poll.answered > 0 ? 'overWithResults' : 'over', {
      question: questionOf(poll),
    });
  return (
    <VisuallyHidden>
      <span aria-live="polite">
        <span key={said.times}>
          {polls
            .filter(({ id }) => said.ids.includes(id))
            .map(wordsFor)
            .join(' ')}
        </span>
      </span>
    </VisuallyHidden>
  );
}

function openOf(polls: readonly Poll[]): ReadonlySet<string> {
  return new Set(polls.filter(({ open }) => open).map(({ id }) => id));
}
