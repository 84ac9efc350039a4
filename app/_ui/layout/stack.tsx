import type { ComponentProps, ElementType } from 'react';
import styles from './layout.module.css';

type StackProps<Tag extends ElementType> = Omit<ComponentProps<Tag>, 'className'> & {
  readonly as?: Tag;
  /** Space between its parts, as in `--space-1` to `--space-5`. */
  readonly gap: 1 | 2 | 3 | 4 | 5;
};

/** Parts below each other. */
export function Stack<Tag extends ElementType = 'div'>({ as, gap, ...rest }: StackProps<Tag>) {
  const As: ElementType = as ?? 'div';
  return <As className={styles[`stack${gap}`]} {...rest} />;
}
