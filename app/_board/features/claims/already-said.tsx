'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { inSlices } from '#app/_ui/in-slices.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { saidAlready } from '#domain/search/said-already.ts';
import { claimIndexOf } from '../../core/claims/claim-index-of.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim, useMay, useMergedInto, useOwnVote } from '../../core/claims/use-claim.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
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
  const announced = useRef(0);
  if (announced.current === 0 && !isHidden) announced.current = said.length;
  const heading = useId();
  return (
    <>
      <VisuallyHidden>
        {/* Read out once: the sentence stays the same while more is typed. */}
        <p role="status">{announced.current > 0 && t('saidAnnounced', { count: announced.current })}</p>
      </VisuallyHidden>
      {said.length > 0 && !isHidden && (
        <section className={styles.said} aria-labelledby={heading}>
          <div className={styles.head}>
            <h3 id={heading} className={styles.heading}>
              {t('said')}
            </h3>
            <Button look="quiet" size="small" onClick={() => setHidden(true)}>
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
  const claim = useClaim(claimId);
  const isMerged = useMergedInto(claimId) !== undefined;
  const own = useOwnVote(claim ?? { id: claimId, wording: 0 });
  const mayVote = useMay('vote.cast');
  if (!claim || claim.retracted || isMerged) return null;
  const text = excerpt(claim.text, 60);
  const agrees = own?.answer === 'agree' && !own.earlier;
  return (
    <li className={styles.claim}>
      <p className={styles.words} dir="auto">
        {excerpt(claim.text, 160)}
      </p>
      <p className={styles.acts}>
        <Button
          look="quiet"
          size="small"
          aria-label={t('replyHint', { text })}
          onClick={() => onReply(claimId)}
        >
          {t('reply')}
        </Button>
        {mayVote && agrees && <span className={styles.own}>{t('agrees')}</span>}
        {mayVote && !agrees && (
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

/** Returns the ids of claims similar to the draft, a moment after the last key. */
function useSaid({ target, relation, text }: Pick<AlreadySaidProps, 'target' | 'relation' | 'text'>) {
  const store = useBoardStore();
  const [said, setSaid] = useState<readonly string[]>([]);
  useEffect(() => {
    if (text.trim().length < LEAST) return setSaid([]);
    let isOver = false;
    let cancel = () => {};
    const look = async () => {
      const index = await claimIndexOf(store);
      if (isOver) return;
      const { view, participantId: author } = store.state().replica;
      cancel = inSlices(index.update(view), () =>
        setSaid(saidAlready(view, index, { target, relation, text, author })),
      );
    };
    const wait = window.setTimeout(look, PAUSE);
    return () => {
      isOver = true;
      window.clearTimeout(wait);
      cancel();
    };
  }, [store, target, relation, text]);
  return said;
}
