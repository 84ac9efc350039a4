'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { focusChoiceOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { canSwitchSides } from '#domain/debate/participants/teams.ts';
import { DOINGS, HIDEABLE, PHASE_KINDS, type Phase, type PhaseKind } from '#domain/debate/phases/agenda.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { ChoiceWithButton } from '../../core/forms/choice-with-button.tsx';
import { useTyped } from '../../core/forms/use-typed.ts';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './agenda-section.module.css';
import { PresentedChoice } from './presented-choice.tsx';
import type { AgendaActs } from './use-agenda.ts';
import { useChangeKind } from './use-change-kind.ts';
import { useRemovePhase } from './use-remove-phase.ts';

interface PhaseFormProps {
  readonly phase: Phase;
  readonly acts: AgendaActs;
  /** True if it opens for a phase that was just added: its first field gets the focus. */
  readonly isNew: boolean;
  readonly onGone: () => void;
  /** Receives the kind that is chosen and not set yet; `null`: none. */
  readonly onWant: (kind: PhaseKind | null) => void;
}

/**
 * All fields of one phase. Each change is shared at once with the other moderators; its kind, which sets other fields, by a button, or with
 * the form's end.
 */
export function PhaseForm({ phase, acts, isNew, onGone, onWant }: PhaseFormProps) {
  const t = useMessages('agenda');
  const { agenda, set, turn, wentOn } = acts;
  const { phases } = agenda;
  const removePhase = useRemovePhase(acts);
  const changeKind = useChangeKind(acts);
  const change = (part: Partial<Phase>) => put({ ...phase, ...part });
  const put = (next: Phase) => {
    set(phases.map((one) => (one.id === phase.id ? next : one)));
    return true;
  };
  const remove = () => {
    if (removePhase(phase)) onGone();
  };
  const goTo = () => {
    wentOn.current = true;
    turn(phase.id);
  };
  const isOn = phase.id === agenda.at;
  const isDebateOpen = useIsDebateOpen();
  return (
    <div className={styles.form}>
      <Kind kind={phase.kind} isNew={isNew} onWant={onWant} onChange={(kind) => changeKind(phase.id, kind)} />
      {phase.kind === 'switch_sides' && (
        <PresentedChoice phase={phase} onChoose={(presents) => change({ presents })} />
      )}
      <Words
        label={t('titleLabel')}
        hint={t('titleHint')}
        value={phase.title}
        most={LIMITS.phaseTitleCharacters}
        onSave={(title) => change({ title })}
      />
      <Words
        label={t('noteLabel')}
        value={phase.note}
        most={LIMITS.phaseNoteCharacters}
        onSave={(note) => change({ note })}
      />
      <Minutes minutes={phase.minutes} onSave={(minutes) => change({ minutes })} />
      <Several
        label={t('mayLabel')}
        all={DOINGS}
        chosen={phase.may}
        nameOf={(doing) => t('doingChoice', { doing })}
        onChoose={(may) => change({ may })}
      />
      <Several
        label={t('hidesLabel')}
        all={HIDEABLE}
        chosen={phase.hides}
        nameOf={(what) => t('hides', { what })}
        onChoose={(hides) => change({ hides })}
      />
      <Row centered>
        {!isOn && isDebateOpen && (
          <Button size="small" onClick={goTo}>
            {t('goTo')}
          </Button>
        )}
        <Moves phase={phase} acts={acts} />
        {!isOn && (
          <Button size="small" look="quiet" onClick={remove}>
            {t('remove')}
          </Button>
        )}
      </Row>
    </div>
  );
}

interface KindProps {
  readonly kind: PhaseKind;
  readonly isNew: boolean;
  readonly onWant: (kind: PhaseKind | null) => void;
  readonly onChange: (kind: PhaseKind) => void;
}

/** The kind of a phase, and others to change it to. */
function Kind({ kind, isNew, onWant, onChange }: KindProps) {
  const t = useMessages('agenda');
  // Without teams nobody could switch sides.
  const canSwitch = useBoard(({ replica }) => canSwitchSides(replica.view));
  const others = PHASE_KINDS.filter((one) => one !== kind && (one !== 'switch_sides' || canSwitch));
  return (
    <Field label={t('kindLabel')}>
      {({ id }) => (
        <ChoiceWithButton
          id={id}
          ref={isNew ? focusChoiceOnMount : undefined}
          label={t('kindLabel')}
          none={t(`kind.${kind}`)}
          action={t('changeKind')}
          values={others}
          onWant={(chosen) => onWant(chosen === '' ? null : (chosen as PhaseKind))}
          onAct={(chosen) => onChange(chosen as PhaseKind)}
        >
          {(one) => (
            <option key={one} value={one}>
              {t(`kind.${one as PhaseKind}`)}
            </option>
          )}
        </ChoiceWithButton>
      )}
    </Field>
  );
}

function Moves({ phase, acts: { agenda, set } }: Pick<PhaseFormProps, 'phase' | 'acts'>) {
  const t = useMessages('agenda');
  const name = usePhaseName()(phase);
  const { phases } = agenda;
  const at = phases.indexOf(phase);
  const announce = useAnnounce();
  const moveTo = (to: number) => {
    if (set(phases.toSpliced(at, 1).toSpliced(to, 0, phase)))
      announce(t('movedTo', { phase: name, place: to + 1, count: phases.length }));
  };
  return (
    <>
      <Button
        size="small"
        look="quiet"
        unavailable={at === 0}
        aria-label={t('up', { phase: name })}
        onClick={() => moveTo(at - 1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        look="quiet"
        unavailable={at === phases.length - 1}
        aria-label={t('down', { phase: name })}
        onClick={() => moveTo(at + 1)}
      >
        ↓
      </Button>
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly most: number;
  readonly onSave: (words: string) => boolean;
}

function Words({ label, hint, value, most, onSave }: WordsProps) {
  const { typed, type, leave } = useTyped((words) => words === value || onSave(words));
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <input
          {...tie}
          dir="auto"
          maxLength={most}
          value={typed ?? value}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

function Minutes({
  minutes,
  onSave,
}: {
  minutes: number | null;
  onSave: (minutes: number | null) => boolean;
}) {
  const t = useMessages('agenda');
  const { typed, type, leave } = useTyped((words) => {
    const wanted =
      words === '' ? null : Math.min(Math.max(Math.round(Number(words)), 1), LIMITS.phaseMinutes);
    return wanted === minutes || Number.isNaN(wanted) || onSave(wanted);
  });
  return (
    <Field label={t('minutesLabel')} hint={t('minutesHint')}>
      {(tie) => (
        <input
          {...tie}
          type="number"
          inputMode="numeric"
          min={1}
          max={LIMITS.phaseMinutes}
          value={typed ?? minutes ?? ''}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

interface SeveralProps<Value extends string> {
  readonly label: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (chosen: Value[]) => void;
}

/** Selects any of a few values, always in the same order. */
function Several<Value extends string>({ label, all, chosen, nameOf, onChoose }: SeveralProps<Value>) {
  return (
    <fieldset className={styles.options}>
      <legend>{label}</legend>
      {all.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChoose(all.filter((one) => (one === value ? target.checked : chosen.includes(one))))
            }
          />
          {nameOf(value)}
        </label>
      ))}
    </fieldset>
  );
}
