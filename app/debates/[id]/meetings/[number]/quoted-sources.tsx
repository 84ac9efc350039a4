import { signedText } from '#app/_board/core/claims/signed-text.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';

/** Sources cited by a meeting's claims, with the quoted passages. */
export function QuotedSources({ read: { record } }: { read: ReadRecord }) {
  const t = messages('records');
  const signed = (text: string) => signedText(messages('claim'), text);
  if (record.quoted.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('quoted')}</h2>
      <ol className={styles.claims}>
        {record.quoted.map(({ source, passages, morePassages, claims }) => {
          const quotes = passages.length > 0 ? passages.map(({ exact }) => exact) : [source.excerpt];
          return (
            <li key={source.id} data-source={source.id}>
              <strong dir="auto">{signed(source.title)}</strong>{' '}
              <Note as="span" dir="auto">
                {[source.locator, source.url]
                  .filter((part) => part !== '')
                  .map(signed)
                  .join(' · ')}{' '}
                {t('quotedClaims', { count: claims })}
              </Note>
              {quotes
                .filter((quote) => quote !== '')
                .map((quote) => (
                  <blockquote key={quote} className={styles.quote} dir="auto">
                    {signed(quote)}
                  </blockquote>
                ))}
              {morePassages > 0 && <Note>{t('morePassages', { count: morePassages })}</Note>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
