import { type ReactNode, useId } from 'react';
import styles from './manage.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The values and what each is called. */
  readonly options: readonly (readonly [value: Value, label: string])[];
  /** Null: none yet. Then one must be chosen before a form is sent. */
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each in view. */
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
