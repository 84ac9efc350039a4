'use client';

import { useEffect } from 'react';
import { canBeLit } from '#domain/debate/meetings/spotlight.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';

/**
 * Milliseconds the selection rests on a claim before the spotlight follows: moving along a row puts nothing on the way into the
 * spotlight.
 */
const SETTLED = 400;

/** Puts each claim that the facilitator selects in the spotlight. It draws nothing. */
export default function Lead() {
  const submit = useSubmit();
  const id = useViewPart(({ selected }) => (selected?.kind === 'claim' ? selected.id : null));
  const isLightable = useBoard(({ replica }) => id !== null && canBeLit(replica.view, id));
  useEffect(() => {
    if (!isLightable || id === null) return;
    const timer = window.setTimeout(() => submit([{ type: 'spotlight.set', on: id, call: false }]), SETTLED);
    return () => window.clearTimeout(timer);
  }, [isLightable, id, submit]);
  return null;
}
