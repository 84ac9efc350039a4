import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { DebateListItem } from '../../server/services/debates/debate-lists.ts';
import styles from '../_ui/debate-entry.module.css';

interface ShelvedDebatesProps {
  readonly title: string;
  readonly text: string | null;
  readonly debates: readonly DebateListItem[];
}

/** A folded list of the debates that no other list shows. */
export function ShelvedDebates({ title, text, debates }: ShelvedDebatesProps) {
  if (debates.length === 0) return null;
  return (
    <details className={styles.shelved}>
      <summary>{`${title} (${debates.length})`}</summary>
      {text && <p className={styles.facts}>{text}</p>}
      <ul>
        {debates.map(({ id, title: name, motion }) => (
          <li key={id}>
            <a href={debateAddress(id)} dir="auto">
              {name}
            </a>{' '}
            <span className={styles.facts} dir="auto">
              {motion}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
