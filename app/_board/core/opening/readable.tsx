'use client';

import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useBoard } from '../store/board-context.tsx';
import { isDeniedForGood } from '../store/board-state.ts';

const NotReadable = lazyComponent(() => import('./not-readable.tsx'));

/** Shows the board for as long as this person may read the debate; after that only their own unsent text stays on the screen. */
export function Readable({ children }: { children: ReactNode }) {
  const isBarred = useBoard(({ connection }) => isDeniedForGood(connection));
  const typed = useRef<readonly string[]>([]);
  const take = useCallback((words: readonly string[]) => {
    typed.current = words;
  }, []);
  return isBarred ? <NotReadable typed={typed} /> : <Typing whenGone={take}>{children}</Typing>;
}

/** Tracks the fields in which the viewer types; when these are removed with the board, reports their unsent text. */
function Typing({
  whenGone,
  children,
}: {
  whenGone: (words: readonly string[]) => void;
  children: ReactNode;
}) {
  const fields = useRef(new Set<HTMLTextAreaElement | HTMLInputElement>());
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement) fields.current.add(target);
      if (target instanceof HTMLInputElement && target.type === 'text') fields.current.add(target);
    };
    document.addEventListener('input', note);
    return () => document.removeEventListener('input', note);
  }, []);
  // A layout effect's cleanup runs before the fields are removed from the page.
  useLayoutEffect(() => {
    const { current } = fields;
    return () => whenGone([...current].flatMap((field) => (field.isConnected ? field.value : [])));
  }, [whenGone]);
  return children;
}
