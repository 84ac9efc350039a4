'use client';

import { LIMITS } from '../../domain/debate/limits.ts';
import type { Hue } from '../../domain/debate/records/position.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { hueStyle } from '../_ui/hue.ts';
import { HueChoice } from '../_ui/hue-choice.tsx';
import { CloseIcon } from '../_ui/icons.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import styles from './new-debate.module.css';
import { blankPosition, type PositionDraft, positionFields } from './position-draft.ts';

interface PositionFieldsProps {
  readonly positions: readonly PositionDraft[];
  readonly onChange: (positions: readonly PositionDraft[]) => void;
}

/** The camps of a new debate: one to eight, each with a name, a colour and its case. */
export function PositionFields({ positions, onChange }: PositionFieldsProps) {
  const t = useMessages('newDebate');
  const colour = (key: string, hue: Hue) =>
    onChange(positions.map((one) => (one.key === key ? { ...one, hue } : one)));
  const add = () => {
    const blank = blankPosition(positions.map(({ hue }) => hue));
    onChange([...positions, { ...blank, key: `${blank.key}-${positions.length}-${Date.now()}` }]);
  };
  return (
    <fieldset className={styles.positions}>
      <legend>{t('positions')}</legend>
      <p className={styles.hint}>{t('positionsHint')}</p>
      {positions.map(({ key, name, hue, summary }, index) => (
        <fieldset key={key} className={styles.position} style={hueStyle(hue)}>
          <legend>{t('positionNumber', { number: index + 1 })}</legend>
          {positions.length > 1 && (
            <Button
              look="quiet"
              size="small"
              className={styles.remove}
              aria-label={t('removePosition', { number: index + 1 })}
              title={t('removePosition', { number: index + 1 })}
              onClick={() => onChange(positions.filter((one) => one.key !== key))}
            >
              <CloseIcon />
            </Button>
          )}
          <Field label={t('positionName')}>
            {(tie) => (
              <input
                {...tie}
                required
                dir="auto"
                maxLength={LIMITS.positionNameCharacters}
                name={positionFields(key).name}
                defaultValue={name}
              />
            )}
          </Field>
          <HueChoice
            field={positionFields(key).hue}
            chosen={hue}
            onChange={(chosen) => colour(key, chosen)}
          />
          <Field label={t('positionSummary')}>
            {(tie) => (
              <input
                {...tie}
                dir="auto"
                maxLength={LIMITS.positionSummaryCharacters}
                name={positionFields(key).summary}
                defaultValue={summary}
              />
            )}
          </Field>
        </fieldset>
      ))}
      {positions.length < LIMITS.positions && (
        <Button className={styles.add} onClick={add}>
          {t('addPosition')}
        </Button>
      )}
    </fieldset>
  );
}
