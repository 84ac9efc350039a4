'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './comments.module.css';
import { NamedClaim } from './named.tsx';

/** The claim made from a comment, if there is one. */
export function MadeOfComment({ commentId }: { commentId: string }) {
  const t = useMessages('comments');
  const made = useBoard(({ replica: { view } }) =>
    [...view.origins.values()]
      .filter(({ id, comment }) => comment === commentId && view.claims.get(id)?.retracted === false)
      .map(({ id }) => id)
      .join(' '),
  );
  if (made === '') return null;
  return made.split(' ').map((id) => (
    <p key={id} className={styles.made} data-made={id}>
      {t('madeInto')} <NamedClaim id={id} />
    </p>
  ));
}
