'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { focusHeadingOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { ChevronIcon } from '#app/_ui/icons.tsx';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { ConflictingVotes } from '#domain/debate/votes/conflicting-votes.ts';
import { currentAnswer } from '#domain/debate/votes/guided-order.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { ResearchNote } from '../../core/claims/research-note.tsx';
import { TallyBar } from '../../core/claims/tally-bar.tsx';
import { useClaim, useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useTextOf } from '../../core/claims/use-target.ts';
import { roleReasonAgainst } from '../../core/commands/role-reason.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { ConflictingClaims } from './conflicting-claims.tsx';
import { GuidedClaim } from './guided-claim.tsx';
import { GuidedSheet } from './guided-sheet.tsx';
import styles from './guided-voting.module.css';
import { useGuidedKeys } from './use-guided-keys.ts';
import { useGuidedVoting, type GuidedVoting as Voting } from './use-guided-voting.ts';

interface GuidedVotingProps {
  /** The connection's state, on a phone, where the header is covered. */
  readonly status?: ReactNode;
}

/**
 * One claim after another, with what it answers, until the viewer has voted on all of the debate or of a branch. Others' votes on a claim
 * show once the viewer has voted on it.
 */
export default function GuidedVoting({ status }: GuidedVotingProps) {
  const guided = useViewPart((parts) => parts.guided);
  const branch = guided?.branch ?? null;
  return <Guided key={branch} branch={branch} status={status} />;
}

function Guided({ branch, status }: { branch: string | null; status: ReactNode }) {
  const voting = useGuidedVoting({ branch });
  const { guide } = useViewActs();
  const mayVote = useMay('vote.cast');
  const [compared, setCompared] = useState<readonly ConflictingVotes[] | null>(null);
  const asks = mayVote && compared === null && voting.current !== null;
  useGuidedKeys({
    ...(asks && { answer: voting.vote, skip: voting.skip }),
    ...(mayVote && compared === null && voting.canGoBack && { back: voting.back }),
    leave: () => (compared === null ? guide(null) : setCompared(null)),
  });
  return (
    <Progress branch={branch} status={status} progress={mayVote ? voting : null}>
      {!mayVote ? (
        <NoVoting />
      ) : compared !== null ? (
        <ConflictingClaims pairs={compared} onBack={() => setCompared(null)} />
      ) : (
        <Asking voting={voting} onCompare={setCompared} />
      )}
    </Progress>
  );
}

interface ProgressProps {
  readonly branch: string | null;
  readonly status: ReactNode;
  readonly progress: Pick<Voting, 'voted' | 'total'> | null;
  readonly children: ReactNode;
}

/** The progress, above the claim or the end. */
function Progress({ branch, status, progress, children }: ProgressProps) {
  const t = useMessages('guided');
  const about = useTextOf(branch);
  return (
    <GuidedSheet
      bar={
        <>
          {about !== '' && (
            <p className={styles.branch} dir="auto">
              {excerpt(about, 60)}
            </p>
          )}
          {progress && progress.total > 0 && (
            <p className={styles.progress}>
              {t('progress', { voted: progress.voted, total: progress.total })}
            </p>
          )}
          {status}
        </>
      }
    >
      {progress && progress.total > 0 && (
        <progress
          className={styles.track}
          aria-label={t('progressLabel')}
          max={progress.total}
          value={progress.voted}
        />
      )}
      {children}
    </GuidedSheet>
  );
}

