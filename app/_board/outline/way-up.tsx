'use client';

import type { DebateState } from '../../../domain/debate/state.ts';
import { ancestorsOf, laneOf } from '../../../domain/debate/tree.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../claim/excerpt.ts';
import { useBoard } from '../store/board-context.tsx';
import { branchAddress } from './branch-address.ts';
import styles from './outline.module.css';

/** From a branch back to the motion: the whole debate, its position, and the claims above it, each a link. */
export function WayUp({ claimId }: { claimId: string }) {
  const t = useMessages('outline');
  const debateId = useBoard((state) => state.debateId);
  const state = useBoard(({ replica }) => replica.view);
  const position = state.positions.get(laneOf(state, claimId) ?? '');
  return (
    <nav className={styles.way} aria-label={t('way')}>
      <ol>
        <li>
          <a href={`/debates/${debateId}`}>{t('whole')}</a>
        </li>
        {position && (
          <li>
            <a href={`/debates/${debateId}#${position.id}`} dir="auto">
              {position.name}
            </a>
          </li>
        )}
        {above(state, claimId).map(({ id, text }) => (
          <li key={id}>
            <a href={branchAddress(debateId, id)} dir="auto">
              {excerpt(text, 60)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function above(state: DebateState, claimId: string) {
  return ancestorsOf(state, claimId)
    .reverse()
    .flatMap((id) => state.claims.get(id) ?? []);
}
