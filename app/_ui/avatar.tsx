import styles from './avatar.module.css';
import { hueStyle } from './hue.ts';
import { joinClasses } from './join-classes.ts';
import { toneOf } from './person-tone.ts';

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: 'small' | 'medium';
  readonly writing?: boolean;
}

/** A person's initials on a tone that stays theirs. The name itself is said beside it or in the title. */
export function Avatar({ id, name, size = 'medium', writing = false }: AvatarProps) {
  return (
    <span
      className={joinClasses(styles.avatar, styles[size], writing && styles.writing)}
      style={hueStyle(toneOf(id))}
      title={name}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((word) => [...(word ?? '')][0]) : [...name].slice(0, 2);
  return letters.join('');
}
