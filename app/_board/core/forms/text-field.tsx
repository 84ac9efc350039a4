'use client';

import type { Ref } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { useShownRefusal } from '#app/_ui/refused-field.tsx';
import type { Failure } from '#app/_ui/requests/call-route.ts';
import { textProblem } from '#domain/debate/texts/wording.ts';
import { isOverLong } from './character-count.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows: number;
  readonly text: string;
  /** The most characters. */
  readonly limit: number;
  /** Id of the count of the characters left; without one, the field takes no more than the limit. */
  readonly countId?: string;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  readonly onChange: (text: string) => void;
}

/** A field for a text of some lines, described by the refusal of its form if that is about this text, and by the count of its characters. */
export function TextField({ label, hint, rows, text, limit, countId, fieldRef, onChange }: TextFieldProps) {
  const shown = useShownRefusal();
  const refusalId = shown && isWhy(shown.refusal, text, limit) ? shown.id : undefined;
  const overLongId = isOverLong(text, limit) ? countId : undefined;
  const problemId = refusalId ?? overLongId;
  return (
    <Field
      label={label}
      hint={hint}
      problemId={problemId}
      remarkId={countId === problemId ? undefined : countId}
    >
      {(tie) => (
        <textarea
          {...tie}
          ref={fieldRef}
          dir="auto"
          rows={rows}
          maxLength={countId === undefined ? limit : undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** True if a form was refused because of this text. */
function isWhy(refusal: Failure, text: string, limit: number): boolean {
  return refusal !== 'unreachable' && textProblem(text.trim(), limit)?.code === refusal.code;
}
