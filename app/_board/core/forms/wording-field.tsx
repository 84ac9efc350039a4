'use client';

import { Field } from '#app/_ui/field.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { CharacterCount } from './character-count.tsx';

interface WordingFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Field for a claim's wording in a dialog that begins with it, with the number of characters left. */
export function WordingField({ label, hint, text, onChange }: WordingFieldProps) {
  return (
    <>
      <Field label={label} hint={hint}>
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
      <CharacterCount text={text} limit={LIMITS.wordingCharacters} />
    </>
  );
}
