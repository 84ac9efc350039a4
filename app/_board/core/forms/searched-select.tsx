'use client';

import {
  Fragment,
  type KeyboardEvent,
  memo,
  type ReactNode,
  type SelectHTMLAttributes,
  useMemo,
  useRef,
  useState,
} from 'react';
import field from '#app/_ui/field.module.css';
import { isComposing } from '#app/_ui/is-composing.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { bestMatches, type ListOption } from './best-matches.ts';
import { FoundCount } from './found-count.tsx';

/** Maximum number of options drawn: thousands at once would hold a phone for seconds. */
const SHOWN = 50;

interface SearchedSelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** Options to search; those in `children` stand before them, whatever is searched for. */
  readonly options: readonly ListOption[];
  /** Name of the field that searches a long list. */
  readonly find: string;
  readonly children: ReactNode;
}

/** A list to select from. A long one has a field above it that searches it, and draws only the best matches and what is selected. */
export function SearchedSelect({ value, onChoose, options, find, children, ...rest }: SearchedSelectProps) {
  const t = useMessages('claim');
  const [query, setQuery] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const isLong = options.length > SHOWN;
  const matches = useMemo(() => bestMatches(options, isLong ? query : ''), [options, query, isLong]);
  const shown = useMemo(() => {
    const best = matches.slice(0, SHOWN);
    const chosen = options.find((option) => option.value === value);
    return chosen && !best.includes(chosen) ? [chosen, ...best] : best;
  }, [matches, options, value]);
  // As in other searches: Enter selects the first result, the down arrow also goes to the results.
  const onKeyDown = (event: KeyboardEvent) => {
    const isKey = event.key === 'Enter' || event.key === 'ArrowDown';
    const isCommand = event.ctrlKey || event.metaKey;
    if (!isKey || isCommand || isComposing(event.nativeEvent)) return;
    // Neither submits a form, nor walks through what a search around it has found.
    event.preventDefault();
    event.stopPropagation();
    const [first] = matches;
    if (first && query.trim() !== '') onChoose(first.value);
    if (event.key === 'ArrowDown') select.current?.focus();
  };
  return (
    <>
      {isLong && (
        <>
          <input
            type="search"
            dir="auto"
            className={field.input}
            aria-label={find}
            placeholder={find}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            onKeyDown={onKeyDown}
          />
          <FoundCount count={query.trim() === '' ? null : matches.length} />
        </>
      )}
      <select
        className={field.input}
        {...rest}
        ref={select}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {children}
        <Options options={shown} />
      </select>
      {matches.length === 0 && isLong && <Note>{t('noMatch')}</Note>}
      {matches.length > SHOWN && <Note>{t('moreMatches', { count: matches.length - SHOWN })}</Note>}
    </>
  );
}

/** Options, those of one group below its heading. Memoized: a key in a field beside them leaves them as they are. */
const Options = memo(function Options({ options }: { options: readonly ListOption[] }) {
  return grouped(options).map(([group, members]) => {
    const drawn = members.map(({ value, text }) => (
      <option key={value} value={value}>
        {text}
      </option>
    ));
    return group === undefined ? (
      <Fragment key={members[0]?.value}>{drawn}</Fragment>
    ) : (
      <optgroup key={group.id} label={group.text}>
        {drawn}
      </optgroup>
    );
  });
});

/** Returns options by their group, a group where its best member is. */
function grouped(options: readonly ListOption[]): readonly [ListOption['group'], readonly ListOption[]][] {
  const groups = new Map<string, [ListOption['group'], ListOption[]]>();
  for (const option of options) {
    const key = option.group ? `group ${option.group.id}` : `option ${option.value}`;
    const known = groups.get(key);
    if (known) known[1].push(option);
    else groups.set(key, [option.group, [option]]);
  }
  return [...groups.values()];
}
