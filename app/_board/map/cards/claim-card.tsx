'use client';

import { memo } from 'react';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { votersIn } from '#domain/analysis/perspectives/perspective.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { isContested } from '#domain/debate/votes/signs.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useBearing, useTargetText } from '../../core/claims/use-target.ts';
import { useIsHidden } from '../../core/moderation/hidden-note.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { useSeenLook, useSeenName, useSeenVotes } from '../../core/strength/seen-perspective.ts';
import { useIsCovered } from '../../core/view/use-is-covered.ts';
import { useWithoutHover } from '../../core/view/use-without-hover.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useUnreadAtClaim } from '../../features/claims/claim-signs.tsx';
import { PresenceMarks } from '../../features/claims/presence/presence-marks.tsx';
import { TypingChip } from '../../features/claims/presence/typing-chip.tsx';
import { WordingEditor } from '../../features/wordings/wording-editor.tsx';
import { useIsActive, useIsAtHand, useMap } from '../scene/map-context.tsx';
import { CardActions } from './card-actions.tsx';
import { CardFoot } from './card-foot.tsx';
import { CardHead, CardNotes } from './card-head.tsx';
import styles from './claim-card.module.css';
import { MapItem } from './map-item.tsx';
import { RowCounts } from './row-counts.tsx';
import { useTouched } from './use-touched.ts';

/** A claim on the map. */
export const ClaimCard = memo(function ClaimCard({ box }: { box: FrontBox }) {
  const claim = useClaim(box.id);
  return claim ? <Card box={box} claim={claim} /> : null;
});

function Card({ box, claim }: { box: FrontBox; claim: Claim }) {
  const { focus, startDrag, write } = useMap();
  const touched = useTouched(claim, box.folded > 0);
  const readable = useReadable();
  const bearing = useBearing(claim.id);
  const selected = useViewPart((view) => view.selected?.id === claim.id);
  const isActive = useIsActive(claim.id);
  const isAtHand = useIsAtHand(claim.id);
  const withoutHover = useWithoutHover();
  const written = useViewPart(({ writing }) => writing?.kind === 'wording' && writing.claimId === claim.id);
  const isCovered = useIsCovered();
  const seen = useSeenLook(claim.id);
  const editing = written && !isCovered;
  const isCard = box.look === 'card' || box.look === 'open';
  const text = editing ? (
    <WordingEditor
      claim={claim}
      look="bare"
      onDone={() => {
        write(null);
        focus(claim.id);
      }}
    />
  ) : (
    <p className={styles.text} dir="auto">
      {readable(claim.text)}
    </p>
  );
  return (
    <MapItem
      box={box}
      label={useClaimLabel(claim, box)}
      selected={selected}
      className={joinClasses(
        styles.card,
        claim.retracted && styles.retracted,
        touched && !editing && styles.touched,
        (isActive || selected) && styles.active,
        editing && styles.editing,
      )}
      edges={
        <>
          <span className={styles.presence}>
            <PresenceMarks targetId={claim.id} still />
          </span>
          <TypingChip claimId={claim.id} isFolded={box.folded > 0} />
          {isAtHand && !editing && !withoutHover && <CardActions claim={claim} />}
        </>
      }
    >
      <div
        data-seen={seen}
        className={joinClasses(styles.face, isCard ? styles.whole : styles.row)}
        onPointerDown={(event) => startDrag(event, claim.id)}
      >
        {isCard ? (
          <>
            <CardHead claim={claim} touched={touched} />
            {text}
            <CardFoot claim={claim} box={box} />
          </>
        ) : (
          <>
            <span className={joinClasses(styles.sign, bearing === 'support' ? styles.for : styles.against)}>
              <BearingSign bearing={bearing} />
            </span>
            {text}
            <span className={styles.side}>
              {box.look === 'row' && <CardNotes claim={claim} touched={touched} />}
              <RowCounts claim={claim} box={box} />
            </span>
          </>
        )}
      </div>
    </MapItem>
  );
}

function useClaimLabel(claim: Claim, box: FrontBox): string {
  const t = useMessages('map');
  const bearing = useBearing(claim.id);
  const target = useTargetText({ kind: box.depth === 2 ? 'position' : 'claim', id: box.parent ?? '' });
  const seen = useSeenVotes(claim.id);
  const name = useSeenName();
  const label = t('claimLabel', {
    bearing,
    target: excerpt(target, 60),
    text: useReadable()(claim.text),
    locked: useBoard(({ replica }) => replica.view.locks.has(claim.id)) ? 'yes' : 'no',
    hidden: useIsHidden(claim.id) ? 'yes' : 'no',
    marked: useBoard(({ replica }) => replica.view.reviews.has(claim.id)) ? 'yes' : 'no',
    state: claim.retracted ? 'retracted' : isContested(claim.tally) ? 'contested' : 'standing',
    isNew: useUnreadAtClaim(claim) === '' ? 'no' : 'yes',
  });
  if (seen === undefined || name === undefined) return label;
  const { agree = 0 } = seen ?? {};
  return t('claimSeen', { label, name, agree, people: seen ? votersIn(seen) : 0 });
}
