'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { createGroupLookup } from '#domain/collections/group-by.ts';
import type { Origin } from '#domain/debate/comments/comment.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './comments.module.css';
import { NamedClaim } from './named.tsx';

/** The claim made from a comment, if there is one. */
export function MadeOfComment({ commentId }: { commentId: string }) {
  const t = useMessages('comments');
  const made = useBoard(({ replica: { view } }) =>
    originsIn(view.origins, commentId)
      .filter(({ id }) => view.claims.get(id)?.retracted === false)
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

/** The claims made from one comment: a list of comments asks for each of them at each change. */
const originsIn = createGroupLookup(({ comment }: Origin) => comment);
