'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import field from '#app/_ui/field.module.css';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { CharacterCount } from '../../core/forms/character-count.tsx';
import { handleFormKeys } from '../../core/forms/form-keys.ts';
import { useDraft } from '../../core/forms/use-draft.ts';
import { WritesAs } from '../../core/people/writes-as.tsx';
import { newId } from '../../core/store/new-id.ts';
import styles from './questions.module.css';

/** Asks a question from the floor; a draft stays in the tab until it is sent. */
export function AskForm() {
  const t = useMessages('questions');
  const submit = useSubmit();
  const announce = useAnnounce();
  const [text, setText] = useDraft('words/question');
  const [refusal, setRefusal] = useState<Rejection | null>(null);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    submit([{ type: 'question.ask', questionId: newId('u'), text: text.trim() }], (refused) => {
      setRefusal(refused);
      if (refused) return;
      setText('');
      announce(t('asked'));
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={ask}
      onKeyDown={(event) => handleFormKeys(event, () => undefined)}
    >
      <textarea
        className={field.input}
        rows={2}
        dir="auto"
        aria-label={t('field')}
        placeholder={t('field')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text !== '' && <WritesAs />}
      <RejectionNote rejection={refusal} />
      <div className={styles.foot}>
        <CharacterCount text={text} limit={LIMITS.questionCharacters} />
        <Button look="primary" type="submit" unavailable={text.trim() === ''}>
          {t('ask')}
        </Button>
      </div>
    </form>
  );
}
