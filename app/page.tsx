import { headers } from 'next/headers';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { parley } from '../server/handle.ts';
import { DebatesHere } from './_board/core/offline/debates-here.tsx';
import { joinClasses } from './_ui/join-classes.ts';
import { PageLink } from './_ui/links/page-link.tsx';
import { messages } from './_ui/messages/messages.ts';
import { ShelvedDebates } from './debates/shelved-debates.tsx';
import { FormatCards } from './formats/format-cards.tsx';
import { DebateCard } from './home/debate-card.tsx';
import { DebateIndex } from './home/debate-index.tsx';
import { FrontPicture } from './home/front-picture.tsx';
import { HomeFoot } from './home/home-foot.tsx';
import { HomeMast } from './home/home-mast.tsx';
import { HowItWorks } from './home/how-it-works.tsx';
import { LiveNow } from './home/live-now.tsx';
import styles from './page.module.css';
import { StartProblem } from './start-problem.tsx';

/** The first page: what Parley is, for people who aren't signed in; what is live; and the debates. */
export default async function HomePage() {
  const t = messages('home');
  const { auth, debateLists, debateStarts, erasures } = parley();
  const person = await auth.currentPerson(await headers());
  const [startProblem, listed, shelved, sampleId, participantIds] = await Promise.all([
    debateStarts.problem(person),
    debateLists.cards(person),
    person && debateLists.shelved(person),
    person === null ? debateLists.sampleId() : null,
    person === null ? [] : erasures.partsOf(person.id),
  ]);
  const live = await debateLists.live(listed);
  const Heading = person === null ? 'h2' : 'h1';
  return (
    <>
      <HomeMast person={person} mayStart={startProblem === null} />
      <div className={styles.page}>
        <main>
          {person === null && <Hero sampleId={sampleId} mayStart={startProblem === null} />}
          <StartProblem problem={startProblem} signedIn={person !== null} className={styles.startProblem} />
          <DebatesHere personId={person?.id ?? null} participantIds={participantIds}>
            <LiveNow debates={live} />
            <section className={styles.index} aria-labelledby="debates">
              <DebateIndex
                title={
                  <Heading id="debates" className={styles.heading}>
                    {t('debates')}
                  </Heading>
                }
                debates={listed.map((debate) => ({
                  id: debate.id,
                  text: [debate.motion, debate.title, ...debate.positions.map(({ name }) => name)].join('\n'),
                  card: <DebateCard debate={debate} />,
                }))}
              />
              {listed.length === 0 && (
                <p className={styles.none}>{t(startProblem === null ? 'none' : 'noneYet')}</p>
              )}
            </section>
            {shelved && <ShelvedDebates title={t('archived')} text={null} debates={shelved.archived} />}
            {shelved && (
              <ShelvedDebates title={t('deleted')} text={t('deletedText')} debates={shelved.deleted} />
            )}
            {shelved && (
              <ShelvedDebates title={t('takenDown')} text={t('takenDownText')} debates={shelved.takenDown} />
            )}
          </DebatesHere>
          <FormatCards />
          {person === null && <HowItWorks />}
        </main>
        <HomeFoot person={person} participantIds={participantIds} />
      </div>
    </>
  );
}

interface HeroProps {
  /** Id of the sample debate; `null`: there is none. */
  readonly sampleId: string | null;
  readonly mayStart: boolean;
}

/** Introduction to Parley, with a debate to look into. */
async function Hero({ sampleId, mayStart }: HeroProps) {
  const t = messages('welcome');
  const front = sampleId === null ? null : await parley().debatePictures.front(sampleId);
  return (
    <section className={joinClasses(styles.hero, front !== null && styles.pictured)}>
      <div className={styles.offer}>
        <h1 className={styles.headline}>{t('headline')}</h1>
        <p className={styles.pitch}>{t('pitch')}</p>
        <p className={styles.ways}>
          {sampleId !== null && (
            <PageLink look="primary" href={debateAddress(sampleId)}>
              {t('demo')}
            </PageLink>
          )}
          {mayStart && (
            <PageLink look="plain" href="/new">
              {t('start')}
            </PageLink>
          )}
        </p>
      </div>
      {front && <FrontPicture front={front} />}
    </section>
  );
}
