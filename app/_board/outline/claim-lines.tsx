'use client';

import type { Claim, Position } from '../../../domain/debate/state.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { PersonName } from '../claim/person-name.tsx';
import { PresenceMarks } from '../claim/presence-marks.tsx';
import { RelationMark } from '../claim/relation-mark.tsx';
import { SourceMarks } from '../claim/source-marks.tsx';
import { TallyBar } from '../claim/tally-bar.tsx';
import { useCommentCount, useIsPending } from '../claim/use-claim.ts';
import { useBearing } from '../claim/use-target.ts';
import styles from './outline.module.css';

/** The line over a claim: how it bears on what it answers, who holds it, and what is to be known about its state. */
export function ClaimKicker({ claim, position }: { claim: Claim; position: Position | undefined }) {
  const t = useMessages('claim');
  const pending = useIsPending(claim.id);
  return (
    <p className={styles.line}>
      <RelationMark bearing={useBearing(claim.id)} />
      {position && (
        <span className={styles.holder} dir="auto">
          {position.name}
        </span>
      )}
      {claim.retracted && <span className={styles.state}>{t('retracted')}</span>}
      {pending && <span className={styles.state}>{t('pending')}</span>}
      <PresenceMarks targetId={claim.id} />
    </p>
  );
}

/** The line under a claim: how it stands, where its evidence is, who wrote it, how much is said beside it. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const comments = useCommentCount(claim.id);
  return (
    <span className={styles.facts}>
      <TallyBar tally={claim.tally} />
      <SourceMarks claim={claim} />
      <span dir="auto">
        <PersonName id={claim.author} />
      </span>
      {claim.editedAt !== null && <span>{t('edited')}</span>}
      {comments > 0 && <span>{t('comments', { count: comments })}</span>}
    </span>
  );
}
