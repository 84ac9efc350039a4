'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { Field } from '../../_ui/field.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { RejectionNote } from '../claim/rejection-note.tsx';
import styles from '../claim/target-dialog.module.css';
import { useSubmit } from '../join/join-context.tsx';
import { Choice } from '../manage/choice.tsx';
import { useReasonName } from '../moderation/use-reason-name.ts';
import { useBoard } from '../store/board-context.tsx';
import { newId } from '../store/new-id.ts';

/** Tells those who run the debate of a claim or comment, for one of its reasons. */
export default function ReportDialog({ on, onClose }: { on: string; onClose: () => void }) {
  const t = useMessages('review');
  const moderation = useMessages('moderation');
  const controls = useMessages('controls');
  const reasonName = useReasonName();
  const announce = useAnnounce();
  const isComment = useBoard(({ replica }) => replica.view.comments.has(on));
  const reasons = useBoard(({ replica }) => replica.view.head?.settings.reasons ?? []);
  const [chosen, setReason] = useState(reasons[0] ?? '');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();
  // What is offered may change while one writes.
  const reason = reasons.includes(chosen) ? chosen : (reasons[0] ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit([{ type: 'report.make', reportId: newId('r'), on, reason, words: words.trim() }], (refusal) => {
      if (refusal) return setProblem(refusal);
      announce(t('reported'));
      onClose();
    });
  };
  return (
    <Dialog
      title={t('reportTitle', { comment: isComment ? 'yes' : 'no' })}
      text={t('reportText')}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={send}>
        <Choice
          label={moderation('reason')}
          options={reasons.map((each) => [each, reasonName(each)])}
          chosen={reason}
          onChoose={setReason}
        />
        <Field label={t('words')} hint={t('wordsHint')}>
          {(tie) => (
            <textarea
              {...tie}
              dir="auto"
              maxLength={LIMITS.reportCharacters}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <RejectionNote rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit">
            {t('reportSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
