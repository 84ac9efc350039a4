'use client';

import { useId } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { CharacterCount, isOverLong } from './character-count.tsx';

interface WordingFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Field for a claim's wording in a dialog that begins with it, with the number of characters left. */
export function WordingField({ label, hint, text, onChange }: WordingFieldProps) {
  const count = useId();
  const limit = LIMITS.wordingCharacters;
  const tied = isOverLong(text, limit) ? { problemId: count } : { remarkId: count };
  return (
    <>
      <Field label={label} hint={hint} {...tied}>
        {(tie) => (
          <textarea
            {...tie}
            ref={focusOnMount}
            dir="auto"
            rows={4}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <CharacterCount id={count} text={text} limit={limit} />
    </>
  );
}
