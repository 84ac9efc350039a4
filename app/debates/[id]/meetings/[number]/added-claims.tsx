import type { Claim } from '../../../../../domain/debate/claims/claim.ts';
import type { ReadRecord } from '../../../../../server/use-cases/meetings.ts';
import { branchAddress } from '../../../../_board/outline/branch-address.ts';
import { messages } from '../../../../_ui/messages/messages.ts';
import styles from '../meetings.module.css';
import { nameIn } from './name-in.ts';

/** Claims that a meeting added and that still exist, with their authors. */
export function AddedClaims({ debateId, read }: { debateId: string; read: ReadRecord }) {
  const t = messages('records');
  const { claims } = read.record;
  return (
    <section className={styles.section}>
      <h2>{t('claimsAdded')}</h2>
      {claims.length === 0 && <p>{t('nothing')}</p>}
      <ol className={styles.claims}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <a href={branchAddress(debateId, claim.id)} dir="auto">
              {claim.text}
            </a>
            <Foot claim={claim} read={read} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The author, if disclosed, and the position. */
function Foot({ claim, read }: { claim: Claim; read: ReadRecord }) {
  const position = read.view.positions.get(claim.positionId ?? '')?.name;
  const author = read.record.people?.some(({ id }) => id === claim.author)
    ? nameIn(read, claim.author)
    : null;
  const words = [author, position].filter((word) => word != null);
  if (words.length === 0) return null;
  return (
    <span className={styles.soft} dir="auto">
      {words.join(' · ')}
    </span>
  );
}
