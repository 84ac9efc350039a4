'use client';

import { useMessages } from '../../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../../claim/rejection-note.tsx';
import styles from './agenda.module.css';
import { BallotsChoice } from './ballots-choice.tsx';
import { NowPart } from './now-part.tsx';
import { PhaseList } from './phase-list.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { useAgenda } from './use-agenda.ts';

/** The phases of the debate: which one is on, what comes next, and the agenda itself. */
export function AgendaSection() {
  const t = useMessages('agenda');
  const acts = useAgenda();
  const { phases } = acts.agenda;
  return (
    <div className={styles.agenda}>
      {phases.length === 0 ? (
        <PresetChoice acts={acts} />
      ) : (
        <>
          <NowPart acts={acts} />
          <RejectionNote rejection={acts.refusal} />
          <PhaseList acts={acts} />
        </>
      )}
      <BallotsChoice />
      {phases.length > 0 && <p className={styles.hint}>{t('reuse')}</p>}
    </div>
  );
}
