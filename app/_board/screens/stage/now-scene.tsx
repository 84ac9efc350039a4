'use client';

import { useRef } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { isShown } from '#domain/debate/map/tree.ts';
import { phaseOf, runningAgenda } from '#domain/debate/phases/phases.ts';
import type { BranchCounts } from '#domain/front/claims-below.ts';
import type { StageLane } from '#domain/front/stage-lanes.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { SteelmanMark } from '../../core/claims/steelman-mark.tsx';
import { TallyBar } from '../../core/claims/tally-bar.tsx';
import { useClaim, usePosition } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useTalliesHidden } from '../../core/claims/use-tallies-hidden.ts';
import { useBearing } from '../../core/claims/use-target.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { AllowedInPhase } from '../../features/agenda/phase-part.tsx';
import { DirectArguments } from '../../features/claims/direct-arguments.tsx';
import { Answers } from './lit-claim.tsx';
import styles from './now-scene.module.css';
import stage from './stage-board.module.css';
import { useStageLanes } from './use-stage-lanes.ts';

/** Maximum number of newest claims. */
const NEWEST = 2;
/** Number of first-level claims up to which they are larger. */
const FEW = 4;
/** Motions longer than this many characters use a smaller size. */
const LONG_MOTION = 120;

/** The idle stage is the front of the debate: the motion, and each position with its first-level claims in whole sentences. */
export function NowScene() {
  const t = useMessages('stage');
  const scene = useRef<HTMLElement>(null);
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  const phase = useBoard(({ replica }) => phaseOf({ agenda: runningAgenda(replica.view) }));
  const { view, lanes, isTight, countsOf } = useStageLanes(scene, `${motion}\n${phase?.id}\n${phase?.note}`);
  const isFew = lanes.reduce((sum, { shown, more }) => sum + shown.length + more, 0) <= FEW;
  const isEmpty = lanes.every(({ shown, more }) => shown.length + more === 0);
  const newest = isTight ? [] : newestClaims(view, new Set(lanes.flatMap(({ shown }) => shown)));
  return (
    <section
      ref={scene}
      className={stage.scene}
      aria-label={t('motion')}
      data-scene="now"
      data-few={isFew || undefined}
    >
      <h1 className={styles.motion} data-long={motion.length > LONG_MOTION || undefined} dir="auto">
        {motion}
      </h1>
      {phase && (
        <div className={stage.task}>
          <AllowedInPhase phase={phase} />
        </div>
      )}
      <div className={styles.lanes} data-empty={isEmpty || undefined}>
        {lanes.map((lane) => (
          <Lane key={lane.position.id} lane={lane} countsOf={countsOf} />
        ))}
      </div>
      {newest.length > 0 && (
        <section className={styles.newest} aria-label={t('newest')}>
          <h2>{t('newest')}</h2>
          <ol>
            {newest.map((claim) => (
              <NewClaim key={claim.id} claim={claim} />
            ))}
          </ol>
        </section>
      )}
    </section>
  );
}

interface LaneProps {
  readonly lane: StageLane;
  readonly countsOf: (id: string) => BranchCounts;
}

function Lane({ lane: { position, shown, more }, countsOf }: LaneProps) {
  const t = useMessages('stage');
  const { id, name, hue } = position;
  const { below } = countsOf(id);
  return (
    <section className={styles.lane} style={hueStyle(hue)} aria-label={name}>
      <div className={styles.position}>
        <h2 dir="auto">{name}</h2>
        <p className={stage.faint}>{t('claims', { count: below })}</p>
      </div>
      <div className={styles.claims}>
        <ol>
          {shown.map((claimId) => (
            <Row key={claimId} id={claimId} counts={countsOf(claimId)} />
          ))}
        </ol>
        {more > 0 && <p className={styles.more}>{t('moreClaims', { count: more })}</p>}
      </div>
    </section>
  );
}

function Row({ id, counts }: { id: string; counts: BranchCounts }) {
  const t = useMessages('stage');
  const readable = useReadable();
  const claim = useClaim(id);
  const bearing = useBearing(id);
  const isHidden = useTalliesHidden();
  if (!claim) return null;
  const { agree, disagree, pass } = claim.tally;
  return (
    <li className={styles.row} data-claim={id} data-relation={bearing === 'support' ? 'support' : 'attack'}>
      <span className={styles.sign}>
        <BearingSign bearing={bearing} />
        <VisuallyHidden>{t(bearing === 'support' ? 'supports' : 'attacks')}</VisuallyHidden>
      </span>
      <div>
        <p dir="auto">{readable(claim.text)}</p>
        <SteelmanMark claim={claim} className={stage.faint} />
      </div>
      <div className={styles.counts}>
        {!isHidden && agree + disagree + pass > 0 && <TallyBar tally={claim.tally} />}
        <DirectArguments supports={counts.supports} attacks={counts.attacks} />
      </div>
    </li>
  );
}

function NewClaim({ claim }: { claim: Claim }) {
  const readable = useReadable();
  const position = usePosition(claim.positionId);
  return (
    <li style={position ? hueStyle(position.hue) : undefined}>
      <Answers claim={claim} />
      <p className={styles.newText} dir="auto">
        {readable(claim.text)}
      </p>
    </li>
  );
}

/** The newest standing claims that are not in the lanes. */
function newestClaims(view: DebateState, inLanes: ReadonlySet<string>): readonly Claim[] {
  const newest: Claim[] = [];
  for (const [, claim] of view.claims) {
    const oldest = newest.at(-1);
    if (newest.length === NEWEST && oldest && claim.at <= oldest.at) continue;
    if (claim.retracted || inLanes.has(claim.id) || !isShown(view, claim)) continue;
    newest.push(claim);
    newest.sort((a, b) => b.at - a.at);
    newest.length = Math.min(newest.length, NEWEST);
  }
  return newest;
}
