import { BearingSign } from '#app/_board/core/claims/bearing-sign.tsx';
import { excerpt } from '#app/_board/core/claims/excerpt.ts';
import { signedText } from '#app/_board/core/claims/signed-text.ts';
import { branchAddress } from '#app/_board/core/view/branch-address.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { messages } from '#app/_ui/messages/messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';
import { nameIn } from './name-in.ts';

/** Number of characters of what a claim replies to. */
const SHOWN = 120;

/** Claims that a meeting added and that still exist, with what they reply to and their authors. */
export function AddedClaims({ debateId, read }: { debateId: string; read: ReadRecord }) {
  const t = messages('records');
  const signed = (text: string) => signedText(messages('claim'), text);
  const { claims, moreClaims } = read.record;
  const named = new Set(read.record.people?.map(({ id }) => id));
  return (
    <section className={styles.section}>
      <h2>{t('claimsAdded')}</h2>
      {claims.length === 0 && <p>{t('nothing')}</p>}
      <ol className={styles.claims}>
        {claims.map(({ claim, repliesTo }) => (
          <li key={claim.id}>
            {repliesTo && (
              <span className={styles.reply} data-bearing={repliesTo.bearing}>
                <BearingSign bearing={repliesTo.bearing} />
                <span dir="auto">
                  {t(`reply.${repliesTo.bearing}`, { text: excerpt(signed(repliesTo.text), SHOWN) })}
                </span>
              </span>
            )}
            <a href={branchAddress(debateId, claim.id)} dir="auto">
              {signed(claim.text)}
            </a>
            <Foot claim={claim} read={read} isNamed={named.has(claim.author)} />
          </li>
        ))}
      </ol>
      {moreClaims > 0 && (
        <Note>
          <a href={debateAddress(debateId)}>{t('moreClaims', { count: moreClaims })}</a>
        </Note>
      )}
    </section>
  );
}

/** The author, if disclosed, and the position. */
function Foot({ claim, read, isNamed }: { claim: Claim; read: ReadRecord; isNamed: boolean }) {
  const position = read.view.positions.get(claim.positionId ?? '')?.name;
  const author = isNamed ? nameIn(read, claim.author) : null;
  const words = [author, position, bestCase(claim, read)].filter((word) => word != null);
  if (words.length === 0) return null;
  return (
    <Note as="span" dir="auto">
      {words.join(' · ')}
    </Note>
  );
}

/** The mark of a claim that a team wrote as the best case for another position. */
function bestCase(claim: Claim, { view: { positions } }: ReadRecord): string | null {
  if (!claim.steelman) return null;
  const [position = '', team = ''] = [claim.positionId ?? '', claim.steelman.by].map(
    (id) => positions.get(id)?.name,
  );
  return messages('steelmen')(awaitsRecognition(claim) ? 'signWaiting' : 'signRecognized', {
    position,
    team,
  });
}
