'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Flag } from '#domain/debate/moderation/review.ts';
import { excerpt } from '../claims/excerpt.ts';
import { useIsModerator, useMay } from '../claims/use-claim.ts';
import { useTextOf } from '../claims/use-target.ts';
import { useOpenClaimDialog } from '../commands/claim-dialog.ts';
import { useSubmit } from '../commands/join-context.tsx';
import { useBoard } from '../store/board-context.tsx';
import { useViewActs } from '../view/view-state.tsx';
import noteStyles from './hidden-note.module.css';
import { MARK_SIGN } from './mark-sign.ts';
import styles from './review-note.module.css';

export interface MarkNoteProps {
  readonly on: string;
  readonly author: string;
  readonly mark: Flag;
  /** In place of the board's dialog, if this is in a dialog itself. */
  readonly onMark: ((mark: Flag) => void) | undefined;
}

/** Explains one flag, and what the author and moderators can do about it. */
export default function MarkNote({ on, author, mark, onMark }: MarkNoteProps) {
  const t = useMessages('review');
  const submit = useSubmit();
  const openDialog = useOpenClaimDialog();
  const mayAnswer = useMay('flag.answer', author);
  const isModerator = useIsModerator();
  const mayMerge = useMay('claim.merge');
  const isOwn = useBoard(({ replica }) => replica.participantId === author);
  const stands = useBoard(
    ({ replica: { view } }) =>
      !view.merges.has(on) && !view.claims.get(on)?.retracted && !view.comments.get(on)?.withdrawn,
  );
  const { what, other, note, revised } = mark;
  const putAgain = () => (onMark ? onMark(mark) : openDialog({ kind: 'mark', on, what }));
  return (
    <div className={noteStyles.note} role="note" data-mark={what}>
      <p>
        <strong>
          <span aria-hidden="true">{MARK_SIGN}</span> {t(`flag.${what}`)}
        </strong>
        {revised && <> · {t('revised')}</>}
      </p>
      <p>{t(`markHint.${what}`)}</p>
      {other !== null && <Other id={other} isLink={!onMark} />}
      {note && (
        <p dir="auto" className={noteStyles.words}>
          {note}
        </p>
      )}
      {(mayAnswer || isModerator) && (
        <Row>
          {isOwn && mayAnswer && stands && (
            <Button
              size="small"
              onClick={() => submit([{ type: 'flag.answer', on, what, revised: !revised }])}
            >
              {t(revised ? 'notRevised' : 'haveRevised')}
            </Button>
          )}
          {isModerator && revised && stands && (
            <Button size="small" onClick={putAgain}>
              {t('flagAgain')}
            </Button>
          )}
          {what === 'duplicate' && other !== null && mayMerge && stands && !onMark && (
            <Button size="small" onClick={() => openDialog({ kind: 'merge', claimId: on, into: other })}>
              {t('mergeInto')}
            </Button>
          )}
          {isModerator && (
            <Button size="small" onClick={() => submit([{ type: 'flag.clear', on, what }])}>
              {t('removeFlag')}
            </Button>
          )}
        </Row>
      )}
    </div>
  );
}

/** The claim that says it already, or under which it belongs. */
function Other({ id, isLink }: { id: string; isLink: boolean }) {
  const { select } = useViewActs();
  const text = useTextOf(id);
  if (text === '') return null;
  const words = excerpt(text, 140);
  return isLink ? (
    <button type="button" dir="auto" className={styles.other} onClick={() => select({ kind: 'claim', id })}>
      {words}
    </button>
  ) : (
    <p dir="auto" className={styles.other}>
      {words}
    </p>
  );
}
