'use client';

import type { MouseEvent } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { ancestorsOf, laneOf } from '#domain/debate/map/tree.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../core/claims/excerpt.ts';
import { useReadable } from '../core/claims/use-readable.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { branchAddress } from '../core/view/branch-address.ts';
import styles from './lines/outline.module.css';

interface WayUpProps {
  /** The claim or position at which the branch begins. */
  readonly id: string;
  /** Goes there within the page; `null`: to the whole debate. Absent: each is a separate page. */
  readonly onGo?: ((id: string | null) => void) | undefined;
}

/** Path from a branch back to the motion: the whole debate, its position, and the claims above it, each a link. */
export function WayUp({ id: branch, onGo }: WayUpProps) {
  const t = useMessages('outline');
  const readable = useReadable();
  const debateId = useBoard((state) => state.debateId);
  const state = useBoard(({ replica }) => replica.view);
  const position = state.positions.get(laneOf(state, branch) ?? '');
  const go = (id: string | null) => (event: MouseEvent) => {
    if (!onGo || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onGo(id);
  };
  return (
    <nav className={styles.way} aria-label={t('way')}>
      <ol>
        <li>
          <a href={debateAddress(debateId)} onClick={go(null)}>
            {t('whole')}
          </a>
        </li>
        {position && (
          <li>
            <a href={`${debateAddress(debateId)}#${position.id}`} dir="auto" onClick={go(position.id)}>
              {position.name}
            </a>
          </li>
        )}
        {above(state, branch).map(({ id, text }) => (
          <li key={id}>
            <a href={branchAddress(debateId, id)} dir="auto" onClick={go(id)}>
              {excerpt(readable(text), 60)}
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
