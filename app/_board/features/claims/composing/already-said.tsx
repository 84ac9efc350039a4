'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { excerpt } from '#app/_board/core/claims/excerpt.ts';
import { followClaims } from '#app/_board/core/claims/follow-claims.ts';
import { useClaim, useIsModerator, useMay, useOwnVote } from '#app/_board/core/claims/use-claim.ts';
import { useReadable } from '#app/_board/core/claims/use-readable.ts';
import { useBoard, useBoardStore } from '#app/_board/core/store/board-context.tsx';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import type { Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAddingLocked } from '#domain/debate/locks/locks.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import type { ClaimIndex } from '#domain/search/claim-index.ts';
import { saidAlready, stillOffered } from '#domain/search/said-already.ts';
import styles from './already-said.module.css';

/** Milliseconds without a key after which similar claims are looked for: none appears while someone types. */
const PAUSE = 500;
/** Fewest characters with which similar claims are looked for. */
const LEAST = 6;

export interface AlreadySaidProps {
  readonly target: Target;
  readonly relation: Relation;
  readonly text: string;
  /** Moves what is written to a reply to a claim. */
  readonly onReply: (claimId: string) => void;
  /** Agrees with a claim instead. */
  readonly onAgree: (claimId: string) => void;
}

/** Claims that may say what is being written, below the form: nothing there moves what one writes or reaches for. */
export default function AlreadySaid({ onReply, onAgree, ...draft }: AlreadySaidProps) {
  const t = useMessages('composer');
  const [isHidden, setHidden] = useState(false);
  const said = useSaid(draft);
  const isListed = said.length > 0 && !isHidden;
  const announced = useRef(0);
  if (!isListed) announced.current = 0;
  else if (announced.current === 0) announced.current = said.length;
  const heading = useId();
  return (
    <>
      <VisuallyHidden>
        {/* Read out once: the sentence stays the same while claims are listed. */}
        <p role="status">{announced.current > 0 && t('saidAnnounced', { count: announced.current })}</p>
      </VisuallyHidden>
      {isListed && (
        <section className={styles.said} aria-labelledby={heading}>
          <div className={styles.head}>
            <h3 id={heading} className={styles.heading}>
              {t('said')}
            </h3>
            <Button
              look="quiet"
              size="small"
              onClick={({ currentTarget }) => {
                currentTarget.form?.querySelector('textarea')?.focus();
                setHidden(true);
              }}
            >
              {t('saidHide')}
            </Button>
          </div>
          <ul className={styles.claims}>
            {said.map((claimId) => (
              <SaidClaim key={claimId} claimId={claimId} onReply={onReply} onAgree={onAgree} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface SaidClaimProps extends Pick<AlreadySaidProps, 'onReply' | 'onAgree'> {
  readonly claimId: string;
}

function SaidClaim({ claimId, onReply, onAgree }: SaidClaimProps) {
  const t = useMessages('composer');
  const readable = useReadable();
  const claim = useClaim(claimId);
  const own = useOwnVote(claim ?? { id: claimId, wording: 0 });
  const mayVote = useMay('vote.cast');
  const isModerator = useIsModerator();
  const isLocked = useBoard(({ replica: { view } }) => isAddingLocked(view, { kind: 'claim', id: claimId }));
  const isOpen = !isLocked || isModerator;
  if (!claim) return null;
  const words = readable(claim.text);
  const text = excerpt(words, 60);
  const agrees = own?.answer === 'agree' && !own.earlier;
  return (
    <li className={styles.claim}>
      <p className={styles.words} dir="auto">
        {excerpt(words, 160)}
      </p>
      <p className={styles.acts}>
        {isOpen && (
          <Button
            look="quiet"
            size="small"
            aria-label={t('replyHint', { text })}
            onClick={() => onReply(claimId)}
          >
            {t('reply')}
          </Button>
        )}
        {mayVote && agrees && <span className={styles.own}>{t('agrees')}</span>}
        {mayVote && isOpen && !agrees && (
          <Button
            look="quiet"
            size="small"
            aria-label={t('agreeHint', { text })}
            onClick={() => onAgree(claimId)}
          >
            {t('agree')}
          </Button>
        )}
      </p>
    </li>
  );
}

/** Returns the ids of claims similar to the draft, a moment after the last key, and as claims change. */
function useSaid({ target, relation, text }: Pick<AlreadySaidProps, 'target' | 'relation' | 'text'>) {
  const store = useBoardStore();
  const view = useBoard(({ replica }) => replica.view);
  const author = useBoard(({ replica }) => replica.participantId);
  const [said, setSaid] = useState<readonly string[]>([]);
  useEffect(() => {
    if (text.trim().length < LEAST) return setSaid([]);
    function* search(now: DebateState, index: ClaimIndex): Steps<string[]> {
      yield;
      return saidAlready(now, index, { target, relation, text, author });
    }
    let end = () => {};
    const wait = window.setTimeout(() => {
      end = followClaims(store, search, setSaid, () => PAUSE);
    }, PAUSE);
    return () => {
      window.clearTimeout(wait);
      end();
    };
  }, [store, target, relation, text, author]);
  return stillOffered(view, said, { target, author });
}
