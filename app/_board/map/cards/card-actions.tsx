'use client';

import { useLayoutEffect, useRef, useState } from 'react';
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
import { ClaimMenu } from '../../features/claims/claim-menu.tsx';
import { useClaimActs } from '../../features/claims/use-claim-acts.ts';
import { useVote } from '../../features/claims/use-vote.ts';
import styles from './card-actions.module.css';

/** Toolbar at the edge of the hovered or focused card: vote, support, attack, comment, more. */
export function CardActions({ claim }: { claim: Claim }) {
  const edge = useRef<HTMLDivElement>(null);
  const [isBelow, setBelow] = useState(false);
  useLayoutEffect(() => {
    const map = edge.current?.closest('[role="tree"]');
    if (edge.current && map) setBelow(topOf(edge.current) < topOf(map));
  }, []);
  return (
    <div ref={edge} className={styles.edge} data-below={isBelow ? '' : undefined}>
      <Actions claim={claim} />
    </div>
  );
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
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
        onClick={() => vote(claim.id, answer)}
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
