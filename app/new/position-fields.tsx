'use client';

import { useState } from 'react';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { Hue } from '../../domain/debate/positions/position.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { focusOnMount } from '../_ui/focus/focus-on-mount.ts';
import { CloseIcon } from '../_ui/icons.tsx';
import { joinClasses } from '../_ui/join-classes.ts';
import { Stack } from '../_ui/layout/stack.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { hueStyle } from '../_ui/people/hue.ts';
import { HueChoice } from '../_ui/people/hue-choice.tsx';
import { VisuallyHidden } from '../_ui/visually-hidden.tsx';
import { blankPosition, type PositionDraft, positionFields } from './position-draft.ts';
import styles from './position-fields.module.css';

interface PositionFieldsProps {
  readonly positions: readonly PositionDraft[];
  readonly onChange: (positions: readonly PositionDraft[]) => void;
}

/** Gives the focus to the next position's name, or to the one before, before this one is removed. */
function focusBeside(position: Element | null) {
  const next = position?.nextElementSibling;
  const other = next?.matches('fieldset') ? next : position?.previousElementSibling;
  other?.querySelector<HTMLElement>('input:not([type])')?.focus();
}

/** The positions of a new debate, one to eight, a row for each: colour, name and summary. */
export function PositionFields({ positions, onChange }: PositionFieldsProps) {
  const t = useMessages('newDebate');
  const hues = useMessages('hues');
  const [added, setAdded] = useState<string | null>(null);
  const colour = (key: string, hue: Hue) =>
    onChange(positions.map((one) => (one.key === key ? { ...one, hue } : one)));
  const add = () => {
    const blank = blankPosition(positions.map(({ hue }) => hue));
    const key = `${blank.key}-${positions.length}-${Date.now()}`;
    setAdded(key);
    onChange([...positions, { ...blank, key }]);
  };
  return (
    <Stack as="fieldset" gap={2}>
      <legend>{t('positions')}</legend>
      <p className={styles.hint}>{t('positionsHint')}</p>
      {positions.map(({ key, name, hue, summary }, index) => (
        <fieldset key={key} className={styles.position} style={hueStyle(hue)}>
          <legend>
            <VisuallyHidden>{t('positionNumber', { number: index + 1 })}</VisuallyHidden>
          </legend>
          <details className={styles.colour}>
            <summary title={hues('colour')}>
              <VisuallyHidden>{`${hues('colour')}: ${hues(`hue.${hue}`)}`}</VisuallyHidden>
            </summary>
          </details>
          <div className={styles.hues}>
            <HueChoice
              field={positionFields(key).hue}
              chosen={hue}
              onChange={(chosen) => colour(key, chosen)}
            />
          </div>
          <div className={styles.field}>
            <Field label={t('positionName')}>
              {({ className, ...tie }) => (
                <input
                  {...tie}
                  ref={key === added ? focusOnMount : undefined}
                  className={joinClasses(styles.input, styles.name)}
                  required
                  dir="auto"
                  maxLength={LIMITS.positionNameCharacters}
                  name={positionFields(key).name}
                  defaultValue={name}
                />
              )}
            </Field>
          </div>
          <div className={joinClasses(styles.field, styles.summary)}>
            <Field label={t('positionSummary')}>
              {({ className, ...tie }) => (
                <input
                  {...tie}
                  className={styles.input}
                  dir="auto"
                  maxLength={LIMITS.positionSummaryCharacters}
                  name={positionFields(key).summary}
                  defaultValue={summary}
                />
              )}
            </Field>
          </div>
          {positions.length > 1 && (
            <Button
              look="quiet"
              size="small"
              className={styles.remove}
              aria-label={t('removePosition', { number: index + 1 })}
              title={t('removePosition', { number: index + 1 })}
              onClick={({ currentTarget }) => {
                focusBeside(currentTarget.closest('fieldset'));
                onChange(positions.filter((one) => one.key !== key));
              }}
            >
              <CloseIcon />
            </Button>
          )}
        </fieldset>
      ))}
      {positions.length < LIMITS.positions && (
        <Button look="quiet" className={styles.add} onClick={add}>
          {t('addPosition')}
        </Button>
      )}
    </Stack>
  );
}
