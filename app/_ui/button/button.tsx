import type { ButtonHTMLAttributes, Ref } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the most important action; `plain` has a border; `quiet` shows none until used. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'small' | 'medium';
  /** True while pressing it would do nothing. Unlike `disabled`, it keeps the focus: the next key goes nowhere else. */
  readonly unavailable?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that never submits a form unless its type says so. */
export function Button({
  look = 'plain',
  size = 'medium',
  className,
  type = 'button',
  unavailable = false,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      className={joinClasses(styles.button, styles[look], styles[size], className)}
      {...(unavailable ? { type: 'button', 'aria-disabled': true } : { type, onClick })}
    />
  );
}
