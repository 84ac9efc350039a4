'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useShortName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './comment-text.module.css';

/** Number of characters of a claim's wording within a comment. */
const WORDS = 160;

/** A person named in a comment, by their present name; isolated from the surrounding text direction. */
export function NamedPerson({ id }: { id: string }) {
  const people = useMessages('people');
  const naming = useMessages('names');
  const isMe = useBoard(({ replica }) => replica.participantId === id);
  const name = useShortName(id) ?? (id === '' ? naming('nobody') : people('somebody'));
  return (
    <bdi className={styles.person} data-me={isMe ? '' : undefined}>
      @{name}
    </bdi>
  );
}

/** A claim named in a comment, in its present wording, as a link to it. */
export function NamedClaim({ id }: { id: string }) {
  const t = useMessages('comments');
  const readable = useReadable();
  const { select } = useViewActs();
  const claim = useBoard(({ replica: { view } }) => view.claims.get(resolveMerge(view, id)));
  if (!claim) return <span className={styles.unseen}>{t('unseenClaim')}</span>;
  return (
    <a
      className={styles.claim}
      href={`#${claim.id}`}
      onClick={(event) => {
        event.preventDefault();
        select({ kind: 'claim', id: claim.id });
      }}
    >
      <bdi dir="auto">{excerpt(readable(claim.text), WORDS)}</bdi>
    </a>
  );
}
