'use client';

import { type Ref, useRef, useState } from 'react';
import { useFormatter } from 'use-intl/react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { pollKindOf } from '#domain/debate/agenda/phase-poll.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Phase, PhaseKind } from '#domain/debate/phases/agenda.ts';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import styles from './agenda-section.module.css';
import { NowPart } from './now-part.tsx';
import { PhaseForm } from './phase-form.tsx';
import { newPhase } from './presets.ts';
import type { AgendaActs } from './use-agenda.ts';
import { useChangeKind } from './use-change-kind.ts';

interface PhaseListProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly acts: AgendaActs;
}

/** All phases in their order, the current one with its controls; to edit, and to add one. */
export function PhaseList({ heading, acts }: PhaseListProps) {
  const t = useMessages('agenda');
  const [edited, setEdited] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  /** The kind chosen in the open form, and not set yet. */
  const wanted = useRef<PhaseKind | null>(null);
  const changeKind = useChangeKind(acts);
  const { phases } = acts.agenda;
  const at = phases.findIndex(({ id }) => id === acts.agenda.at);
  const add = () => {
    const phase = newPhase('open_debate');
    if (edited !== null && wanted.current !== null) changeKind(edited, wanted.current, [phase]);
    else acts.set([...phases, phase]);
    setEdited(phase.id);
    setAdded(phase.id);
    wanted.current = null;
  };
  const edit = (id: string | null) => {
    setEdited(id);
    setAdded(null);
    if (edited !== null && wanted.current !== null) changeKind(edited, wanted.current);
    wanted.current = null;
  };
  const removed = () => {
    wanted.current = null;
    edit(null);
  };
  return (
    <section className={styles.part}>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('phases')}
      </h3>
      <ol className={styles.phases} aria-label={t('phases')}>
        {phases.map((phase, index) => (
          <li
            key={phase.id}
            className={styles.phase}
            aria-current={phase.id === acts.agenda.at ? 'step' : undefined}
            data-phase={phase.id}
            data-done={index < at || undefined}
          >
            <PhaseLine
              phase={phase}
              place={index + 1}
              isDone={index < at}
              acts={acts}
              edited={phase.id === edited}
              isNew={phase.id === added}
              onEdit={() => edit(phase.id === edited ? null : phase.id)}
              onWant={(kind) => {
                wanted.current = kind;
              }}
              onGone={removed}
            />
          </li>
        ))}
      </ol>
      {phases.length < LIMITS.phases && (
        <Row centered>
          <Button size="small" onClick={add}>
            {t('add')}
          </Button>
        </Row>
      )}
    </section>
  );
}

interface PhaseLineProps {
  readonly phase: Phase;
  readonly place: number;
  readonly isDone: boolean;
  readonly acts: AgendaActs;
  readonly edited: boolean;
  /** True if the viewer has just added it. */
  readonly isNew: boolean;
  readonly onEdit: () => void;
  readonly onWant: (kind: PhaseKind | null) => void;
  readonly onGone: () => void;
}

function PhaseLine({ phase, place, isDone, acts, edited, isNew, onEdit, onWant, onGone }: PhaseLineProps) {
  const t = useMessages('agenda');
  const phaseName = usePhaseName();
  const name = phaseName(phase);
  const on = phase.id === acts.agenda.at;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.number} aria-hidden="true">
          {isDone ? '✓' : place}
        </span>
        {on ? (
          <div className={styles.name}>
            <Note>{t('nowAt', { place, count: acts.agenda.phases.length })}</Note>
            <h3 className={styles.now} dir="auto">
              {name}
            </h3>
          </div>
        ) : (
          <span className={styles.name} dir="auto">
            {name}
            {isDone && <VisuallyHidden>{t('done')}</VisuallyHidden>}
          </span>
        )}
        {phase.minutes !== null && !edited && (
          <span className={styles.minutes}>{t('minutes', { minutes: phase.minutes })}</span>
        )}
        <Button
          size="small"
          look="quiet"
          aria-label={t('edit', { phase: name })}
          aria-expanded={edited}
          onClick={onEdit}
        >
          {edited ? t('close') : '…'}
        </Button>
      </div>
      {on && <NowPart acts={acts} />}
      {edited ? (
        <PhaseForm phase={phase} acts={acts} isNew={isNew} onWant={onWant} onGone={onGone} />
      ) : (
        <PhaseFacts phase={phase} />
      )}
    </>
  );
}

function PhaseFacts({ phase }: { phase: Phase }) {
  const t = useMessages('agenda');
  const format = useFormatter();
  const { may, hides } = phase;
  const poll = pollKindOf(phase);
  const facts = [
    ...(poll ? [t('phasePoll', { kind: poll })] : []),
    ...(may.length > 0
      ? [format.list(may.map((doing) => t('doing', { doing })))]
      : poll
        ? []
        : [t('mayNothing')]),
    ...(hides.length === 0
      ? []
      : [t('hidden', { hidden: hides.length > 1 ? 'both' : (hides[0] ?? 'both') })]),
  ];
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
