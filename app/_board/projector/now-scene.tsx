'use client';

import { useDeferredValue, useMemo } from 'react';
import { phaseOf } from '../../../domain/debate/phases.ts';
import type { Claim } from '../../../domain/debate/records/claim.ts';
import type { DebateState } from '../../../domain/debate/state.ts';
import { isShown } from '../../../domain/debate/tree.ts';
import { hueStyle } from '../../_ui/hue.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { AllowedInPhase } from '../agenda/phase-part.tsx';
import { usePosition, usePositions } from '../claim/use-claim.ts';
import { useReadable } from '../claim/use-readable.ts';
import { useBoard } from '../store/board-context.tsx';
import { Answers } from './lit-claim.tsx';
import styles from './stage-board.module.css';

/** Newest claims that a room takes in at once. */
const SHOWN = 3;

/** What is going on: the motion, what people may do now, the newest claims, and the positions with how much each has. */
export function NowScene() {
  const t = useMessages('stage');
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  const phase = useBoard(({ replica }) => phaseOf(replica.view));
  const view = useDeferredValue(useBoard(({ replica }) => replica.view));
  const standing = useMemo(() => standingClaims(view), [view]);
  const positions = usePositions();
  return (
    <section className={styles.scene} aria-label={t('motion')} data-scene="now">
      <h1 className={styles.motion} data-small={standing.length > 0 ? '' : undefined} dir="auto">
        {motion}
      </h1>
      {phase && (
        <div className={styles.task}>
          <AllowedInPhase phase={phase} />
        </div>
      )}
      <ul className={styles.positions}>
        {positions.map(({ id, name, hue }) => {
          const count = standing.filter(({ positionId }) => positionId === id).length;
          return (
            <li key={id} style={{ borderColor: `var(--hue-${hue})` }}>
              <span dir="auto">{name}</span>
              {count > 0 && <span className={styles.faint}> {t('claims', { count })}</span>}
            </li>
          );
        })}
      </ul>
      {standing.length > 0 && (
        <section className={styles.newest}>
          <h2>{t('newest')}</h2>
          <ol>
            {standing.slice(0, SHOWN).map((claim) => (
              <NewClaim key={claim.id} claim={claim} />
            ))}
          </ol>
        </section>
      )}
    </section>
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

/** The claims that stand, the newest first. */
function standingClaims(view: DebateState): Claim[] {
  return [...view.claims.values()]
    .filter((claim) => !claim.retracted && isShown(view, claim))
    .sort((a, b) => b.at - a.at);
}
