import { headers } from 'next/headers';
import { parley } from '../server/handle.ts';
import { DebatesHere } from './_board/offline/debates-here.tsx';
import { ButtonLink } from './_ui/button/button-link.tsx';
import { InboxLink } from './_ui/inbox-link.tsx';
import { messages } from './_ui/messages/messages.ts';
import { SignOutForm } from './_ui/sign-out-form.tsx';
import { ThemeButton } from './_ui/theme-button.tsx';
import { DebateEntry } from './debates/debate-entry.tsx';
import { ShelvedDebates } from './debates/shelved-debates.tsx';
import styles from './page.module.css';
import { StartProblem } from './start-problem.tsx';

/** The first page: the debates, as a newspaper lists its articles. */
export default async function HomePage() {
  const t = messages('home');
  const site = messages('site');
  const { auth, debates, debateStarts } = parley();
  const person = await auth.currentPerson(await headers());
  const startProblem = await debateStarts.problem(person);
  const listed = await debates.list(person);
  const shelved = person && (await debates.shelved(person));
  return (
    <div className={styles.page}>
      <header className={styles.masthead}>
        <div>
          <h1 className={styles.product}>{site('product')}</h1>
          <p className={styles.tagline}>{site('tagline')}</p>
        </div>
        <div className={styles.acts}>
          {person === null ? (
            <a className={styles.person} href="/sign-in">
              {t('signIn')}
            </a>
          ) : (
            <>
              <InboxLink />
              <a className={styles.person} href="/account">
                {t('signedInAs', { name: person.name })}
              </a>
              <SignOutForm action="/api/signout" label={t('signOut')} isGuest={person.kind === 'guest'} />
            </>
          )}
          <ThemeButton />
          <ButtonLink href="/find">{t('find')}</ButtonLink>
          <ButtonLink href="/join">{t('join')}</ButtonLink>
          {startProblem === null && (
            <ButtonLink look="primary" href="/new">
              {t('newDebate')}
            </ButtonLink>
          )}
        </div>
      </header>
      <StartProblem problem={startProblem} signedIn={person !== null} className={styles.startProblem} />
      <main>
        <h2 className={styles.heading}>{t('debates')}</h2>
        <DebatesHere personId={person?.id ?? null}>
          {listed.length === 0 && (
            <p className={styles.none}>{t(startProblem === null ? 'none' : 'noneYet')}</p>
          )}
          <ol className={styles.list}>
            {listed.map((debate, index) => (
              <DebateEntry key={debate.id} debate={debate} lead={index === 0} />
            ))}
          </ol>
          {shelved && <ShelvedDebates title={t('archived')} text={null} debates={shelved.archived} />}
          {shelved && (
            <ShelvedDebates title={t('deleted')} text={t('deletedText')} debates={shelved.deleted} />
          )}
          {shelved && (
            <ShelvedDebates title={t('takenDown')} text={t('takenDownText')} debates={shelved.takenDown} />
          )}
        </DebatesHere>
      </main>
      <footer className={styles.foot}>
        <a href="/privacy">{messages('privacy')('link')}</a>
      </footer>
    </div>
  );
}
