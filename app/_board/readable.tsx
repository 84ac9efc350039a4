'use client';

import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { lazyComponent } from '../_ui/lazy-component.ts';
import { useBoard } from './store/board-context.tsx';

const NotReadable = lazyComponent(() => import('./not-readable.tsx'));

/** Why nothing of a debate stays on the screen of somebody who had it open. */
const KEPT_OUT: readonly RejectionCode[] = ['debate_not_found', 'removed', 'banned'];

/** The board for as long as the debate is this person's to read; after that nothing of it stays on the screen but their own words. */
export function Readable({ children }: { children: ReactNode }) {
  const isBarred = useBoard(
    ({ connection }) => connection.kind === 'refused' && KEPT_OUT.includes(connection.rejection.code),
  );
  const typed = useRef<readonly string[]>([]);
  const take = useCallback((words: readonly string[]) => {
    typed.current = words;
  }, []);
  return isBarred ? <NotReadable typed={typed} /> : <Typing whenGone={take}>{children}</Typing>;
}

/** Notes in which fields somebody types; when these go with the board, tells what is written in them and was not sent. */
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
  // A layout effect ends before the fields are taken out of the page.
  useLayoutEffect(() => {
    const { current } = fields;
    return () => whenGone([...current].flatMap((field) => (field.isConnected ? field.value : [])));
  }, [whenGone]);
  return children;
}
