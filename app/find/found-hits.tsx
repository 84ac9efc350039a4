import { Fragment } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { DebateSearchQuery, FoundDebates, Hit } from '../../server/services/debates/search-steps.ts';
import { PageLink } from '../_ui/links/page-link.tsx';
import type { Translate } from '../_ui/messages/messages.ts';
import styles from './find.module.css';
import { findAddress } from './find-view.ts';

interface FoundHitsProps {
  readonly t: Translate<'find'>;
  readonly wish: DebateSearchQuery;
  readonly found: FoundDebates;
}

/** A page of the results, debate by debate. */
export function FoundHits({ t, wish, found }: FoundHitsProps) {
  const { count, debates, shown } = found;
  return (
    <>
      <p className={styles.count} role="status">
        {t('found', { count, debates })}
      </p>
      {shown.map((debate) => (
        <section key={debate.debateId} className={styles.debate}>
          <h2 dir="auto">
            <a href={debateAddress(debate.debateId)}>{debate.title}</a>
          </h2>
          <ul>
            {debate.hits.map((hit) => (
              <HitLine key={hit.id} t={t} debateId={debate.debateId} hit={hit} />
            ))}
          </ul>
          {debate.count > debate.hits.length && (
            <p className={styles.more}>{t('more', { count: debate.count - debate.hits.length })}</p>
          )}
        </section>
      ))}
      <Pages t={t} wish={wish} found={found} />
    </>
  );
}

/** Links to the results before and after this page, if there are any. */
function Pages({ t, wish, found: { page, later } }: FoundHitsProps) {
  if (page === 1 && later === 0) return null;
  return (
    <nav className={styles.pages} aria-label={t('pages')}>
      {page > 1 && (
        <PageLink rel="prev" href={findAddress({ ...wish, page: page - 1 })}>
          {t('previous')}
        </PageLink>
      )}
      {later > 0 && (
        <PageLink rel="next" href={findAddress({ ...wish, page: page + 1 })}>
          {t('next', { count: later })}
        </PageLink>
      )}
    </nav>
  );
}

interface HitLineProps {
  readonly t: Translate<'find'>;
  readonly debateId: string;
  readonly hit: Hit;
}

function HitLine({ t, debateId, hit: { id, text, author, beside } }: HitLineProps) {
  let at = 0;
  return (
    <li>
      <a href={`${debateAddress(debateId)}#${encodeURIComponent(id)}`} dir="auto">
        {text.map((stretch) => {
          at += stretch.text.length;
          return stretch.found ? (
            <mark key={at}>{stretch.text}</mark>
          ) : (
            <Fragment key={at}>{stretch.text}</Fragment>
          );
        })}
      </a>
      <span className={styles.foot}>
        {author !== null && <span dir="auto">{author}</span>}
        {beside && <span>{t('beside')}</span>}
      </span>
    </li>
  );
}
