'use client';

import { useState } from 'react';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import { useDraftFields } from '../../core/forms/use-draft-fields.ts';
import { useReasonName } from '../../core/moderation/use-reason-name.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { hasNote, NO_NOTE, NOTE_FIELDS } from './note-draft.ts';
import { NoteForm } from './note-form.tsx';

/** Reports a claim or comment to moderators, for one of the debate's reasons. A draft stays in the tab until it is sent. */
export default function ReportDialog({ on, onClose }: { on: string; onClose: () => void }) {
  const t = useMessages('review');
  const moderation = useMessages('moderation');
  const reasonName = useReasonName();
  const announce = useAnnounce();
  const isComment = useBoard(({ replica }) => replica.view.comments.has(on));
  const reasons = useBoard(({ replica }) => replica.view.head?.settings.reasons ?? []);
  const [{ reason: chosen, note }, change, discard] = useDraftFields(
    `report/${on}`,
    NO_NOTE,
    NOTE_FIELDS,
    hasNote,
  );
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();
  // The offered reasons may change meanwhile.
  const reason = chosen !== null && reasons.includes(chosen) ? chosen : null;
  const send = () => {
    if (reason === null) return setProblem({ code: 'reason_missing' });
    submit([{ type: 'report.make', reportId: newId('r'), on, reason, words: note.trim() }], (refusal) => {
      if (refusal) return setProblem(refusal);
      discard();
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
      <NoteForm
        label={t('words')}
        hint={t('wordsHint')}
        note={note}
        limit={LIMITS.reportCharacters}
        problem={problem}
        submit={t('reportSubmit')}
        onNote={(next) => change({ note: next })}
        onSubmit={send}
        onClose={onClose}
      >
        <Choice
          label={moderation('reason')}
          options={reasons.map((each) => [each, reasonName(each)])}
          chosen={reason}
          onChoose={(next) => change({ reason: next })}
        />
      </NoteForm>
    </Dialog>
  );
}
