'use client';

import { standingAs } from '../../../domain/debate/merged.ts';
import type { Claim } from '../../../domain/debate/records/claim.ts';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { ClaimSigns } from '../claim/claim-signs.tsx';
import { PersonName } from '../claim/person-name.tsx';
import { PresenceMarks } from '../claim/presence-marks.tsx';
import { RelationMark } from '../claim/relation-mark.tsx';
import { SourceMarks } from '../claim/source-marks.tsx';
import { TallyBar } from '../claim/tally-bar.tsx';
import { useIsPending } from '../claim/use-claim.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './outline.module.css';

/** The line over a claim: how it bears on what it answers, who holds it, and what is to be known about its state. */
export function ClaimKicker({ node, near }: { node: OutlineNode; near: boolean }) {
  const { id, claim, position, bearing } = node;
  return (
    <p className={styles.line}>
      <RelationMark bearing={bearing ?? 'support'} />
      {position && (
        <span className={styles.holder} dir="auto">
          {position.name}
        </span>
      )}
      {claim && <ClaimSigns claim={claim} />}
      {near && <Moment claimId={id} />}
    </p>
  );
}

/** What holds for a moment only: who is here, and whether a change is still on its way. */
function Moment({ claimId }: { claimId: string }) {
  const t = useMessages('claim');
  const pending = useIsPending(claimId);
  return (
    <>
      {pending && <span className={styles.state}>{t('pending')}</span>}
      <PresenceMarks targetId={claimId} />
    </>
  );
}

/** The line under a claim: how it stands, where its evidence is, who wrote it, how much is said beside it. */
export function ClaimFacts({ claim, comments }: { claim: Claim; comments: number }) {
  const t = useMessages('claim');
  return (
    <span className={styles.facts}>
      <TallyBar tally={claim.tally} />
      <SourceMarks claim={claim} />
      {claim.author !== '' && (
        <span dir="auto">
          <PersonName id={claim.author} />
        </span>
      )}
      <MergedAuthors claim={claim} />
      {claim.editedAt !== null && <span>{t('edited')}</span>}
      {comments > 0 && <span>{t('comments', { count: comments })}</span>}
    </span>
  );
}

/** Who else has said it: the authors of what was merged into it. */
function MergedAuthors({ claim: { id, author } }: { claim: Claim }) {
  const authors = useBoard(({ replica: { view } }) => {
    const others = standingAs(view, id).flatMap((one) => view.claims.get(one)?.author ?? []);
    return [...new Set(others)].filter((one) => one !== author).join(' ');
  });
  return authors.split(' ').flatMap((one) =>
    one === ''
      ? []
      : [
          <span key={one} dir="auto">
            <PersonName id={one} />
          </span>,
        ],
  );
}
