'use client';

import { useEffect, useRef, useState } from 'react';

/** Keeps what is typed in a field, `null` for nothing; `save` gets it when the field is left, also by closing its container. */
export function useTyped(save: (typed: string) => boolean): {
  readonly typed: string | null;
  readonly type: (typed: string | null) => void;
  readonly leave: () => void;
} {
  const [typed, setTyped] = useState<string | null>(null);
  const now = useRef<() => void>(() => {});
  now.current = () => {
    if (typed !== null && save(typed.trim())) setTyped(null);
  };
  useEffect(() => () => now.current(), []);
  return { typed, type: setTyped, leave: () => now.current() };
}
