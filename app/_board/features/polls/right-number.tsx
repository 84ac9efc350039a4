'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { numberIn } from './poll-shape.ts';

/** Reveals the right number of a closed poll. */
export function RightNumber({ poll }: { poll: Poll }) {
  const t = useMessages('pollForms');
  const store = useBoardStore();
  const [text, setText] = useState('');
  const right = numberIn(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (right !== null) store.submit({ type: 'poll.setStatus', pollId: poll.id, open: false, right });
      }}
    >
      <RightNumberField text={text} onChange={setText} />
      <Button type="submit" size="small" disabled={right === null}>
        {t('reveal')}
      </Button>
    </form>
  );
}

/** The field for the right number, which may stay empty. */
export function RightNumberField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useMessages('pollForms');
  return (
    <Field label={t('rightNumber')} hint={t('rightHint')}>
      {(tie) => (
        <input
          {...tie}
          type="number"
          inputMode="decimal"
          step="any"
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
