'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { citedClaim, conclusionPieces } from '#domain/debate/conclusion/cited-claims.ts';
import { useReadable, useSigned } from '../../core/claims/use-readable.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { citedExcerpt } from './cited-excerpt.ts';
import styles from './conclusion.module.css';

/** A section of the conclusion as written, with the claims it cites in their present wording. */
export function ConclusionText({ text }: { text: string }) {
  const signed = useSigned();
  const pieces = conclusionPieces(text);
  return (
    <p className={styles.text} dir="auto">
      {pieces.map((piece, index) => {
        // A text's pieces have no identity except their place in it.
        const key = `${index}`;
        return piece.kind === 'text' ? signed(piece.text) : <CitedClaim key={key} id={piece.id} />;
      })}
    </p>
  );
}

/** A cited claim, as a link to it on the map. */
function CitedClaim({ id }: { id: string }) {
  const t = useMessages('conclusion');
  const readable = useReadable();
  const { select } = useViewActs();
  const claim = useBoard(({ replica: { view } }) => citedClaim(view, id));
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
      <bdi dir="auto">{citedExcerpt(readable(claim.text))}</bdi>
    </a>
  );
}
