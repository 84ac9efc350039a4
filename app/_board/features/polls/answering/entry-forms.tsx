'use client';

import { useState } from 'react';
import { useDraft } from '#app/_board/core/forms/use-draft.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { PollForm } from '#domain/debate/polls/poll-form.ts';
import { useBoundsWords } from '../use-how-to-answer.ts';
import styles from './poll-forms.module.css';

interface TextFormProps {
  readonly pollId: string;
  readonly last: string;
  readonly onAnswer: (text: string) => void;
}

/** Answers with a line of text, which stays in the tab as it is typed: the form is gone when the poll closes. */
export function TextForm({ pollId, last, onAnswer }: TextFormProps) {
  const t = useMessages('pollForms');
  const [draft, setDraft] = useDraft(`words/answer/${pollId}`);
  const [text, setText] = useState(draft || last);
  const type = (typed: string) => {
    setText(typed);
    setDraft(typed);
  };
  const isEmpty = text.trim() === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        setDraft('');
        onAnswer(text.trim());
      }}
    >
      <Field label={t('text')} hint={t('textHint', { limit: LIMITS.pollAnswerCharacters })}>
        {(tie) => (
          <input
            {...tie}
            dir="auto"
            maxLength={LIMITS.pollAnswerCharacters}
            autoComplete="off"
            enterKeyHint="send"
            value={text}
            onChange={({ target }) => type(target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" disabled={isEmpty}>
        {t('send')}
      </Button>
    </form>
  );
}

interface NumberFormProps {
  readonly form: Extract<PollForm, { type: 'number' }>;
  readonly last: number | null;
  readonly onAnswer: (number: number) => void;
}

/** Answers with a number. */
export function NumberForm({ form: { unit, min, max }, last, onAnswer }: NumberFormProps) {
  const t = useMessages('pollForms');
  const bounds = useBoundsWords();
  const [text, setText] = useState(last === null ? '' : `${last}`);
  const number = text.trim() === '' ? Number.NaN : Number(text);
  const isWithin = (min === null || number >= min) && (max === null || number <= max);
  const isNumber = Number.isFinite(number);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isNumber && isWithin) onAnswer(number);
      }}
    >
      <Field
        label={t('number', { unit: unit === '' ? 'none' : 'given', name: unit })}
        hint={bounds(min, max) ?? undefined}
      >
        {(tie) => (
          <input
            {...tie}
            type="number"
            inputMode="decimal"
            step="any"
            min={min ?? undefined}
            max={max ?? undefined}
            aria-invalid={isNumber && !isWithin}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" disabled={!isNumber || !isWithin}>
        {t('send')}
      </Button>
    </form>
  );
}
