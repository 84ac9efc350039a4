'use client';

import type { Ref } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { bearingOf, type Link } from '#domain/debate/map/link.ts';
import { targetNow } from '#domain/debate/map/merged.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { useClaim, useParentLink, usePosition } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useTargetText } from '../../core/claims/use-target.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './guided-voting.module.css';

/** Characters from which a claim is set in smaller type, so that a phone shows it whole. */
const LONG = 200;

interface GuidedClaimProps {
  readonly claim: Claim;
  readonly ref?: Ref<HTMLHeadingElement>;
}

/** A claim in large type, below what it answers. */
export function GuidedClaim({ claim, ref }: GuidedClaimProps) {
  const readable = useReadable();
  const position = usePosition(claim.positionId);
  const link = useParentLink(claim.id);
  return (
    <article className={styles.claim} style={hueStyle(position?.hue)} data-claim={claim.id}>
      {link && <Answered link={link} />}
      <div className={styles.said}>
        <h3
          className={styles.text}
          dir="auto"
          ref={ref}
          tabIndex={-1}
          data-long={claim.text.length > LONG ? '' : undefined}
        >
          {readable(claim.text)}
        </h3>
      </div>
    </article>
  );
}

/** The target of a claim, and its relation to it: a position with the motion, a claim, or the step that it questions. */
function Answered({ link }: { link: Link }) {
  const t = useMessages('guided');
  const target = useBoard(({ replica }) => targetNow(replica.view, link.target));
  const text = useTargetText(target);
  const bearing = bearingOf(link);
  const isPosition = target.kind === 'position';
  return (
    <div className={styles.answered} data-relation={link.relation}>
      {isPosition ? (
        <AnsweredPosition id={target.id} name={text} />
      ) : (
        <AnsweredClaim target={target.id} text={text} />
      )}
      <p className={styles.relation}>
        <BearingSign bearing={bearing} />
        {isPosition ? t('onPosition', { relation: link.relation }) : t('relation', { bearing })}
      </p>
    </div>
  );
}

function AnsweredPosition({ id, name }: { id: string; name: string }) {
  const position = usePosition(id);
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  return (
    <div className={styles.target} style={hueStyle(position?.hue)}>
      <p className={styles.motion} dir="auto">
        {motion}
      </p>
      <p className={styles.position} dir="auto">
        {name}
      </p>
    </div>
  );
}

/** The claim answered; for an undercut the one whose link it questions, and that link's target. */
function AnsweredClaim({ target, text }: { target: string; text: string }) {
  const t = useMessages('guided');
  const step = useBoard(({ replica }) => replica.view.links.get(target));
  const claim = useClaim(step?.from ?? target);
  const position = usePosition(claim?.positionId);
  const to = useTargetText(step?.target ?? { kind: 'claim', id: target });
  return (
    <blockquote className={styles.target} style={hueStyle(position?.hue)} dir="auto">
      {text}
      {step && <span className={styles.step}>{t('step', { relation: step.relation, target: to })}</span>}
    </blockquote>
  );
}
