'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { keepDraft, onDraftsChanged, readDraft } from '#app/_ui/stored-draft.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { claimDrafts, type DraftName, draftKey } from './board-drafts.ts';

/** Keeps the viewer's draft in the tab while it is written, until it is sent or discarded, or they sign out. */
export function useDraft(name: DraftName): [text: string, setText: (text: string) => void] {
  const store = useBoardStore();
  const key = useBoard((state) => draftKey(state, name));
  const text = useSyncExternalStore(
    onDraftsChanged,
    () => readDraft(key),
    () => '',
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the viewer.
  useEffect(() => claimDrafts(store.state()), [store, key]);
  // The key of now: a form that is sent after joining empties what has become the participant's.
  return [text, (next) => keepDraft(draftKey(store.state(), name), next)];
}
