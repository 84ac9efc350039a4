'use client';

import type { Claim } from '../../../domain/debate/claims/claim.ts';
import { mergeGroup } from '../../../domain/debate/lineage/merged.ts';
import type { OutlineBearing, OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { bearingSign } from '../claim/bearing-sign.tsx';
import { ClaimSigns } from '../claim/claim-signs.tsx';
import { DirectArguments } from '../claim/direct-arguments.tsx';
import { PersonName } from '../claim/person-name.tsx';
import { PresenceMarks } from '../claim/presence-marks.tsx';
import { SourceMarks } from '../claim/source-marks.tsx';
import { TallyBar } from '../claim/tally-bar.tsx';
import { useIsPending } from '../claim/use-claim.ts';
import { useBoard } from '../store/board-context.tsx';
import { FoldButton } from './fold-button.tsx';
import styles from './outline.module.css';

const WORDS = { support: 'supports', attack: 'attacks', undercut: 'undercuts' } as const;

/** A claim's relation to its parent: a sign before its text, and a word for screen readers. */
export function ClaimSign({ bearing }: { bearing: OutlineBearing }) {
  const t = useMessages('claim');
  const side = bearing === 'support' ? styles.for : styles.against;
  return (
    <span className={joinClasses(styles.sign, side, bearingSign(bearing))} title={t(WORDS[bearing])}>
      {t(WORDS[bearing])}
    </span>
  );
}

/** What holds for a moment only: who is here, and whether a change is still on its way. */
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
  /** The position that holds what it answers. */
  readonly above: string | undefined;
  readonly near: boolean;
}

/** What stands behind a claim's text: who holds it if that differs from what it answers, its state, sources, author, and comments. */
export function ClaimFacts({ node: { position, comments }, claim, above, near }: ClaimFactsProps) {
  const t = useMessages('claim');
  return (
    <span className={styles.facts}>
      {position && position.id !== above && (
        <span className={styles.holder} dir="auto">
          {position.name}
        </span>
      )}
      <ClaimSigns claim={claim} />
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

/** How a claim stands: its votes, its direct arguments, and how many claims are below it. */
export function ClaimCounts({ node, claim, folded }: { node: OutlineNode; claim: Claim; folded: boolean }) {
  const { children } = node;
  const supports = children.filter(({ bearing }) => bearing === 'support').length;
  return (
    <span className={styles.counts}>
      <TallyBar tally={claim.tally} ifAny />
      <DirectArguments supports={supports} attacks={children.length - supports} />
      {children.length > 0 && <FoldButton node={node} folded={folded} pill />}
    </span>
  );
}

/** Who else has said it: the authors of what was merged into it. */
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
