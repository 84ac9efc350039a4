'use client';

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { catchFocus, holdItem } from '#app/_ui/focus/catch-focus.ts';
import { SearchIcon } from '#app/_ui/icons.tsx';
import { isComposing } from '#app/_ui/is-composing.ts';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { targetOf } from '../../core/claims/use-target.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import type { Search } from '../../core/view/view-store.ts';
import { walkFound } from '../../core/view/walk-found.ts';
import { refineSearch } from './refine-search.ts';
import styles from './search.module.css';

const SearchTools = lazyComponent(() => import('./search-tools.tsx'));

/**
 * Searches the debate and steps through the results; the present view scrolls to each. The field is there at once, so that no letter
 * typed after `/` goes elsewhere; the search itself is loaded beside it.
 */
export function SearchBar() {
  const search = useViewPart((parts) => parts.search);
  return search && <OpenBar search={search} />;
}

function OpenBar({ search }: { search: Search }) {
  const t = useMessages('search');
  const { seek } = useViewActs();
  const isWhole = useBoard(({ branches }) => branches === null);
  const opened = useRef<string | null>(null);
  const field = useFocusGivenBack(opened);
  const choose = useChoose(search, opened);
  const walk = (by: 1 | -1) => seek(walkFound(search, by));
  const does = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, ctrlKey, metaKey } = event;
    // The keys of a filter's list are its own.
    if (event.target instanceof HTMLSelectElement && key !== 'Escape') return false;
    const enters = key === 'Enter' && isField(event.target);
    if (key === 'Escape') seek(null);
    else if (key === 'Enter' && (ctrlKey || metaKey)) choose();
    else if (key === 'ArrowDown' || (enters && !shiftKey)) walk(1);
    else if (key === 'ArrowUp' || enters) walk(-1);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (!isComposing(event.nativeEvent) && does(event)) event.preventDefault();
  };
  return (
    <search className={styles.bar} aria-label={t('label')} onKeyDown={onKeyDown}>
      <SearchIcon />
      <input
        ref={field}
        type="search"
        className={styles.field}
        dir="auto"
        aria-label={t('label')}
        placeholder={t('placeholder')}
        value={search.query}
        enterKeyHint="search"
        onChange={(event) => seek(refineSearch(search, { query: event.target.value }))}
      />
      {isWhole && <SearchTools search={search} onWalk={walk} onChoose={choose} />}
    </search>
  );
}

/**
 * Returns a function that ends the search at the current result and opens it, recorded in `opened`; without a current result, goes to the
 * first.
 */
function useChoose(search: Search, opened: RefObject<string | null>): () => void {
  const store = useBoardStore();
  const { seek, select } = useViewActs();
  return () => {
    const target = search.at === null ? null : targetOf(store.state().replica.view, search.at);
    if (target === null) return seek(walkFound(search, 1));
    opened.current = target.id;
    seek(null);
    select(target);
  };
}

/**
 * The field takes the focus before the next key. When the search ends, the focus returns to where it was, or to the result that was
 * `opened`: the viewer continues there.
 */
function useFocusGivenBack(opened: RefObject<string | null>) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (opened.current !== null) {
        holdItem(opened.current);
        catchFocus();
      } else if (before instanceof HTMLElement && before.isConnected && before !== document.body)
        before.focus({ preventScroll: true });
      else catchFocus();
    };
  }, [opened]);
  return field;
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}
