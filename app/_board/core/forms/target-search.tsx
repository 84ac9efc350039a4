'use client';

import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Field } from '#app/_ui/field.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { isComposing } from '#app/_ui/is-composing.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Target } from '#domain/debate/map/link.ts';
import type { Hue } from '#domain/debate/positions/position.ts';
import { excerpt } from '../claims/excerpt.ts';
import { useReadTarget } from '../claims/use-target.ts';
import { useBoard } from '../store/board-context.tsx';
import { findTargets } from './find-targets.ts';
import { FoundCount } from './found-count.tsx';
import styles from './target-dialog.module.css';

/** Maximum number of results shown: one screen; more words narrow them down. */
const SHOWN = 40;

interface TargetSearchProps {
  /** The claim to be placed: it cannot be a reply to itself. */
  readonly except: string;
  /** `claims`: positions are left out. */
  readonly kinds?: 'all' | 'claims';
  /** Leaves out claims that cannot be selected. */
  readonly isOffered?: ((view: DebateState, claimId: string) => boolean) | undefined;
  /** Takes the focus on opening; not beside other fields. */
  readonly takesFocus?: boolean;
  readonly chosen: Target | null;
  readonly onChoose: (target: Target) => void;
}

/** Finds positions or claims by their words, and selects one. */
export function TargetSearch({
  except,
  kinds = 'all',
  isOffered,
  takesFocus = true,
  chosen,
  onChoose,
}: TargetSearchProps) {
  const t = useMessages('claim');
  // Every key that anyone types changes it.
  const view = useDeferredValue(useBoard(({ replica }) => replica.view));
  const readTarget = useReadTarget();
  const [query, setQuery] = useState('');
  const deferred = useDeferredValue(query);
  const search = useCallback(
    (words: string) =>
      findTargets(view, words, readTarget, {
        except,
        kinds,
        isOffered: isOffered && ((claimId) => isOffered(view, claimId)),
      }),
    [view, readTarget, except, kinds, isOffered],
  );
  const found = useMemo(() => search(deferred), [search, deferred]);
  const name = useId();
  const results = useRef<HTMLDivElement>(null);
  const isEntering = useRef(false);
  const enter = () => {
    if (isEntering.current) results.current?.querySelector('input')?.focus();
    isEntering.current = false;
  };
  // The first result can have the focus once the results are those of the words in the field.
  useEffect(() => {
    if (deferred === query) enter();
  });
  // From the field to the results; Enter selects the first result or, if one is selected, submits the form.
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    // The results shown may still be those of fewer words.
    const [first] = deferred === query ? found : search(query);
    const goesOn = event.key === 'ArrowDown';
    if (!first || !(goesOn || (event.key === 'Enter' && chosen === null))) return;
    event.preventDefault();
    onChoose(first.target);
    isEntering.current = goesOn;
    if (deferred === query) enter();
  };
  return (
    <>
      <Field label={t(kinds === 'claims' ? 'searchClaim' : 'search')}>
        {(tie) => (
          <input
            {...tie}
            ref={takesFocus ? focusOnMount : undefined}
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <FoundCount count={deferred.trim() === '' ? null : found.length} />
      <div
        className={styles.results}
        ref={results}
        role="radiogroup"
        aria-label={t(kinds === 'claims' ? 'searchClaim' : 'search')}
      >
        {found.length === 0 && <p className={styles.none}>{t('noMatch')}</p>}
        {found.slice(0, SHOWN).map(({ target, text }) => (
          <label key={target.id} className={styles.result} style={hueStyle(hueOf(view, target))}>
            <input
              type="radio"
              name={name}
              checked={chosen?.id === target.id}
              onChange={() => onChoose(target)}
            />
            <span className={target.kind === 'position' ? styles.position : undefined} dir="auto">
              {excerpt(text, 160)}
            </span>
          </label>
        ))}
        {found.length > SHOWN && (
          <p className={styles.none}>{t('moreMatches', { count: found.length - SHOWN })}</p>
        )}
      </div>
    </>
  );
}

function hueOf(view: DebateState, target: Target): Hue | undefined {
  const positionId = target.kind === 'position' ? target.id : view.claims.get(target.id)?.positionId;
  return view.positions.get(positionId ?? '')?.hue;
}
