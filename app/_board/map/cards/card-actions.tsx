'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { CheckIcon, CloseIcon, CommentIcon, PassIcon } from '#app/_ui/icons.tsx';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import { ANSWERS, type Answer } from '#domain/debate/votes/vote.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { useCommentCount, useMay, useOwnVote } from '../../core/claims/use-claim.ts';
import { useTalliesHidden } from '../../core/claims/use-tallies-hidden.ts';
import { useOfferedRelations } from '../../core/commands/use-side.ts';
import { useVote } from '../../core/commands/use-vote.ts';
import { ClaimMenu } from '../../features/claims/claim-menu.tsx';
import { useClaimActs } from '../../features/claims/use-claim-acts.ts';
import { useMap } from '../scene/map-context.tsx';
import styles from './card-actions.module.css';

/** Map pixels by which the toolbar rises above its card. */
const RISE = 24;

/** Toolbar at the edge of the hovered or focused card: vote, support, attack, comment, more. */
export function CardActions({ claim }: { claim: Claim }) {
  const isBelow = useIsAtTop(claim.id);
  return (
    <div className={styles.edge} data-below={isBelow ? '' : undefined}>
      <Actions claim={claim} />
    </div>
  );
}

/** True while the map's view ends so close above a card that its toolbar would be cut. */
function useIsAtTop(claimId: string): boolean {
  const { scene } = useMap();
  const subscribe = useCallback((changed: () => void) => scene.onDrawn(changed), [scene]);
  const isAtTop = () => {
    const card = scene.rectOf(claimId);
    const seen = scene.camera?.seen();
    return card !== undefined && seen !== undefined && card.y - RISE < seen.y;
  };
  return useSyncExternalStore(subscribe, isAtTop, () => false);
}

function Actions({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const acts = useClaimActs();
  const comments = useCommentCount(claim.id);
  const mayComment = useMay('comment.add');
  const target = { kind: 'claim', id: claim.id } as const;
  const offered = useOfferedRelations(target);
  return (
    <div className={styles.actions}>
      <Votes claim={claim} />
      <span className={styles.gap} />
      {!claim.retracted &&
        offered.map((relation) => (
          <button
            key={relation}
            type="button"
            className={joinClasses(styles.action, styles[relation])}
            title={t(relation)}
            aria-label={t(relation)}
            onClick={() => acts.argue(target, relation)}
          >
            <BearingSign bearing={relation} />
          </button>
        ))}
      {mayComment && (
        <button
          type="button"
          className={styles.action}
          title={t('comment')}
          aria-label={t('comment')}
          onClick={() => acts.comment(target)}
        >
          <CommentIcon />
          {comments > 0 && <span className={styles.count}>{comments}</span>}
        </button>
      )}
      <ClaimMenu claim={claim} />
    </div>
  );
}

const SIGNS = { agree: CheckIcon, disagree: CloseIcon, pass: PassIcon };

function Votes({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const mayVote = useMay('vote.cast');
  const own = useOwnVote(claim);
  const vote = useVote();
  const hidden = useTalliesHidden();
  if (!mayVote || claim.retracted || awaitsRecognition(claim)) return null;
  const button = (answer: Answer) => {
    const Sign = SIGNS[answer];
    const given = own?.answer === answer;
    return (
      <button
        key={answer}
        type="button"
        className={joinClasses(styles.vote, styles[answer])}
        aria-pressed={given}
        aria-label={
          hidden ? t('voteHintHidden', { answer }) : t('voteHint', { answer, count: claim.tally[answer] })
        }
        title={t(answer)}
        data-earlier={given && own.earlier ? '' : undefined}
        onClick={(event) => isRepeatedClick(event) || vote(claim.id, answer)}
      >
        <Sign />
        {!hidden && <span className={styles.count}>{claim.tally[answer]}</span>}
      </button>
    );
  };
  return (
    <fieldset className={styles.votes} aria-label={t('vote')}>
      {ANSWERS.map(button)}
    </fieldset>
  );
}
