import type { AnchorHTMLAttributes } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './button.module.css';

interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'small' | 'medium';
}

/** A link that looks like a button: a link leads somewhere, a button does something. */
export function ButtonLink({ look = 'plain', size = 'medium', className, ...rest }: ButtonLinkProps) {
  return <a className={joinClasses(styles.button, styles[look], styles[size], className)} {...rest} />;
}
