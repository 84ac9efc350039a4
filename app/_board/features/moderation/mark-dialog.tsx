'use client';

import { useState } from 'react';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { flagOf } from '#domain/debate/moderation/flags.ts';
import { COMMENT_FLAGS, FLAGS, type FlagKind, POINTING_FLAGS } from '#domain/debate/moderation/review.ts';
import type { ToMark } from '../../core/commands/claim-dialog.ts';
import { useConfirm } from '../../core/commands/use-confirm.ts';
import { Choice } from '../../core/forms/choice.tsx';
import { TargetSearch } from '../../core/forms/target-search.tsx';
import reviewStyles from '../../core/moderation/review-note.module.css';
import { useModerate } from '../../core/moderation/use-moderate.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { NoteForm } from './note-form.tsx';

interface MarkDialogProps {
  readonly mark: ToMark;
  readonly onDone?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Flags a problem with a claim or comment, with a note to its author; an existing flag is replaced. */
export default function MarkDialog({ mark: { on, what: first }, onDone, onClose }: MarkDialogProps) {
  const t = useMessages('review');
  const moderation = useMessages('moderation');
  const store = useBoardStore();
  const isComment = useBoard(({ replica }) => replica.view.comments.has(on));
  const kinds = isComment ? COMMENT_FLAGS : FLAGS;
  const known = (what: FlagKind) => flagOf(store.state().replica.view, on, what);
  const [what, setWhat] = useState<FlagKind | null>(first ?? null);
  const [note, setNote] = useState((what && known(what)?.note) ?? '');
  const [other, setOther] = useState((what && known(what)?.other) ?? null);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const moderate = useModerate();
  const confirm = useConfirm();
  const choose = (chosen: FlagKind) => {
    setWhat(chosen);
    const mark = known(chosen);
    if (mark) setNote(mark.note);
    setOther(mark?.other ?? null);
  };
  const send = () => {
    if (what === null) return setProblem({ code: 'reason_missing' });
    const said = { other: POINTING_FLAGS.includes(what) ? other : null, note: note.trim(), revised: false };
    const refusal = moderate({
      operation: { type: 'flag.set', on, what, ...said },
      ids: [on],
      outcome: 'flagged',
    });
    if (refusal) return setProblem(refusal);
    onDone?.();
    onClose();
    confirm(moderation('did.marked'));
  };
  return (
    <Dialog
      title={t('markTitle', { comment: isComment ? 'yes' : 'no' })}
      text={t('markText')}
      onClose={onClose}
    >
      <NoteForm
        label={moderation('note')}
        hint={t('noteHint')}
        note={note}
        limit={LIMITS.noteCharacters}
        problem={problem}
        submit={t('markSubmit')}
        onNote={setNote}
        onSubmit={send}
        onClose={onClose}
      >
        <div className={reviewStyles.marks}>
          <Choice
            label={t('markAs')}
            options={kinds.map((kind) => [kind, t(`flag.${kind}`)])}
            chosen={what}
            hint={what && t(`markHint.${what}`)}
            onChoose={choose}
          />
        </div>
        {what && POINTING_FLAGS.includes(what) && (
          <fieldset className={reviewStyles.named}>
            <legend>{t('other', { mark: what })}</legend>
            <TargetSearch
              kinds="claims"
              takesFocus={false}
              except={on}
              chosen={other === null ? null : { kind: 'claim', id: other }}
              onChoose={({ id }) => setOther(id)}
            />
          </fieldset>
        )}
      </NoteForm>
    </Dialog>
  );
}
