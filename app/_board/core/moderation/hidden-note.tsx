'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { HiddenContent } from '#domain/debate/visibility/hidden.ts';
import { useIsModerator, useMay } from '../claims/use-claim.ts';
import { useOpenClaimDialog } from '../commands/claim-dialog.ts';
import { useSubmit } from '../commands/join-context.tsx';
import { usePerform } from '../commands/use-perform.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './hidden-note.module.css';
import { useReasonName } from './use-reason-name.ts';

/** True if this claim or comment is hidden from others. */
export function useIsHidden(id: string): boolean {
  return useHiddenStatus(id) !== undefined;
}

/** Returns why others do not see it; undefined if they do. */
export function useHiddenStatus(id: string): HiddenContent['status'] | undefined {
  return useBoard(({ replica }) => replica.view.hidden.get(id)?.status);
}

interface HiddenNoteProps {
  readonly id: string;
  readonly author: string;
  /** In place of the board's dialog, if this is in a dialog itself. */
  readonly onReturn?: () => void;
}

/** Note on hidden content: from whom it is hidden, why, and what can be done about it. */
export function HiddenNote({ id, author, onReturn }: HiddenNoteProps) {
  const t = useMessages('moderation');
  const reasonName = useReasonName();
  const claims = useMessages('claim');
  const hidden = useBoard(({ replica }) => replica.view.hidden.get(id));
  const embargoed = useBoard(({ replica }) => replica.view.embargoed.has(id));
  const isOwn = useBoard(({ replica }) => replica.participantId === author);
  // A question is not edited, but asked once more.
  const isQuestion = useBoard(({ replica }) => replica.view.questions.has(id));
  const isModerator = useIsModerator();
  const mayShow = useMay('content.restore');
  const submit = useSubmit();
  const openDialog = useOpenClaimDialog();
  const show = useShow(id);
  if (embargoed) {
    return (
      <p className={styles.note} role="note">
        {claims('embargoedNote')}
      </p>
    );
  }
  if (!hidden) return null;
  const { status } = hidden;
  const reason = reasonName(hidden.reason);
  return (
    <div className={styles.note} role="note">
      <p>{t('hiddenFor', { how: status, own: isOwn ? 'yes' : 'no', reason })}</p>
      {hidden.note && (
        <p dir="auto" className={styles.words}>
          {hidden.note}
        </p>
      )}
      {isOwn && !isModerator && !isQuestion && <p>{t('revise', { how: status })}</p>}
      {isOwn && status === 'sent_back' && (
        <Button size="small" onClick={() => submit([{ type: 'content.resubmit', ids: [id] }])}>
          {t('askAgain')}
        </Button>
      )}
      {isModerator && (
        <div className={styles.acts}>
          {mayShow && (
            <Button size="small" onClick={() => show(status)}>
              {t(status === 'hidden' ? 'show' : 'accept')}
            </Button>
          )}
          {status === 'pending_approval' && (
            <Button
              size="small"
              onClick={onReturn ?? (() => openDialog({ kind: 'hide', what: 'return', id }))}
            >
              {t('return')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Returns a function that accepts what waits, or restores what is hidden, and announces it. */
function useShow(id: string): (how: HiddenContent['status']) => void {
  const t = useMessages('moderation');
  const perform = usePerform();
  return (how) =>
    perform(
      [{ type: 'content.restore', ids: [id] }],
      t(how === 'hidden' ? 'did.shown' : 'did.accepted', { count: 1 }),
    );
}
