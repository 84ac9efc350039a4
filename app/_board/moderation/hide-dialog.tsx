'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Operation } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { Field } from '../../_ui/field.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import styles from '../claim/target-dialog.module.css';
import { useSubmit } from '../join/join-context.tsx';
import { Choice } from '../manage/choice.tsx';
import { useName } from '../people/use-called.ts';
import { useBoard } from '../store/board-context.tsx';
import { useReasonName } from './use-reason-name.ts';

/** What is to be hidden, or returned to its author: one contribution, or all of one person's. */
export interface ToHide {
  readonly what: 'claim' | 'comment' | 'person' | 'return';
  readonly id: string;
}

/** Hides something, for one of the debate's reasons and with a note to its author. */
export default function HideDialog({ hide, onClose }: { hide: ToHide; onClose: () => void }) {
  const t = useMessages('moderation');
  const controls = useMessages('controls');
  const reasonName = useReasonName();
  const name = useName(hide.id) ?? '';
  const reasons = useBoard(({ replica }) => replica.view.head?.settings.reasons ?? []);
  const [reason, setReason] = useState(reasons[0] ?? '');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();
  const { what, id } = hide;
  const isReturn = what === 'return';
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = { reason, note: note.trim() };
    const operation: Operation =
      what === 'person'
        ? { type: 'content.sweep', participantId: id, ...said }
        : { type: what === 'return' ? 'content.return' : 'content.hide', ids: [id], ...said };
    submit([operation], (refusal) => (refusal ? setProblem(refusal) : onClose()));
  };
  return (
    <Dialog
      title={t(isReturn ? 'returnTitle' : 'hideTitle', { what, name })}
      text={t(isReturn ? 'returnText' : 'hideText', { what, name })}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={send}>
        <Choice
          label={t('reason')}
          options={reasons.map((each) => [each, reasonName(each)])}
          chosen={reason}
          onChoose={setReason}
        />
        <Field label={t('note')} hint={t('noteHint')}>
          {(tie) => (
            <textarea
              {...tie}
              dir="auto"
              maxLength={LIMITS.noteCharacters}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <RejectionNote rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit">
            {t(isReturn ? 'returnSubmit' : 'hideSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
