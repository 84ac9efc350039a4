'use client';

import { useState } from 'react';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { RETURN_REASONS } from '#domain/debate/head/reasons.ts';
import type { ToHide } from '../../core/commands/claim-dialog.ts';
import { useConfirm } from '../../core/commands/use-confirm.ts';
import { Choice } from '../../core/forms/choice.tsx';
import { useDraftFields } from '../../core/forms/use-draft-fields.ts';
import { useModerate } from '../../core/moderation/use-moderate.ts';
import { useReasonName } from '../../core/moderation/use-reason-name.ts';
import { useName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { hasNote, NO_NOTE, NOTE_FIELDS } from './note-draft.ts';
import { NoteForm } from './note-form.tsx';
import { type HideRange, HideRangeChoice, useWrittenSince } from './written-since.tsx';

interface HideDialogProps {
  readonly hide: ToHide;
  /** Called when it is done. */
  readonly onDone?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Hides content, for one of the debate's reasons and with a note to its author. A draft stays in the tab until it is sent. */
export default function HideDialog({ hide, onDone, onClose }: HideDialogProps) {
  const t = useMessages('moderation');
  const reasonName = useReasonName();
  const name = useName(hide.id) ?? '';
  const ofDebate = useBoard(({ replica }) => replica.view.head?.settings.reasons ?? []);
  const [since, setSince] = useState<HideRange>('minutes');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const moderate = useModerate();
  const confirm = useConfirm();
  const { what, id } = hide;
  const [draft, change, discard] = useDraftFields(`hide/${what}/${id}`, NO_NOTE, NOTE_FIELDS, hasNote);
  const isReturn = what === 'return';
  const isPerson = what === 'person';
  const written = useWrittenSince(isPerson ? id : null, since);
  const reasons: readonly string[] = isReturn ? RETURN_REASONS : ofDebate;
  // The offered reasons may have changed since.
  const reason = draft.reason !== null && reasons.includes(draft.reason) ? draft.reason : null;
  const send = () => {
    if (reason === null) return setProblem({ code: 'reason_missing' });
    const said = { reason, note: draft.note.trim() };
    const operation: Operation = isPerson
      ? {
          type: 'content.hideAllBy',
          participantId: id,
          ...(written.from > 0 && { since: written.from }),
          ...said,
        }
      : { type: isReturn ? 'content.sendBack' : 'content.hide', ids: [id], ...said };
    const ids = isPerson ? written.ids : [id];
    const refusal = moderate({ operation, ids, outcome: 'hidden' });
    if (refusal) return setProblem(refusal);
    discard();
    onDone?.();
    onClose();
    confirm(isReturn ? t('did.returned') : t('did.hidden', { count: ids.length }));
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
        note={draft.note}
        limit={LIMITS.noteCharacters}
        problem={problem}
        submit={t(isReturn ? 'returnSubmit' : 'hideSubmit')}
        onNote={(note) => change({ note })}
        onSubmit={send}
        onClose={onClose}
      >
        {isPerson && <HideRangeChoice since={since} written={written} onChoose={setSince} />}
        <Choice
          label={t('reason')}
          options={reasons.map((each) => [each, reasonName(each)])}
          chosen={reason}
          onChoose={(chosen) => change({ reason: chosen })}
        />
      </NoteForm>
    </Dialog>
  );
}
