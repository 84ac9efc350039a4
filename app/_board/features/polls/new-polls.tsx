'use client';

import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { usePolls, usePollWords } from '../../core/polls/use-polls.ts';

/**
 * Announces polls that open while the page is open, to screen readers. It is on the page from the start: a live region that comes with its
 * words is not spoken.
 */
export function NewPolls() {
  const t = useMessages('polls');
  const { questionOf } = usePollWords();
  const polls = usePolls();
  const open = polls.filter((poll) => poll.open);
  const known = useRef<ReadonlySet<string>>(new Set(open.map(({ id }) => id)));
  const [said, setSaid] = useState({ ids: [] as readonly string[], times: 0 });
  useEffect(() => {
    const ids = polls.filter((poll) => poll.open).map(({ id }) => id);
    const opened = ids.filter((id) => !known.current.has(id));
    known.current = new Set(ids);
    if (opened.length > 0) setSaid(({ times }) => ({ ids: opened, times: times + 1 }));
  }, [polls]);
  return (
    <VisuallyHidden>
      <span aria-live="polite">
        <span key={said.times}>
          {open
            .filter(({ id }) => said.ids.includes(id))
            .map((poll) => t('new', { question: questionOf(poll) }))
            .join(' ')}
        </span>
      </span>
    </VisuallyHidden>
  );
}
