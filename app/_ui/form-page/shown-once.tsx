'use client';

import { type ReactNode, useEffect, useState } from 'react';

/** Values that were shown and left, in this document. */
const left = new Set<string>();

interface ShownOnceProps {
  /** The new code or token that its children show. */
  readonly value: string;
  readonly children: ReactNode;
}

/** Shows a new code or token until its page is left. Back brings the page again as the router or the browser kept it, then without this. */
export function ShownOnce({ value, children }: ShownOnceProps) {
  const [isOver, setOver] = useState(() => left.has(value));
  useEffect(() => {
    const hide = ({ persisted }: PageTransitionEvent) => persisted && setOver(true);
    window.addEventListener('pageshow', hide);
    return () => {
      left.add(value);
      window.removeEventListener('pageshow', hide);
    };
  }, [value]);
  return isOver ? null : children;
}
