import { type ReactNode, useId } from 'react';
import styles from './manage.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Values with their labels. */
  readonly options: readonly (readonly [value: Value, label: string])[];
  /** `null`: none yet. Then one must be selected before a form is submitted. */
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** Selects one of a few values, all of them visible. */
export function Choice<Value extends string>({ label, hint, options, chosen, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      {options.map(([value, said]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            required
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {said}
        </label>
      ))}
      {hint && <p className={styles.hint}>{hint}</p>}
    </fieldset>
  );
}
