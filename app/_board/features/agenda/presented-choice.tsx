'use client';

import { Field } from '#app/_ui/field.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { canSwitchSides } from '#domain/debate/participants/teams.ts';
import type { Phase, Presented } from '#domain/debate/phases/agenda.ts';
import { usePositions } from '../../core/claims/use-claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './agenda-section.module.css';

interface PresentedChoiceProps {
  readonly phase: Phase;
  readonly onChoose: (presents: readonly Presented[]) => void;
}

/** Chooses the position that each team presents in a phase; two teams have no choice. */
export function PresentedChoice({ phase, onChoose }: PresentedChoiceProps) {
  const t = useMessages('steelmen');
  const positions = usePositions();
  const canSwitch = useBoard(({ replica }) => canSwitchSides(replica.view));
  if (!canSwitch) return <Note>{t('onlyTeams')}</Note>;
  if (positions.length < 3) return null;
  const presents = phase.presents ?? [];
  const choose = (team: string, position: string) => {
    const others = presents.filter((one) => one.team !== team);
    onChoose(position === '' ? others : [...others, { team, position }]);
  };
  return (
    <fieldset className={styles.options}>
      <legend>{t('presents')}</legend>
      {positions.map((team) => (
        <Field key={team.id} label={t('presentsTeam', { team: team.name })}>
          {(tie) => (
            <select
              {...tie}
              value={presents.find((one) => one.team === team.id)?.position ?? ''}
              onChange={({ target }) => choose(team.id, target.value)}
            >
              <option value="">{t('next')}</option>
              {positions
                .filter(({ id }) => id !== team.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          )}
        </Field>
      ))}
    </fieldset>
  );
}
