import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { OwnedDebate } from '../server/services/privacy/erasures.ts';
import styles from './account/rows.module.css';

/** Debates that keep a person from being erased, each with a link. */
export function OwnedDebates({ debates }: { debates: readonly OwnedDebate[] }) {
  return (
    <ul className={styles.rows}>
      {debates.map(({ id, title }) => (
        <li key={id} className={styles.row}>
          <a className={styles.name} href={debateAddress(id)} dir="auto">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
