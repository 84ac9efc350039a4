'use client';

import { useState } from 'react';
import { writtenBy } from '../../../domain/debate/decide-moderation.ts';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Operation } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { Choice } from '../manage/choice.tsx';
import { useName } from '../people/use-called.ts';
import { useModerate } from '../review/use-moderate.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { NoteForm } from './note-form.tsx';
import { useReasonName } from './use-reason-name.ts';

/** What is to be hidden, or returned to its author: one contribution, or all of one person's. */
export interface ToHide {
  readonly what: 'claim' | 'comment' | 'person' | 'return';
  readonly id: string;
}

interface HideDialogProps {
  readonly hide: ToHide;
  /** Called when it is done. */
  readonly onDone?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Hides something, for one of the debate's reasons and with a note to its author. */
export default function HideDialog({ hide, onDone, onClose }: HideDialogProps) {
  const t = useMessages('moderation');
  const reasonName = useReasonName();
  const name = useName(hide.id) ?? '';
  const reasons = useBoard(({ replica }) => replica.view.head?.settings.reasons ?? []);
  const [reason, setReason] = useState(reasons[0] ?? '');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const store = useBoardStore();
  const moderate = useModerate();
  const { what, id } = hide;
  const isReturn = what === 'return';
  const send = () => {
    const said = { reason, note: note.trim() };
    const operation: Operation =
      what === 'person'
        ? { type: 'content.sweep', participantId: id, ...said }
        : { type: what === 'return' ? 'content.return' : 'content.hide', ids: [id], ...said };
    const ids = what === 'person' ? writtenBy(store.state().replica.view, id) : [id];
    const refusal = moderate({ operation, ids, outcome: 'hidden' });
    if (refusal) return setProblem(refusal);
    onDone?.();
    onClose();
  };
  return (
    <Dialog
      title={t(isReturn ? 'returnTitle' : 'hideTitle', { what, name })}
      text={t(isReturn ? 'returnText' : 'hideText', { what, name })}
      onClose={onClose}
    >
      <NoteForm
        label={t('note')}
        hint={t('noteHint')}
        note={note}
        limit={LIMITS.noteCharacters}
        problem={problem}
        submit={t(isReturn ? 'returnSubmit' : 'hideSubmit')}
        onNote={setNote}
        onSubmit={send}
        onClose={onClose}
      >
        <Choice
          label={t('reason')}
          options={reasons.map((each) => [each, reasonName(each)])}
          chosen={reason}
          onChoose={setReason}
        />
      </NoteForm>
    </Dialog>
  );
}
