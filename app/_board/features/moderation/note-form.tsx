'use client';

import type { FormEvent, ReactNode } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import styles from '../../core/forms/target-dialog.module.css';

interface NoteFormProps {
  /** Label of the note, and who can read it. */
  readonly label: string;
  readonly hint: string;
  readonly note: string;
  /** Maximum number of characters. */
  readonly limit: number;
  readonly problem: Rejection | null;
  readonly submit: string;
  readonly onNote: (note: string) => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Choices above the note. */
  readonly children: ReactNode;
}

/** Form of a dialog with a choice and a note in the moderator's own words. */
export function NoteForm(props: NoteFormProps) {
  const { label, hint, note, limit, problem, submit, onNote, onSubmit, onClose, children } = props;
  const controls = useMessages('controls');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={send}>
      {children}
      <Field label={label} hint={hint}>
        {(tie) => (
          <textarea
            {...tie}
            dir="auto"
            maxLength={limit}
            value={note}
            onChange={(event) => onNote(event.target.value)}
          />
        )}
      </Field>
      <RejectionNote rejection={problem} />
      <div className={styles.buttons}>
        <Button look="quiet" onClick={onClose}>
          {controls('cancel')}
        </Button>
        <Button look="primary" type="submit">
          {submit}
        </Button>
      </div>
    </form>
  );
}
