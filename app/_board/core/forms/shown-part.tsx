'use client';

import { type RefObject, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { showRest } from '../focus/show-rest.ts';

/** Lines shown at first, and added at a time: thousands at once would hold a phone for seconds. */
const SHOWN = 50;

/** The shown part of a list. */
interface ShownPart<T> {
  readonly shown: readonly T[];
  /** Number of lines that the next press adds. */
  readonly next: number;
  readonly showNext: () => void;
}

interface PartOptions<T> {
  /** Lines added at a time. */
  readonly atOnce?: number;
  /** Lines shown at first; as many as are added if it is left out. */
  readonly first?: number;
  /** True for what is shown wherever it stands, such as the viewer's own. */
  readonly stays?: (item: T) => boolean;
}

/** Returns the part of a list that is shown: its beginning, and more with each press. */
export function useShownPart<T>(all: readonly T[], options: PartOptions<T> = {}): ShownPart<T> {
  const { atOnce = SHOWN, first = atOnce, stays } = options;
  const [most, setMost] = useState(first);
  const shown = stays ? all.filter((item, at) => at < most || stays(item)) : all.slice(0, most);
  return {
    shown,
    next: Math.min(atOnce, all.length - shown.length),
    showNext: () => setMost(most + atOnce),
  };
}

interface MoreButtonProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly part: Pick<ShownPart<unknown>, 'next' | 'showNext'>;
}

/** Button that shows more lines of a list, and nothing once all are shown. */
export function MoreButton({ list, part: { next, showNext } }: MoreButtonProps) {
  const t = useMessages('controls');
  if (next === 0) return null;
  return (
    <p>
      <Button look="quiet" size="small" onClick={() => showRest(list, showNext)}>
        {t('showMore', { count: next })}
      </Button>
    </p>
  );
}
