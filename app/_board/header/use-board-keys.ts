'use client';

import { useEffect, useRef } from 'react';
import { mayNow } from '../core/claims/use-claim.ts';
import { useSayWhyNot } from '../core/commands/use-say-why-not.ts';
import { isTurnedOff } from '../core/keys/letter-keys.ts';
import { useBoardStore } from '../core/store/board-context.tsx';
import { hasTool, isPanelBehind } from '../core/view/panes.ts';
import { useReadView } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { NEW_SEARCH } from '../features/search/refine-search.ts';
import { useToggleTools } from './use-toggle-tools.ts';
import { useUndoRedo } from './use-undo-redo.ts';

interface KeyActs {
  readonly onHelp: () => void;
  readonly onQueue: () => void;
  readonly onFacilitate: () => void;
  readonly onNext: () => void;
  readonly onPalette: () => void;
}

/**
 * Handles the board's shortcuts: undo, redo, palette, views, help, next new claim, moderators' tools, and closing. Ignores keys in text
 * fields.
 */
export function useBoardKeys(acts: KeyActs): void {
  const latest = useRef(acts);
  latest.current = acts;
  const undoOrRedo = useUndoRedo();
  const read = useReadView();
  const store = useBoardStore();
  const sayWhyNot = useSayWhyNot();
  const {
    show,
    setOverview,
    select,
    write,
    seek,
    lookAt,
    choose,
    readSources,
    analyse,
    facilitate,
    list,
    toggleGuided,
  } = useViewActs();
  const { toggleSources, toggleAnalysis } = useToggleTools();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTaken(event.target)) return;
      const act = actFor(event);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    const actFor = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): (() => void) | null => {
      const { view, overview, selected, writing, search, branch, chosen } = read();
      if (ctrlKey || metaKey) {
        if (key.toLowerCase() === 'z') return () => undoOrRedo(shiftKey ? 'redo' : 'undo');
        if (key.toLowerCase() === 'k') return latest.current.onPalette;
        return key.toLowerCase() === 'y' ? () => undoOrRedo('redo') : null;
      }
      if (isTurnedOff(key)) return null;
      switch (key) {
        case '?':
          return latest.current.onHelp;
        case '/':
          return () => (search ? focusSearch() : seek(NEW_SEARCH));
        case 'q':
          return latest.current.onQueue;
        case 'b':
          return toggleSources;
        case 'v':
          return toggleAnalysis;
        case 'p':
          return latest.current.onFacilitate;
        case 'g':
          return read().guided !== null || mayNow(store.state(), 'vote.cast')
            ? toggleGuided
            : () => sayWhyNot('vote.cast');
        case 'n':
          return latest.current.onNext;
        case 'm':
          return () => (view === 'map' ? setOverview(!overview) : show('map'));
        case 'o':
          return () => show('outline');
        case 'Escape':
          if (document.querySelector('[role="dialog"], [role="menu"]')) return null;
          if (writing) return () => write(null);
          if (overview && view === 'map') return () => setOverview(false);
          if (search) return () => seek(null);
          if (chosen.size > 0) return () => choose([]);
          if (selected && !isPanelBehind(read()) && !isInTool()) return () => select(null);
          if (hasTool(read())) return closeTool;
          if (selected) return () => select(null);
          return branch === null ? null : () => lookAt(null);
        default:
          return null;
      }
    };
    const closeTool = () => {
      const { facilitating, reading, analysing } = read();
      if (reading) readSources(null);
      else if (analysing) analyse(false);
      else if (facilitating) facilitate(false);
      else list(null);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [
    undoOrRedo,
    show,
    setOverview,
    select,
    write,
    seek,
    lookAt,
    choose,
    readSources,
    analyse,
    facilitate,
    list,
    toggleGuided,
    store,
    sayWhyNot,
    toggleSources,
    toggleAnalysis,
    read,
  ]);
}

/** `true` if a tool beside the debate has the focus. */
function isInTool(): boolean {
  return document.activeElement?.closest('[data-tool]') != null;
}

function focusSearch(): void {
  document.querySelector<HTMLElement>('search input')?.focus();
}

/** True if the key is meant for a field, a menu or a dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field = target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
  return field || target.closest('[role="menu"], [role="dialog"]') !== null;
}
