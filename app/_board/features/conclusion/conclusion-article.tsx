'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Conclusion } from '#domain/debate/conclusion/conclusion.ts';
import { writtenSections } from '#domain/debate/conclusion/signatures.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './conclusion.module.css';
import { ConclusionText } from './conclusion-text.tsx';
import { SignOffLines } from './sign-off-line.tsx';
import { useConclusionDoing, useShownConclusion } from './use-conclusion.ts';

/** The debate's conclusion, before everything else on its page or paper; nothing if there is none. */
export function ConclusionArticle({ isPrinted = false }: { isPrinted?: boolean }) {
  const t = useMessages('conclusion');
  const { list } = useViewActs();
  const conclusion = useShownConclusion();
  const doing = useConclusionDoing();
  if (!conclusion) return null;
  return (
    <section className={styles.article} aria-label={t('title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('title')}</h2>
        {doing !== 'read' && !isPrinted && (
          <Button size="small" onClick={() => list('conclusion')}>
            {t(doing === 'readOrSign' ? 'sign' : doing)}
          </Button>
        )}
      </div>
      <ConclusionToRead conclusion={conclusion} />
    </section>
  );
}

/** Its sections with words, and how the positions signed it off. */
export function ConclusionToRead({ conclusion }: { conclusion: Conclusion }) {
  const t = useMessages('conclusion');
  const isDebateOpen = useIsDebateOpen();
  const written = writtenSections(conclusion);
  return (
    <>
      {written.length === 0 && (
        <p className={styles.empty}>{t(isDebateOpen ? 'beingWritten' : 'nothingYet')}</p>
      )}
      {written.map((section) => (
        <div key={section} className={styles.section}>
          <h3 className={styles.heading}>{t(`sections.${section}`)}</h3>
          <ConclusionText text={conclusion[section]} />
        </div>
      ))}
      <SignOffLines />
    </>
  );
}
