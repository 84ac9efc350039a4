import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { TRAITS } from '../../domain/search/search-criteria.ts';
import { parley } from '../../server/handle.ts';
import { Button } from '../_ui/button/button.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { PageShell } from '../_ui/shell/page-shell.tsx';
import styles from './find.module.css';
import { FIELD_CHARACTERS, readFindView } from './find-view.ts';
import { FoundHits } from './found-hits.tsx';

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
  const { page, ...wish } = readFindView(await searchParams);
  const isAsked = wish.trait !== null || [wish.words, wish.author, wish.position].some((text) => text !== '');
  const { auth, debateSearch, limits } = parley();
  const person = isAsked ? await auth.currentPerson(await headers()) : null;
  const isTooFast = isAsked && !limits.take('searches', person?.id ?? null);
  const found = isAsked && !isTooFast ? await debateSearch.find(person, wish, page) : null;
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
      {found && <FoundHits t={t} wish={wish} found={found} />}
    </PageShell>
  );
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
        maxLength={FIELD_CHARACTERS}
      />
    </label>
  );
}
