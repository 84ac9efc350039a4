'use client';

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { findSteps } from '#domain/search/find-in-debate.ts';
import { Dialog } from '../../_ui/dialogs/dialog.tsx';
import type { MenuItem } from '../../_ui/dialogs/menu.tsx';
import { Field } from '../../_ui/field.tsx';
import { isComposing } from '../../_ui/is-composing.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../core/claims/excerpt.ts';
import { targetOf, useReadTarget } from '../core/claims/use-target.ts';
import { followView } from '../core/following/follow-view.ts';
import { FoundCount } from '../core/forms/found-count.tsx';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import styles from './command-palette.module.css';

/** Maximum number of claims listed. */
const CLAIMS = 8;
/** Milliseconds after a search until the next one for a debate that has changed. */
const REST = 300;

/** Dialog that finds commands and claims by words. */
export default function CommandPalette({
  commands,
  onClose,
}: {
  commands: readonly MenuItem[];
  onClose: () => void;
}) {
  const t = useMessages('palette');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const claims = useFoundClaims(words);
  const fitting = useMemo(() => commands.filter(({ label }) => fits(label, words)), [commands, words]);
  const options = [...fitting, ...claims];
  const chosen = options[Math.min(at, options.length - 1)];
  const marked = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the marked option changes.
  useEffect(() => {
    // Newer browsers return a promise, which is no clean-up.
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);

  const choose = (option: MenuItem | undefined) => {
    if (!option) return;
    onClose();
    option.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') choose(chosen);
    else if (step)
      setAt((options.length + Math.min(at, options.length - 1) + step) % Math.max(1, options.length));
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={t('title')} size="list" onClose={onClose} givesBackFocus={() => false}>
      <Field label={t('field')}>
        {(field) => (
          <input
            {...field}
            type="text"
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls={list}
            aria-activedescendant={chosen && `${list}-${chosen.id}`}
            autoComplete="off"
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <FoundCount count={words.trim() === '' ? null : options.length} />
      <div id={list} role="listbox" aria-label={t('title')} className={styles.options}>
        {options.map((option) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles keys.
          <div
            key={option.id}
            ref={option === chosen ? marked : undefined}
            id={`${list}-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === chosen}
            className={styles.option}
            onPointerMove={() => setAt(options.indexOf(option))}
            onClick={() => choose(option)}
          >
            <span dir="auto">{option.label}</span>
            {option.keys && <kbd>{option.keys}</kbd>}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className={styles.none}>{t('none')}</p>}
    </Dialog>
  );
}

/** Returns `true` if every typed word starts a word of the label. */
function fits(label: string, words: string): boolean {
  const parts = label.toLowerCase().split(/\s+/);
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  return asked.every((word) => parts.some((part) => part.startsWith(word)));
}

/** Found positions and claims, and the words that found them. */
interface Found {
  readonly by: string;
  readonly ids: readonly string[];
}

/** Positions and claims that contain the words, as commands. Empty for an empty input. */
function useFoundClaims(words: string): readonly MenuItem[] {
  const store = useBoardStore();
  const view = useBoard(({ replica }) => replica.view);
  const readTarget = useReadTarget();
  const { select } = useViewActs();
  const [found, setFound] = useState<Found>({ by: '', ids: [] });
  const isEmpty = words.trim() === '';
  useEffect(() => {
    if (isEmpty) return undefined;
    return followView(
      store,
      (seen) => findSteps(seen, words, { allowsTypos: false }),
      ({ ids }) => setFound({ by: words, ids: ids.slice(0, CLAIMS) }),
      REST,
    );
  }, [store, words, isEmpty]);
  // While more is typed or deleted, what was found for the words before stays until the next is.
  const isOfThese = !isEmpty && (words.startsWith(found.by) || found.by.startsWith(words));
  return (isOfThese ? found.ids : []).flatMap((id): MenuItem[] => {
    const target = targetOf(view, id);
    if (!target) return [];
    return [{ id, label: excerpt(readTarget(view, target), 110), act: () => select(target) }];
  });
}
