'use client';

import { useId } from 'react';
import field from '#app/_ui/field.module.css';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VIEWER_TRAITS } from '#domain/search/search-criteria.ts';
import { usePositions } from '../../core/claims/use-claim.ts';
import { SearchedSelect } from '../../core/forms/searched-select.tsx';
import { useNames } from '../../core/people/use-called.ts';
import { usePersonOptions } from '../../core/people/use-person-options.ts';
import type { SearchFilter } from '../../core/view/view-store.ts';
import styles from './search.module.css';

/** No filter is set yet. */
export const NO_FILTER: SearchFilter = { author: null, position: null, trait: null };

interface SearchFiltersProps {
  readonly filter: SearchFilter;
  readonly onChoose: (filter: SearchFilter) => void;
}

/** Filters a search by author, position and trait. */
export function SearchFilters({ filter, onChoose }: SearchFiltersProps) {
  const t = useMessages('search');
  const find = useMessages('managedPeople')('find');
  const authorId = useId();
  const people = usePersonOptions();
  const positions = usePositions();
  const isAnonymous = useNames() === 'anonymous';
  return (
    <div className={styles.filters}>
      {!isAnonymous && (
        <div className={styles.filter}>
          <label htmlFor={authorId}>{t('author')}</label>
          <SearchedSelect
            id={authorId}
            value={filter.author ?? ''}
            onChoose={(author) => onChoose({ ...filter, author: author || null })}
            options={people}
            find={find}
          >
            <option value="">{t('anybody')}</option>
          </SearchedSelect>
        </div>
      )}
      <label>
        <span>{t('position')}</span>
        <select
          className={field.input}
          value={filter.position ?? ''}
          onChange={({ target }) => onChoose({ ...filter, position: target.value || null })}
        >
          <option value="">{t('anywhere')}</option>
          {positions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('trait')}</span>
        <select
          className={field.input}
          value={filter.trait ?? ''}
          onChange={({ target }) =>
            onChoose({ ...filter, trait: VIEWER_TRAITS.find((one) => one === target.value) ?? null })
          }
        >
          <option value="">{t('all')}</option>
          {VIEWER_TRAITS.map((trait) => (
            <option key={trait} value={trait}>
              {t(`traits.${trait}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
