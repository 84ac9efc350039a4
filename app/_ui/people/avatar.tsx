import { initialsOf } from '#domain/layout/initials.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './avatar.module.css';
import { hueStyle } from './hue.ts';
import { personHue } from './person-hue.ts';

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: 'small' | 'medium';
  readonly writing?: boolean;
  /** Tooltip; the name by default. */
  readonly title?: string;
}

/** A person's initials, only the first if small, on a background that is always theirs. The name itself is beside it or in the title. */
export function Avatar({ id, name, size = 'medium', writing = false, title = name }: AvatarProps) {
  return (
    <span
      className={joinClasses(styles.avatar, styles[size], writing && styles.writing)}
      style={hueStyle(personHue(id))}
      title={title}
      aria-hidden="true"
    >
      {size === 'small' ? [...initialsOf(name)][0] : initialsOf(name)}
    </span>
  );
}
