'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { citedClaim, conclusionPieces } from '#domain/debate/conclusion/cited-claims.ts';
import { writtenSections } from '#domain/debate/conclusion/signatures.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './conclusion.module.css';
import { useConclusionDoing, useShownConclusion } from './use-conclusion.ts';

/** Characters of the conclusion above the map. */
const WORDS = 200;

/** Above the map: how the conclusion begins, and the way to all of it. */
export default function ConclusionStrip() {
  const t = useMessages('conclusion');
  const { list } = useViewActs();
  const conclusion = useShownConclusion();
  const doing = useConclusionDoing();
  const isDebateOpen = useIsDebateOpen();
  const words = useFirstWords();
  if (!conclusion) return null;
  return (
    <section className={styles.strip} aria-label={t('title')} data-live-bar="">
      <p className={styles.beginning}>
        <strong>{t('title')}</strong>{' '}
        <span dir="auto">{words ?? t(isDebateOpen ? 'beingWritten' : 'nothingYet')}</span>
      </p>
      <Button size="small" onClick={() => list('conclusion')}>
        {t(doing)}
      </Button>
    </section>
  );
}

function useFirstWords(): string | null {
  const t = useMessages('conclusion');
  const readable = useReadable();
  return useBoard(({ replica: { view } }) => {
    const { conclusion } = view;
    const [first] = conclusion ? writtenSections(conclusion) : [];
    if (!conclusion || first === undefined) return null;
    const pieces = conclusionPieces(conclusion[first]).map((piece) => {
      if (piece.kind === 'text') return readable(piece.text);
      const claim = citedClaim(view, piece.id);
      return claim ? `“${readable(claim.text)}”` : t('unseenClaim');
    });
    return t('begins', { section: t(`sections.${first}`), words: excerpt(pieces.join(''), WORDS) });
  });
}
