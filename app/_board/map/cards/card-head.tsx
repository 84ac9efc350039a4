'use client';

import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { newHolder } from '#domain/debate/map/holders.ts';
import { initialsOf } from '#domain/layout/initials.ts';
import { useIsPending } from '../../core/claims/use-claim.ts';
import { useBearing } from '../../core/claims/use-target.ts';
import { useName, useShortName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { ClaimSigns } from '../../features/claims/claim-signs.tsx';
import { RelationMark } from '../../features/claims/relation-mark.tsx';
import styles from './claim-card.module.css';
import type { Touched } from './use-touched.ts';

/** A claim's relation, its position, and its present badges. */
export function CardHead({ claim, touched }: { claim: Claim; touched: Touched | null }) {
  const t = useMessages('map');
  const bearing = useBearing(claim.id);
  // A hue alone isn't accessible to everyone.
  const position = useBoard(({ replica }) => newHolder(replica.view, claim));
  const author = useName(claim.author);
  const short = useShortName(claim.author);
  return (
    <div className={styles.head}>
      <RelationMark bearing={bearing} />
      <span className={styles.gap} />
      <CardNotes claim={claim} touched={touched} />
      {position && (
        <span className={styles.holder} dir="auto" title={t('held', { position: position.name })}>
          {position.name}
        </span>
      )}
      {author !== undefined && (
        <span
          className={styles.author}
          role="img"
          title={t('author', { name: author })}
          aria-label={t('author', { name: author })}
        >
          {initialsOf(short ?? author)}
        </span>
      )}
    </div>
  );
}

/** Badges of a claim: unsaved, changed, and its signs. */
export function CardNotes({ claim, touched }: { claim: Claim; touched: Touched | null }) {
  const t = useMessages('map');
  const pending = useIsPending(claim.id);
  return (
    <>
      {pending && <Badge sign="↑" word={t('pending')} />}
      {touched === 'changed' && !pending && <Badge sign="●" word={t(touched)} look={styles.new} />}
      <ClaimSigns claim={claim} />
    </>
  );
}

function Badge({ sign, word, look }: { sign: string; word: string; look?: string | undefined }) {
  return (
    <span className={joinClasses(styles.badge, look)}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
