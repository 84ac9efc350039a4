'use client';

import { useLayoutEffect, useSyncExternalStore } from 'react';
import { keepDraft, onDraftsChanged, readDraft } from '#app/_ui/stored-draft.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { claimDrafts, type DraftName, draftKey } from '../store/form-drafts.ts';

/** Keeps the viewer's draft in the tab while it is written, until it is sent or discarded, or they sign out. */
export function useDraft(name: DraftName): [text: string, setText: (text: string) => void] {
  const store = useBoardStore();
  const key = useBoard((state) => draftKey(state, name));
  const text = useSyncExternalStore(
    onDraftsChanged,
    () => readDraft(key),
    () => '',
  );
  // Before the paint, so that what a reader wrote stays when they join.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the viewer.
  useLayoutEffect(() => claimDrafts(store.state()), [store, key]);
  // The key of now: a form that is sent after joining empties what has become the participant's.
  return [text, (next) => keepDraft(draftKey(store.state(), name), next)];
}
