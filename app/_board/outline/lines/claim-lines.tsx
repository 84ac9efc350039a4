'use client';

import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Bearing } from '#domain/debate/map/link.ts';
import { mergeGroup } from '#domain/debate/map/merged.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { bearingSign } from '../../core/claims/bearing-sign.tsx';
import { ClaimTally } from '../../core/claims/claim-tally.tsx';
import { useIsPending } from '../../core/claims/use-claim.ts';
import { PersonName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { ClaimSigns } from '../../features/claims/claim-signs.tsx';
import { DirectArguments } from '../../features/claims/direct-arguments.tsx';
import { PresenceMarks } from '../../features/claims/presence/presence-marks.tsx';
import { SourceMarks } from '../../features/evidence/source-marks.tsx';
import { FoldButton } from './fold-button.tsx';
import styles from './outline.module.css';

const WORDS = { support: 'supports', attack: 'attacks', undercut: 'undercuts' } as const;

/** A claim's relation to its parent: a sign before its text, and a word for screen readers. */
export function ClaimSign({ id, bearing }: { id: string; bearing: Bearing }) {
  const t = useMessages('claim');
  const side = bearing === 'support' ? styles.for : styles.against;
  return (
    <span id={id} className={joinClasses(styles.sign, side, bearingSign(bearing))} title={t(WORDS[bearing])}>
      {t(WORDS[bearing])}
    </span>
  );
}

/** Temporary state: who is here, and whether a change is still on its way. */
function Moment({ claimId }: { claimId: string }) {
  const t = useMessages('claim');
  const pending = useIsPending(claimId);
  return (
    <>
      {pending && <span className={styles.state}>{t('pending')}</span>}
      <PresenceMarks targetId={claimId} still />
    </>
  );
}

interface ClaimFactsProps {
  readonly node: OutlineNode;
  readonly claim: Claim;
  /** Id of the position that holds its parent. */
  readonly above: string | undefined;
  readonly near: boolean;
}

/** Details after a claim's text: its position if that differs from its parent's, its state, sources, author, and comments. */
export function ClaimFacts({ node: { position, comments }, claim, above, near }: ClaimFactsProps) {
  const t = useMessages('claim');
  return (
    <span className={styles.facts} dir="ltr">
      {position && position.id !== above && (
        <span className={styles.holder} dir="auto">
          {position.name}
        </span>
      )}
      {/* Part of the line's name. */}
      <span id={`${claim.id}-signs`} className={styles.signs}>
        <ClaimSigns claim={claim} />
      </span>
      {near && <Moment claimId={claim.id} />}
      <SourceMarks claim={claim} />
      {claim.author !== '' && (
        <span className={styles.quiet} dir="auto">
          <PersonName id={claim.author} />
        </span>
      )}
      <MergedAuthors claim={claim} />
      {claim.editedAt !== null && <span className={styles.quiet}>{t('edited')}</span>}
      {comments > 0 && <span className={styles.quiet}>{t('comments', { count: comments })}</span>}
    </span>
  );
}

/** A claim's votes, its direct arguments, and the number of claims below it. */
export function ClaimCounts({ node, claim, folded }: { node: OutlineNode; claim: Claim; folded: boolean }) {
  const { children } = node;
  const supports = children.filter(({ bearing }) => bearing === 'support').length;
  return (
    <span className={styles.counts}>
      <ClaimTally claim={claim} ifAny />
      <DirectArguments supports={supports} attacks={children.length - supports} />
      {children.length > 0 && <FoldButton node={node} folded={folded} pill />}
    </span>
  );
}

/** Other authors: those of the claims that were merged into it. */
function MergedAuthors({ claim: { id, author } }: { claim: Claim }) {
  const authors = useBoard(({ replica: { view } }) => {
    const others = mergeGroup(view, id).flatMap((one) => view.claims.get(one)?.author ?? []);
    return [...new Set(others)].filter((one) => one !== author).join(' ');
  });
  return authors.split(' ').flatMap((one) =>
    one === ''
      ? []
      : [
          <span key={one} className={styles.quiet} dir="auto">
            <PersonName id={one} />
          </span>,
        ],
  );
}
