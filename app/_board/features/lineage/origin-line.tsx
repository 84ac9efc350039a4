'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './lineage.module.css';

/** Says that a claim was made from a comment, and whose, with a link to it. */
export function OriginLine({ commentId }: { commentId: string }) {
  const t = useMessages('comments');
  const naming = useMessages('names');
  const people = useMessages('people');
  const { select } = useViewActs();
  const comment = useBoard(({ replica }) => replica.view.comments.get(commentId));
  const called = useName(comment?.author ?? '');
  if (!comment) return null;
  const name = called ?? (comment.author === '' ? naming('nobody') : people('somebody'));
  return (
    <li className={styles.relative} data-origin={commentId}>
      <Note as="span">{t('madeFrom', { name })}</Note>
      <Button look="quiet" size="small" onClick={() => select(comment.on, commentId)}>
        {t('seeComment')}
      </Button>
    </li>
  );
}
