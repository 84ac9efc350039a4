'use client';

import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { findInDebate } from '../../../domain/search/find-in-debate.ts';
import { Button } from '../../_ui/button/button.tsx';
import { catchFocus } from '../../_ui/catch-focus.ts';
import { ChevronIcon, CloseIcon, SearchIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { VisuallyHidden } from '../../_ui/visually-hidden.tsx';
import { excerpt } from '../claim/excerpt.ts';
import { targetOf, targetText } from '../claim/use-target.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { useView } from '../view-state.tsx';
import type { Search } from '../view-store.ts';
import styles from './search.module.css';
import { walkFound } from './walk-found.ts';

const STEPS = [
  { name: 'previous', by: -1, look: 'up' },
  { name: 'next', by: 1, look: 'down' },
] as const;

/** Looks for words in the debate and walks what is found; the view that is shown goes to each. */
export default function SearchBar() {
  const { search } = useView();
  return search && <OpenBar search={search} />;
}

function OpenBar({ search }: { search: Search }) {
  const t = useMessages('search');
  const store = useBoardStore();
  const { seek, select } = useView();
  const field = useFocusGivenBack();
  useFound(search);
  const { query, found, at } = search;
  const walk = (by: 1 | -1) => seek(walkFound(search, by));
  const choose = () => {
    const target = at === null ? null : targetOf(store.state().replica.view, at);
    if (target === null) return walk(1);
    seek(null);
    select(target);
  };
  const does = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, ctrlKey, metaKey } = event;
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
    if (does(event)) event.preventDefault();
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
        value={query}
        enterKeyHint="search"
        onChange={(event) => seek({ ...search, query: event.target.value, at: null })}
      />
      <Count search={search} />
      {STEPS.map(({ name, by, look }) => (
        <Button
          key={name}
          look="quiet"
          size="small"
          className={styles[look]}
          aria-label={t(name)}
          title={t(name)}
          disabled={found.size === 0}
          onClick={() => walk(by)}
        >
          <ChevronIcon />
        </Button>
      ))}
      {at !== null && (
        <Button look="quiet" size="small" title={t('chooseHint')} onClick={choose}>
          {t('choose')}
        </Button>
      )}
      <Button look="quiet" size="small" aria-label={t('end')} title={t('end')} onClick={() => seek(null)}>
        <CloseIcon />
      </Button>
      {isAnswered(search) && found.size === 0 && <p className={styles.none}>{t('foundNone')}</p>}
    </search>
  );
}

/** Where one is among what was found; with its words for those who listen. */
function Count({ search }: { search: Search }) {
  const t = useMessages('search');
  const { found, at } = search;
  const text = useBoard(({ replica: { view } }) => {
    const target = at === null ? null : targetOf(view, at);
    return target ? targetText(view, target) : '';
  });
  const count = found.size;
  const place = at === null ? 0 : [...found].indexOf(at) + 1;
  const none = !isAnswered(search);
  return (
    <>
      <span className={styles.count} aria-hidden="true">
        {none ? '' : place > 0 ? t('place', { place, count }) : t('found', { count })}
      </span>
      <VisuallyHidden>
        <span role="status">
          {none
            ? ''
            : place > 0
              ? t('said', { place, count, text: excerpt(text, 120) })
              : t('found', { count })}
        </span>
      </VisuallyHidden>
    </>
  );
}

/** Keeps what is found true to the words typed and to the debate as it changes. */
function useFound(search: Search): void {
  const { foundBy } = useView();
  const view = useBoard(({ replica }) => replica.view);
  const query = useDeferredValue(search.query);
  const now = useDeferredValue(view);
  const found = useMemo(() => findInDebate(now, query), [now, query]);
  useEffect(() => {
    const same = found.length === search.found.size && found.every((id) => search.found.has(id));
    if (same && search.answered === query) return;
    foundBy(query, new Set(found));
  }, [found, query, search, foundBy]);
}

/** Is it known what its words find? Not while they are blank, nor a moment after a key. */
function isAnswered({ query, answered }: Search): boolean {
  return query.trim() !== '' && query === answered;
}

/** The field takes the focus; where it was before, it is again when the search ends. */
function useFocusGivenBack() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body)
        before.focus({ preventScroll: true });
      else catchFocus();
    };
  }, []);
  return field;
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}
