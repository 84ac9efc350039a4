'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { type PollFormType, SCALE_STEPS } from '#domain/debate/polls/poll-form.ts';
import type { PollShape } from './poll-shape.ts';

interface FormFieldsProps {
  readonly type: PollFormType;
  readonly shape: PollShape;
  readonly onChange: (shape: PollShape) => void;
}

/** The fields that one form of answer needs: options, a budget, ends, bounds. */
export function FormFields({ type, shape, onChange }: FormFieldsProps) {
  const t = useMessages('pollForms');
  const text = (name: 'low' | 'high' | 'unit', limit: number) => (
    <Field label={t(name)}>
      {(tie) => (
        <input
          {...tie}
          dir="auto"
          maxLength={limit}
          value={shape[name]}
          onChange={({ target }) => onChange({ ...shape, [name]: target.value })}
        />
      )}
    </Field>
  );
  const number = (name: 'budget' | 'min' | 'max', bounds: object) => (
    <Field label={t(name)}>
      {(tie) => (
        <input
          {...tie}
          {...bounds}
          type="number"
          value={shape[name]}
          onChange={({ target }) => onChange({ ...shape, [name]: target.value })}
        />
      )}
    </Field>
  );
  const count = (name: 'most' | 'steps', label: string, counts: readonly number[]) => (
    <Field label={label}>
      {(tie) => (
        <select
          {...tie}
          value={shape[name]}
          onChange={({ target }) => onChange({ ...shape, [name]: Number(target.value) })}
        >
          {counts.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
    </Field>
  );
  switch (type) {
    case 'one':
    case 'ranking':
      return <OptionFields shape={shape} onChange={onChange} />;
    case 'several':
      return (
        <>
          <OptionFields shape={shape} onChange={onChange} />
          {count('most', t('most'), range(2, Math.max(2, shape.options.length)))}
        </>
      );
    case 'points':
      return (
        <>
          <OptionFields shape={shape} onChange={onChange} />
          {number('budget', {
            min: 1,
            max: LIMITS.pollBudget,
            step: 1,
            required: true,
            inputMode: 'numeric',
          })}
        </>
      );
    case 'scale':
      return (
        <>
          {text('low', LIMITS.pollOptionCharacters)}
          {text('high', LIMITS.pollOptionCharacters)}
          {count('steps', t('stepCount'), range(SCALE_STEPS.min, SCALE_STEPS.max))}
        </>
      );
    case 'text':
      return null;
    case 'number':
      return (
        <>
          {text('unit', LIMITS.pollUnitCharacters)}
          {number('min', { step: 'any', inputMode: 'decimal' })}
          {number('max', { step: 'any', inputMode: 'decimal' })}
        </>
      );
  }
}

function OptionFields({ shape, onChange }: Omit<FormFieldsProps, 'type'>) {
  const t = useMessages('polls');
  const { options } = shape;
  const [added, setAdded] = useState<number | null>(null);
  const change = (changed: readonly string[]) => onChange({ ...shape, options: changed });
  const add = () => {
    setAdded(options.length);
    change([...options, '']);
  };
  return (
    <>
      {options.map((option, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
        <Field key={at} label={t('optionNumber', { number: at + 1 })}>
          {(tie) => (
            <input
              {...tie}
              ref={at === added ? focusOnMount : undefined}
              dir="auto"
              maxLength={LIMITS.pollOptionCharacters}
              value={option}
              onChange={(event) => change(options.with(at, event.target.value))}
            />
          )}
        </Field>
      ))}
      {options.length < LIMITS.pollOptions && (
        <Button size="small" look="quiet" onClick={add}>
          {t('addOption')}
        </Button>
      )}
    </>
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
