import { type ReactNode, type Ref, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import field from '#app/_ui/field.module.css';
import styles from './choice-with-button.module.css';
import { useInUse } from './use-in-use.ts';

interface ChoiceWithButtonProps {
  readonly id?: string;
  readonly ref?: Ref<HTMLSelectElement> | undefined;
  /** Name of the list. */
  readonly label: string;
  /** Option while nothing is chosen. */
  readonly none: string;
  /** Text of the button. */
  readonly action: string;
  /** Name of the button, if its text does not say enough. */
  readonly actionLabel?: string;
  readonly values: readonly string[];
  /** Called when the list is about to be used: `values` may be empty until then. */
  readonly onUse?: () => void;
  readonly onAct: (chosen: string) => void;
  /** Receives what is chosen and not acted on yet; empty: nothing. */
  readonly onWant?: (chosen: string) => void;
  /** Returns the option for a value. Options are drawn while the list is used: in many lists together they are many. */
  readonly children: (value: string) => ReactNode;
}

/**
 * A list that only chooses, with a button that acts on the choice: on Windows and Linux each arrow key on a closed list changes what is
 * chosen.
 */
export function ChoiceWithButton(props: ChoiceWithButtonProps) {
  const { id, ref, label, none, action, actionLabel, values, onUse, onAct, onWant, children } = props;
  const [isUsed, usage] = useInUse(onUse);
  const [wanted, setWanted] = useState('');
  const chosen = values.includes(wanted) ? wanted : '';
  const want = (value: string) => {
    setWanted(value);
    onWant?.(value);
  };
  return (
    <div className={styles.choice}>
      <select
        id={id}
        ref={ref}
        className={field.input}
        aria-label={label}
        value={chosen}
        {...usage}
        onChange={({ target }) => want(target.value)}
      >
        <option value="">{none}</option>
        {(isUsed || chosen !== '') && values.map(children)}
      </select>
      <Button
        size="small"
        aria-label={actionLabel}
        unavailable={chosen === ''}
        onClick={() => {
          want('');
          onAct(chosen);
        }}
      >
        {action}
      </Button>
    </div>
  );
}
