'use client';

import type { Ref } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { canSwitchSides } from '#domain/debate/participants/teams.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './agenda-section.module.css';
import { PRESETS, presetPhases } from './presets.ts';
import type { AgendaActs } from './use-agenda.ts';

interface PresetChoiceProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly acts: AgendaActs;
}

/** Explains agendas, and offers some to start from. */
export function PresetChoice({ heading, acts }: PresetChoiceProps) {
  const t = useMessages('agenda');
  // Without teams nobody could switch sides.
  const canSwitch = useBoard(({ replica }) => canSwitchSides(replica.view));
  return (
    <section className={styles.part}>
      <p>{t('empty')}</p>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('begin')}
      </h3>
      {PRESETS.filter((preset) => preset !== 'switch' || canSwitch).map((preset) => (
        <Button key={preset} onClick={() => acts.set(presetPhases(preset))}>
          {t('preset', { preset })}
        </Button>
      ))}
      <RejectionNote rejection={acts.refusal} />
    </section>
  );
}
