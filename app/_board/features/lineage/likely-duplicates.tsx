'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { mergeDirections } from '#domain/debate/lineage/merge-directions.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { childrenOf, isShown } from '#domain/debate/map/tree.ts';
import { hidesClaims } from '#domain/debate/phases/phases.ts';
import { NO_VOTES } from '#domain/debate/votes/vote.ts';
import type { SimilarPair } from '#domain/search/claim-index.ts';
import { isLikelyDuplicate } from '#domain/search/said-already.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useVotesSaid } from '../../core/claims/use-votes-said.ts';
import { usePerform } from '../../core/commands/use-perform.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { keepDismissed, nameOfPair, readDismissed } from './dismissed-pairs.ts';
import { followDuplicates } from './follow-duplicates.ts';
import styles from './likely-duplicates.module.css';

/** Most pairs shown at once: the likeliest. */
const SHOWN = 20;

/**
 * Pairs of claims that may say the same, side by side, each merged or dismissed with one press: a line that unfolds once there are some;
 * with `always` unfolded, also if there are none. In a blind phase no pair is looked for, and there is no line.
 */
export default function LikelyDuplicates({ always = false }: { always?: boolean }) {
  const t = useMessages('lineage');
  const isBlind = useBoard(({ replica }) => hidesClaims(replica.view));
  const { pairs, dismiss } = usePairs(isBlind);
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  const hadPairs = useRef(always);
  if (pairs !== null && pairs.length > 0) hadPairs.current = true;
  if (!hadPairs.current || (isBlind && !always)) return null;
  /** The focus goes on to the next pair, and after the last to the list as a whole. */
  const leave = (name: string) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-pair]') ?? [])];
    const at = items.findIndex(({ dataset }) => dataset.pair === name);
    (items[at + 1] ?? items[at - 1] ?? list.current)?.focus();
  };
  const shown = isBlind || pairs === null ? [] : pairs.slice(0, SHOWN);
  const more = isBlind || pairs === null ? 0 : pairs.length - shown.length;
  const content = (
    <>
      <Note>{t(isBlind ? 'duplicatesBlind' : noteOn(pairs))}</Note>
      {shown.length > 0 && (
        <ul className={styles.pairs}>
          {shown.map(({ name, ids }) => (
            <Pair
              key={name}
              name={name}
              ids={ids}
              onLeave={() => leave(name)}
              onDismiss={() => dismiss(name)}
            />
          ))}
        </ul>
      )}
      {more > 0 && <Note>{t('duplicatesMore', { count: more })}</Note>}
    </>
  );
  return (
    <section ref={list} className={styles.duplicates} tabIndex={-1} aria-label={t('duplicates')}>
      {always ? (
        <>
          <h3>{t('duplicates')}</h3>
          {content}
        </>
      ) : (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary className={styles.count}>{t('duplicatesCount', { count: shown.length + more })}</summary>
          {isOpen && content}
        </details>
      )}
    </section>
  );
}

function noteOn(pairs: readonly NamedPair[] | null) {
  if (pairs === null) return 'duplicatesSought';
  return pairs.length === 0 ? 'duplicatesNone' : 'duplicatesHint';
}

interface NamedPair extends SimilarPair {
  readonly name: string;
}

/** Returns the likely duplicates that were not dismissed; `null`: they are looked for. */
function usePairs(isBlind: boolean): {
  pairs: readonly NamedPair[] | null;
  dismiss: (name: string) => void;
} {
  const store = useBoardStore();
  const debateId = useBoard((state) => state.debateId);
  const view = useBoard(({ replica }) => replica.view);
  const [found, setFound] = useState<readonly SimilarPair[] | null>(null);
  const [dismissed, setDismissed] = useState<readonly string[]>(() => readDismissed(debateId));
  // Each search begins without a rest, so the one after a reveal does, too.
  useEffect(() => (isBlind ? undefined : followDuplicates(store, setFound)), [store, isBlind]);
  const pairs = found
    ?.map((pair) => ({ ...pair, name: nameOfPair(view, pair.ids) }))
    .filter(({ name, ids: [a, b] }) => !dismissed.includes(name) && isLikelyDuplicate(view, a, b));
  return { pairs: pairs ?? null, dismiss: (name) => setDismissed(keepDismissed(debateId, name)) };
}

interface PairProps {
  readonly name: string;
  readonly ids: readonly [string, string];
  /** Called before the pair leaves the list. */
  readonly onLeave: () => void;
  readonly onDismiss: () => void;
}

function Pair({ name, ids: [first, second], onLeave, onDismiss }: PairProps) {
  const t = useMessages('lineage');
  const excerptOf = useExcerptOf();
  const [a, b] = [excerptOf(useClaim(first)), excerptOf(useClaim(second))];
  return (
    <li className={styles.pair} data-pair={name} tabIndex={-1}>
      <div className={styles.sides}>
        <Half claimId={first} other={second} onLeave={onLeave} />
        <Half claimId={second} other={first} onLeave={onLeave} />
      </div>
      <Button
        look="quiet"
        size="small"
        aria-label={t('notDuplicatesHint', { a, b })}
        onClick={() => {
          onLeave();
          onDismiss();
        }}
      >
        {t('notDuplicates')}
      </Button>
    </li>
  );
}

/** Returns a function that gives the beginning of a claim, for the names of buttons. */
function useExcerptOf(): (claim: Claim | undefined) => string {
  const readable = useReadable();
  return (claim) => excerpt(readable(claim?.text ?? ''), 60);
}

interface HalfProps {
  readonly claimId: string;
  readonly other: string;
  readonly onLeave: () => void;
}

/** One claim of a pair, and the button by which it stays. */
function Half({ claimId, other, onLeave }: HalfProps) {
  const t = useMessages('lineage');
  const perform = usePerform();
  const readable = useReadable();
  const excerptOf = useExcerptOf();
  const claim = useClaim(claimId);
  const merged = useClaim(other);
  const votes = useVotesSaid(claim?.tally ?? NO_VOTES);
  const replies = useBoard(
    ({ replica: { view } }) =>
      childrenOf(view, { kind: 'claim', id: claimId }).filter((child) => isShown(view, child)).length,
  );
  const mayStay = useBoard(({ replica: { view } }) =>
    mergeDirections(view, other, claimId).includes('other'),
  );
  if (!claim || !merged) return null;
  const text = excerptOf(claim);
  const merge = () =>
    perform([{ type: 'claim.merge', claimId: other, into: claimId }], t('mergedToast', { text }), onLeave);
  return (
    <div className={styles.side}>
      <p className={styles.words} dir="auto">
        {readable(claim.text)}
      </p>
      <Note>{t('pairCounts', { replies, votes })}</Note>
      {mayStay && (
        <Button size="small" aria-label={t('keepHint', { text, other: excerptOf(merged) })} onClick={merge}>
          {t('keep')}
        </Button>
      )}
    </div>
  );
}
