'use client';

import { useEffect, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';

/** Milliseconds without a change after which the count is spoken: not while results are still arriving. */
const PAUSE = 500;

/** Tells screen readers how many results a search has, once the typing pauses. `null`: nothing is searched for. */
export function FoundCount({ count }: { count: number | null }) {
  const t = useMessages('search');
  const [spoken, setSpoken] = useState<number | null>(null);
  useEffect(() => {
    const timer = window.setTimeout(() => setSpoken(count), PAUSE);
    return () => window.clearTimeout(timer);
  }, [count]);
  return (
    <VisuallyHidden>
      <span role="status">{spoken !== null && t('found', { count: spoken })}</span>
    </VisuallyHidden>
  );
}
