'use client';

import { type FormEvent, type Ref, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Operation } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { countCharacters } from '../../../domain/debate/wording.ts';
import { Button } from '../../_ui/button/button.tsx';
import field from '../../_ui/field.module.css';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useSubmit } from '../join/join-context.tsx';
import { WritesAs } from '../people/writes-as.tsx';
import { CharacterCount } from './character-count.tsx';
import styles from './comments.module.css';
import { handleFormKeys } from './form-keys.ts';
import { RejectionNote } from './rejection-note.tsx';
import { useDraft } from './use-draft.ts';

/** Characters left from which on the count is shown. */
const NEAR_THE_LIMIT = 500;

interface CommentComposerProps {
  readonly label: string;
  readonly sendLabel: string;
  /** Under which the draft is kept in the tab. */
  readonly draftKey: string;
  readonly operationFor: (text: string) => Operation;
  readonly onDone?: () => void;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
}

/** Writes a comment, a reply, or one of these anew. */
export function CommentComposer({
  label,
  sendLabel,
  draftKey,
  operationFor,
  onDone,
  fieldRef,
}: CommentComposerProps) {
  const t = useMessages('comments');
  const controls = useMessages('controls');
  const [text, setText] = useDraft(draftKey);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();
  const open = text !== '' || onDone !== undefined;

  const send = (event: FormEvent) => {
    event.preventDefault();
    submit([operationFor(text.trim())], (refusal) => {
      setProblem(refusal);
      if (refusal) return;
      setText('');
      onDone?.();
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={send}
      onKeyDown={(event) => handleFormKeys(event, () => onDone?.())}
    >
      <textarea
        ref={fieldRef}
        className={field.input}
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={t('placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {open && <WritesAs />}
      <RejectionNote rejection={problem} />
      {open && (
        <div className={styles.formFoot}>
          {LIMITS.commentCharacters - countCharacters(text) < NEAR_THE_LIMIT && (
            <CharacterCount text={text} limit={LIMITS.commentCharacters} />
          )}
          {onDone && (
            <Button look="quiet" size="small" onClick={onDone}>
              {controls('cancel')}
            </Button>
          )}
          <Button look="primary" size="small" type="submit">
            {sendLabel}
          </Button>
        </div>
      )}
    </form>
  );
}
