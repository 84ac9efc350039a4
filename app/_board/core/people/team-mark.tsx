'use client';

import { hueStyle } from '#app/_ui/people/hue.ts';
import { teamOf } from '#domain/debate/positions/team-of.ts';
import { usePosition } from '../claims/use-claim.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './people.module.css';

/** The position a person speaks for, beside their name; nothing if they speak for none. */
export function TeamMark({ id }: { id: string }) {
  const position = usePosition(useBoard(({ replica }) => teamOf(replica.view, id)));
  if (!position) return null;
  return (
    <span className={styles.team} style={hueStyle(position.hue)} dir="auto">
      {position.name}
    </span>
  );
}
