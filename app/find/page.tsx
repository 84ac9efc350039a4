import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { TRAITS } from '../../domain/search/search-criteria.ts';
import { parley } from '../../server/handle.ts';
import type { DebateSearchQuery, FoundInDebate, Hit } from '../../server/services/debates/search-steps.ts';
import { Button } from '../_ui/button/button.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { PageShell } from '../_ui/shell/page-shell.tsx';
import styles from './find.module.css';

/** Maximum number of characters of a field that are used. */
const LONGEST = 200;

interface FindPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export function generateMetadata(): Metadata {
  return { title: messages('find')('title'), robots: { index: false } };
}

/** Finds claims in all debates the viewer may read. A plain form: the search is in the address. */
export default async function FindPage({ searchParams }: FindPageProps) {
  const t = messages('find');
  const site = messages('site');
  const wish = wishOf(await searchParams);
  const isAsked = wish.trait !== null || [wish.words, wish.author, wish.position].some((text) => text !== '');
  const { auth, finds, limits } = parley();
  const person = isAsked ? await auth.currentPerson(await headers()) : null;
  const isTooFast = isAsked && !limits.take('searches', person?.id ?? null);
  const found = isAsked && !isTooFast ? await finds.find(person, wish) : null;
  return (
    <PageShell
      className={styles.page}
      title={t('title')}
      lead={t('lead')}
      back={{ href: '/', label: site('home') }}
      width="medium"
    >
      <form className={styles.form} method="get" action="/find">
        <Line name="q" label={t('words')} value={wish.words} wide />
        <Line name="by" label={t('author')} value={wish.author} />
        <Line name="position" label={t('position')} value={wish.position} />
        <label className={styles.field}>
          <span>{t('trait')}</span>
          <select name="trait" defaultValue={wish.trait ?? ''}>
            <option value="">{t('traits.any')}</option>
            {TRAITS.map((trait) => (
              <option key={trait} value={trait}>
                {t(`traits.${trait}`)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="primary">
          {t('look')}
        </Button>
      </form>
      {isTooFast && <p role="alert">{t('tooFast')}</p>}
      {found && <Results found={found} />}
    </PageShell>
  );
}

function wishOf(asked: Awaited<FindPageProps['searchParams']>): DebateSearchQuery {
  const text = (name: string) => (asked[name]?.toString() ?? '').slice(0, LONGEST).trim();
  return {
    words: text('q'),
    author: text('by'),
    position: text('position'),
    trait: TRAITS.find((one) => one === asked.trait) ?? null,
  };
}

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly wide?: boolean;
}

function Line({ name, label, value, wide = false }: LineProps) {
  return (
    <label className={styles.field} data-wide={wide ? '' : undefined}>
      <span>{label}</span>
      <input
        type={wide ? 'search' : 'text'}
        name={name}
        dir="auto"
        defaultValue={value}
        maxLength={LONGEST}
      />
    </label>
  );
}

function Results({ found }: { found: readonly FoundInDebate[] }) {
  const t = messages('find');
  const count = found.reduce((sum, debate) => sum + debate.count, 0);
  return (
    <>
      <p className={styles.count} role="status">
        {t('found', { count, debates: found.length })}
      </p>
      {found.map((debate) => (
        <section key={debate.debateId} className={styles.debate}>
          <h2 dir="auto">
            <a href={debateAddress(debate.debateId)}>{debate.title}</a>
          </h2>
          <ul>
            {debate.hits.map((hit) => (
              <HitLine key={hit.id} debateId={debate.debateId} hit={hit} />
            ))}
          </ul>
          {debate.count > debate.hits.length && (
            <p className={styles.more}>{t('more', { count: debate.count - debate.hits.length })}</p>
          )}
        </section>
      ))}
    </>
  );
}

function HitLine({ debateId, hit: { id, text, author, beside } }: { debateId: string; hit: Hit }) {
  const t = messages('find');
  let at = 0;
  return (
    <li>
      <a href={`${debateAddress(debateId)}#${encodeURIComponent(id)}`} dir="auto">
        {text.map((stretch) => {
          at += stretch.text.length;
          return stretch.found ? <mark key={at}>{stretch.text}</mark> : <span key={at}>{stretch.text}</span>;
        })}
      </a>
      <span className={styles.foot}>
        {author !== null && <span dir="auto">{author}</span>}
        {beside && <span>{t('beside')}</span>}
      </span>
    </li>
  );
}
