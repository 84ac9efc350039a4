'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { presentedIn, switchesSides } from '#domain/debate/participants/teams.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { teamOf } from '#domain/debate/positions/team-of.ts';
import { usePosition, usePositions } from '../../core/claims/use-claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './agenda.module.css';

/** In a phase in which teams switch sides: the position that the viewer writes for now; without a team, which team writes for which. */
export function SwitchedSides({ phase }: { phase: Phase }) {
  const t = useMessages('steelmen');
  const isOn = useBoard(({ replica: { view } }) => view.agenda?.at === phase.id && switchesSides(view));
  const team = useBoard(({ replica: { view, participantId } }) =>
    participantId === null ? null : teamOf(view, participantId),
  );
  const positions = useBoard(({ replica }) => replica.view.positions);
  const teams = usePositions();
  const presented = useMemo(
    () => new Map(teams.map(({ id }) => [id, presentedIn({ positions }, phase, id)])),
    [teams, positions, phase],
  );
  const own = usePosition(team === null ? null : presented.get(team));
  if (!isOn) return null;
  if (own) return <Sentence words={t('youWriteFor', { position: own.name })} />;
  return teams.map(({ id, name }) => {
    const position = positions.get(presented.get(id) ?? '')?.name;
    return position && <Sentence key={id} words={t('teamWritesFor', { team: name, position })} />;
  });
}

function Sentence({ words }: { words: string }) {
  return (
    <strong className={styles.switched} dir="auto">
      <span aria-hidden="true">⇄</span> {words}{' '}
    </strong>
  );
}
