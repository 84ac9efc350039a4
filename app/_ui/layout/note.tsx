import type { ComponentProps, ElementType } from 'react';
import styles from './layout.module.css';

type NoteProps<Tag extends ElementType> = Omit<ComponentProps<Tag>, 'className'> & { readonly as?: Tag };

/** A remark in small, soft type. */
export function Note<Tag extends ElementType = 'p'>({ as, ...rest }: NoteProps<Tag>) {
  const As: ElementType = as ?? 'p';
  return <As className={styles.note} {...rest} />;
}
