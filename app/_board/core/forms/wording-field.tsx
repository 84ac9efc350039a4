'use client';

import { useId } from 'react';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { CharacterCount } from './character-count.tsx';
import { TextField } from './text-field.tsx';

interface WordingFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Field for a claim's wording in a dialog that begins with it, with the number of characters left. */
export function WordingField({ label, hint, text, onChange }: WordingFieldProps) {
  const count = useId();
  const limit = LIMITS.wordingCharacters;
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        rows={4}
        text={text}
        limit={limit}
        countId={count}
        fieldRef={focusOnMount}
        onChange={onChange}
      />
      <CharacterCount id={count} text={text} limit={limit} />
    </>
  );
}