/** The claim in view with its answers, or the end. */
function Asking({
  voting,
  onCompare,
}: {
  voting: Voting;
  onCompare: (pairs: readonly ConflictingVotes[]) => void;
}) {
  const t = useMessages('guided');
  const claim = useClaim(voting.current ?? '');
  const top = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const id = claim?.id;
  // Screen readers read the next claim, and its beginning is in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
    top.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <>
      <div className={styles.body} ref={body}>
        <Receipt voting={voting} onCompare={onCompare} />
        {claim ? (
          <GuidedClaim claim={claim} ref={top} />
        ) : (
          <End voting={voting} ref={top} onCompare={onCompare} />
        )}
        {claim && <OthersVotes claim={claim} className={styles.others} />}
      </div>
      {(claim || voting.canGoBack) && (
        <div className={styles.thumb} data-at-thumb="">
          {claim && (
            <Stack gap={2}>
              <Answers claim={claim} voting={voting} />
              <ResearchNote />
            </Stack>
          )}
          <div className={styles.steps}>
            <Button look="quiet" className={styles.back} disabled={!voting.canGoBack} onClick={voting.back}>
              <ChevronIcon />
              {t('back')}
            </Button>
            {claim && (
              <Button look="quiet" className={styles.skip} onClick={voting.skip}>
                <SkipLabel claim={claim} />
                <ChevronIcon />
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

function useAnswer(claim: Claim) {
  return useBoard(({ replica }) => currentAnswer(replica.view, claim, replica.participantId));
}

function Answers({ claim, voting }: { claim: Claim; voting: Voting }) {
  const given = useAnswer(claim);
  return <AnswerButtons given={given} hasKeys onAnswer={voting.vote} />;
}

function SkipLabel({ claim }: { claim: Claim }) {
  const t = useMessages('guided');
  return t(useAnswer(claim) === null ? 'skip' : 'next');
}

/** The votes on a claim, once the viewer has voted on it. */
function OthersVotes({ claim, className }: { claim: Claim; className?: string }) {
  const given = useAnswer(claim);
  if (given === null) return null;
  return (
    <p className={className}>
      <TallyBar tally={claim.tally} />
    </p>
  );
}

/**
 * One line about the claim before: the viewer's vote and others', and, gently, another own vote that it conflicts with. Only what the
 * viewer did is announced: others' votes change all the time.
 */
function Receipt({
  voting: { last, conflicts },
  onCompare,
}: {
  voting: Voting;
  onCompare: (pairs: readonly ConflictingVotes[]) => void;
}) {
  const t = useMessages('guided');
  const claim = useClaim(last ?? '');
  const pairs = conflicts.filter(({ claimId, attackerId }) => claimId === last || attackerId === last);
  const isAttacker = pairs.some(({ attackerId }) => attackerId === last);
  return (
    <div className={styles.receipt}>
      <div className={styles.voted}>
        <p role="status">{claim ? <VotedOn claim={claim} /> : t('hint')}</p>
        {claim && <OthersVotes claim={claim} />}
      </div>
      <div className={pairs.length > 0 ? styles.conflict : undefined}>
        <p role="status">{pairs.length > 0 && t(isAttacker ? 'conflictAttacker' : 'conflictClaim')}</p>
        {pairs.length > 0 && (
          <Button size="small" onClick={() => onCompare(pairs)}>
            {t('compare')}
          </Button>
        )}
      </div>
    </div>
  );
}

function VotedOn({ claim }: { claim: Claim }) {
  const t = useMessages('guided');
  const readable = useReadable();
  const given = useAnswer(claim);
  if (given === null) return null;
  return (
    <>
      <strong data-answer={given}>{t('voted', { answer: given })}</strong>{' '}
      <bdi>{excerpt(readable(claim.text), 90)}</bdi>
    </>
  );
}

/** Nothing is left to ask: what was skipped, what came since, where own votes conflict. */
function End({
  voting,
  ref,
  onCompare,
}: {
  voting: Voting;
  ref: React.Ref<HTMLHeadingElement>;
  onCompare: (pairs: readonly ConflictingVotes[]) => void;
}) {
  const t = useMessages('guided');
  const { guide, analyse } = useViewActs();
  const { total, left, skipped, conflicts } = voting;
  return (
    <div className={styles.end}>
      <h3 className={styles.heading} tabIndex={-1} ref={ref}>
        {t(total === 0 ? 'nothing' : left > 0 ? 'endMore' : skipped > 0 ? 'endSkipped' : 'end', {
          total,
          skipped,
        })}
      </h3>
      {conflicts.length > 0 && <p>{t('conflictCount', { count: conflicts.length })}</p>}
      <div className={styles.ways}>
        {left > 0 && (
          <Button look="primary" onClick={voting.goOn}>
            {t('more', { count: left })}
          </Button>
        )}
        {skipped > 0 && (
          <Button look={left > 0 ? 'plain' : 'primary'} onClick={voting.returnToSkipped}>
            {t('returnToSkipped')}
          </Button>
        )}
        {conflicts.length > 0 && <Button onClick={() => onCompare(conflicts)}>{t('compareAll')}</Button>}
        {total > 0 && <Button onClick={() => analyse(true)}>{t('analysis')}</Button>}
        <Button look={left + skipped > 0 ? 'plain' : 'primary'} onClick={() => guide(null)}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}

/** Why the viewer can't vote here now. */
function NoVoting() {
  const t = useMessages('guided');
  const panel = useMessages('panel');
  const { guide } = useViewActs();
  const isOpen = useIsDebateOpen();
  const reason = useBoard((state) => roleReasonAgainst(state, 'vote.cast'));
  return (
    <div className={joinClasses(styles.end, styles.alone)}>
      <h3 className={styles.heading} tabIndex={-1} ref={focusHeadingOnMount}>
        {!isOpen ? t('closed') : reason === 'phase' || reason === null ? t('notNow') : panel(reason)}
      </h3>
      <div className={styles.ways}>
        <Button look="primary" onClick={() => guide(null)}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
