'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ChevronIcon, CloseIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { type Found, findSteps } from '#domain/search/find-in-debate.ts';
import { isNarrowed, type SearchCriteria } from '#domain/search/search-criteria.ts';
import { type Stemmer, UNSTEMMED } from '#domain/words/word-forms.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useTextOf } from '../../core/claims/use-target.ts';
import { followView } from '../../core/following/follow-view.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardStore } from '../../core/store/board-store.ts';
import { searchKey } from '../../core/view/search-key.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import type { Search, SearchFilter } from '../../core/view/view-store.ts';
import { refineSearch } from './refine-search.ts';
import styles from './search.module.css';
import { NO_FILTER, SearchFilters } from './search-filters.tsx';

/** Milliseconds after a search until the next one for a debate that has changed. */
const REST = 300;
const STEPS = [
  { name: 'previous', by: -1, look: 'up' },
  { name: 'next', by: 1, look: 'down' },
] as const;

interface SearchToolsProps {
  readonly search: Search;
  readonly onWalk: (by: 1 | -1) => void;
  readonly onChoose: () => void;
}

/** Runs the query of the search bar, shows the number of results, and has the buttons to step through them. */
export default function SearchTools({ search, onWalk, onChoose }: SearchToolsProps) {
  const t = useMessages('search');
  const { seek } = useViewActs();
  useFound(search);
  const { found, at, filter } = search;
  return (
    <>
      <Count search={search} />
      <Button
        look="quiet"
        size="small"
        aria-expanded={filter !== null}
        onClick={() => seek(refineSearch(search, { filter: filter ? null : NO_FILTER }))}
      >
        {t('filter')}
      </Button>
      {STEPS.map(({ name, by, look }) => (
        <Button
          key={name}
          look="quiet"
          size="small"
          className={styles[look]}
          aria-label={t(name)}
          title={t(name)}
          disabled={found.size === 0}
          onClick={() => onWalk(by)}
        >
          <ChevronIcon />
        </Button>
      ))}
      {at !== null && (
        <Button look="quiet" size="small" title={t('chooseHint')} onClick={onChoose}>
          {t('choose')}
        </Button>
      )}
      <Button look="quiet" size="small" aria-label={t('end')} title={t('end')} onClick={() => seek(null)}>
        <CloseIcon />
      </Button>
      {filter && (
        <SearchFilters filter={filter} onChoose={(next) => seek(refineSearch(search, { filter: next }))} />
      )}
      {isAnswered(search) && found.size === 0 && <p className={styles.none}>{t('foundNone')}</p>}
    </>
  );
}

/** Number of the current result among all; with words for screen readers. */
function Count({ search }: { search: Search }) {
  const t = useMessages('search');
  const { found, at } = search;
  const text = useTextOf(at);
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

/** Keeps the results in sync with the query and with the debate as it changes. */
function useFound(search: Search): void {
  const { foundBy } = useViewActs();
  const store = useBoardStore();
  const { query, filter } = search;
  const latest = useRef(search);
  latest.current = search;
  const stemmer = useStemmer(store);
  useEffect(() => {
    // Wait for the stemmer. Otherwise the number of results would change a moment later.
    if (stemmer === null) return;
    const show = ({ ids }: Found) => {
      const { found: before, answered } = latest.current;
      const shown = [...before];
      const same = ids.length === shown.length && ids.every((id, at) => id === shown[at]);
      const asked = searchKey({ query, filter });
      if (!same || answered !== asked) foundBy(asked, new Set(ids));
    };
    return followView(
      store,
      (view, viewer) => findSteps(view, wishOf(query, filter, viewer), { stemmer }),
      show,
      REST,
    );
  }, [store, query, filter, foundBy, stemmer]);
}

/**
 * Returns the stemmer of the debate's language as the search is opened; `null`: it is loading. It is a separate script, loaded with the
 * first search.
 */
function useStemmer(store: BoardStore): Stemmer | null {
  const [stemmer, setStemmer] = useState<Stemmer | null>(null);
  useEffect(() => {
    let isWanted = true;
    const take = (next: Stemmer) => {
      if (isWanted) setStemmer(() => next);
    };
    import('#domain/search/stemmer-of.ts')
      .then(({ stemmerOf }) => stemmerOf(store.state().replica.view))
      .then(take, () => take(UNSTEMMED));
    return () => {
      isWanted = false;
    };
  }, [store]);
  return stemmer;
}

/** True if the query's results are known. Not while it is blank, nor for a moment after a key. */
function isAnswered(search: Search): boolean {
  const isAsked = search.query.trim() !== '' || isNarrowed(wishOf('', search.filter));
  return isAsked && searchKey(search) === search.answered;
}

function wishOf(words: string, filter: SearchFilter | null, viewer: string | null = null): SearchCriteria {
  const only = (id: string | null | undefined) => (id == null ? null : new Set([id]));
  const { author, position, trait = null } = filter ?? {};
  return { words, authors: only(author), positions: only(position), trait, viewer };
}
