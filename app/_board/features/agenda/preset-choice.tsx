'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import styles from './agenda-section.module.css';
import { PRESETS, presetPhases } from './presets.ts';
import type { AgendaActs } from './use-agenda.ts';

/** Explains agendas, and offers some to start from. */
export function PresetChoice({ acts }: { acts: AgendaActs }) {
  const t = useMessages('agenda');
  return (
    <section className={styles.part}>
      <p>{t('empty')}</p>
      <h3 className={styles.heading}>{t('begin')}</h3>
      {PRESETS.map((preset) => (
        <Button key={preset} onClick={() => acts.set(presetPhases(preset))}>
          {t('preset', { preset })}
        </Button>
      ))}
      <RejectionNote rejection={acts.refusal} />
    </section>
  );
}
