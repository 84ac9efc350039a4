'use client';

import { useEffect } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { canBeLit, isOnStageOnly } from '#domain/debate/meetings/spotlight.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';

/**
 * Milliseconds the selection rests on a claim before the spotlight follows: moving along a row puts nothing on the way into the
 * spotlight.
 */
const SETTLED = 400;

/**
 * Puts each claim that the facilitator selects in the spotlight, until the stage shows something else or the spotlight is cleared. It draws
 * nothing.
 */
export default function Lead() {
  useEndOfLeading();
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

/**
 * Ends leading when the stage shows a picture, a question or a poll that opens, or the spotlight is cleared: the next claim would replace
 * that for everyone.
 */
function useEndOfLeading(): void {
  const store = useBoardStore();
  const { lead } = useViewActs();
  useEffect(() => {
    let before = store.state().replica.view.spotlight;
    let known = openPolls(store.state().replica.view);
    return store.subscribe(() => {
      const { view } = store.state().replica;
      const open = openPolls(view);
      if ([...open].some((id) => !known.has(id))) lead(false);
      known = open;
      const now = view.spotlight;
      if (now === before) return;
      // The spotlight also goes out by itself, with a claim that is retracted or hidden: nobody has asked for that.
      const isCleared = now === null && before !== null && canBeLit(view, before.on);
      before = now;
      if (isCleared || (now !== null && isOnStageOnly(view, now.on))) lead(false);
    });
  }, [store, lead]);
}

/** The ids of the polls that are open. */
function openPolls({ polls }: DebateState): ReadonlySet<string> {
  return new Set([...polls.values()].flatMap(({ id, open }) => (open ? id : [])));
}
