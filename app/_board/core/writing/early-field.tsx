'use client';

import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { keepFocus } from '#app/_ui/focus/keep-focus.ts';
import { isComposing } from '#app/_ui/is-composing.ts';
import { joinClasses } from '#app/_ui/join-classes.ts';
import type { WrittenText } from '#domain/debate/texts/texts.ts';
import styles from './early-field.module.css';
import type { EarlyInput } from './early-input.ts';
import { useEditorMark } from './writing-mark.ts';

interface EarlyFieldProps {
  readonly written: WrittenText;
  readonly text: string;
  readonly label: string;
  readonly look: 'bare' | 'field';
  /** Keeps what is typed, for the editor to continue with. */
  readonly words: RefObject<EarlyInput | null>;
  readonly onDone: () => void;
}

/** A plain field in place of the editor while that is loaded, so that a person who has begun to write can continue. */
export function EarlyField({ written, text, label, look, words, onDone }: EarlyFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const mark = useEditorMark(written);
  // Text typed in a field before this one; nothing is kept of a field in which nothing was typed, because the text may have changed
  // since.
  const [opened] = useState<Pick<EarlyInput, 'was' | 'now' | 'selected'>>(() =>
    hasTyped(words.current) ? words.current : { was: text, now: text, selected: [text.length, text.length] },
  );
  const note = useCallback(
    ({ value: now, selectionStart, selectionEnd }: HTMLTextAreaElement, done = false) => {
      words.current = { was: opened.was, now, selected: [selectionStart, selectionEnd], done };
    },
    [opened, words],
  );
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    keepFocus(current, () => current.focus());
    current.setSelectionRange(...opened.selected);
    // A browser reports a new selection with the next frame: the editor may come before that.
    return () => note(current, words.current?.done);
  }, [opened, words, note]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    // With words in it, it waits for the editor, which sends them.
    if (event.key === 'Escape' && !hasTyped(words.current)) onDone();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (hasTyped(words.current)) words.current = { ...words.current, done: true };
    else onDone();
  };
  return (
    <textarea
      ref={field}
      className={joinClasses(styles.early, styles[look])}
      {...mark}
      dir="auto"
      aria-label={label}
      aria-busy="true"
      defaultValue={opened.now}
      onInput={({ currentTarget }) => note(currentTarget)}
      onSelect={({ currentTarget }) => note(currentTarget)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    />
  );
}

function hasTyped(words: EarlyInput | null): words is EarlyInput {
  return words !== null && words.now !== words.was;
}
