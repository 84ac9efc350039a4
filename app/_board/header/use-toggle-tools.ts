'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { CROWDED, isToolBehind } from '../core/view/panes.ts';
import { useReadView, useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';

interface ToggleTools {
  toggleConsole(): void;
  toggleSources(): void;
  toggleAnalysis(): void;
  toggleHistory(): void;
  toggleNews(): void;
  toggleQuestions(): void;
  toggleTasks(): void;
  toggleConclusion(): void;
}

/** Opens and closes the tools beside the debate. A tool behind the panel comes to the front instead of closing. */
export function useToggleTools(): ToggleTools {
  const read = useReadView();
  const { facilitate, readSources, analyse, list } = useViewActs();
  return useMemo(() => {
    const isSeen = (isOpen: boolean) => isOpen && !isToolBehind(read());
    return {
      toggleConsole: () => facilitate(!isSeen(read().facilitating)),
      toggleSources: () => {
        const { reading } = read();
        readSources(isSeen(reading !== null) ? null : (reading ?? { sourceId: null, passageId: null }));
      },
      toggleAnalysis: () => analyse(!isSeen(read().analysing)),
      toggleHistory: () => list(isSeen(read().listing === 'history') ? null : 'history'),
      toggleQuestions: () => list(isSeen(read().listing === 'questions') ? null : 'questions'),
      toggleTasks: () => list(isSeen(read().listing === 'tasks') ? null : 'tasks'),
      toggleConclusion: () => list(isSeen(read().listing === 'conclusion') ? null : 'conclusion'),
      toggleNews: () => list(isSeen(read().listing === 'news') ? null : 'news'),
    };
  }, [read, facilitate, readSources, analyse, list]);
}

/** True if an open tool is behind the panel now. */
export function useIsToolBehind(): boolean {
  const panelFirst = useViewPart(({ selected, front }) => selected !== null && front === 'panel');
  const isCrowded = useSyncExternalStore(subscribe, crowded, () => false);
  return panelFirst && isCrowded;
}

function crowded(): boolean {
  return window.matchMedia(CROWDED).matches;
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(CROWDED);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
