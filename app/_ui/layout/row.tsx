import type { ComponentProps, ElementType } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './layout.module.css';

type RowProps<Tag extends ElementType> = Omit<ComponentProps<Tag>, 'className'> & {
  readonly as?: Tag;
  /** True if its parts are of different heights. */
  readonly centered?: boolean;
};

/** Parts beside each other, as far as there is room. */
export function Row<Tag extends ElementType = 'div'>({ as, centered = false, ...rest }: RowProps<Tag>) {
  const As: ElementType = as ?? 'div';
  return <As className={joinClasses(styles.row, centered && styles.centered)} {...rest} />;
}
