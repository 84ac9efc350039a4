'use client';

import { useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { Source } from '#domain/debate/sources/source.ts';
import { articleText } from '#domain/debate/texts/texts.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim, useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useAfterJoining, useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { TextEditor } from '../../core/writing/text-editor.tsx';
import { useWritingOn } from '../../core/writing/use-writing-on.ts';
import { ArticleText } from './article-text.tsx';
import { CitingClaims } from './citing-claims.tsx';
import { ClaimFromPassage } from './claim-from-passage.tsx';
import { CitingClaimLink } from './claim-link.tsx';
import styles from './evidence.module.css';
import { SourceTexts } from './source-texts.tsx';
import { useCiting } from './use-citing.ts';
import { useCitedPassages, useClaimsCiting } from './use-library.ts';
import { useSelectedPassage } from './use-selected-passage.ts';

/** One source: its details, its article with the cited passages, and the claims that cite it. */
export function ArticleReader({ source, passageId }: { source: Source; passageId: string | null }) {
  const t = useMessages('evidence');
  const readable = useReadable();
  const { id, title, url, locator } = source;
  const article = useBoard(({ replica }) => replica.view.articles.get(id));
  const text = article?.text ?? '';
  const claims = useClaimsCiting(id);
  const [writing, write] = useWritingOn(articleText(id));
  const mayWrite = useMay('article.edit');
  return (
    <div className={styles.body}>
      <h2 className={styles.title} dir="auto">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer nofollow">
            {readable(title)}
          </a>
        ) : (
          readable(title)
        )}
      </h2>
      {locator && <p className={styles.soft}>{readable(locator)}</p>}
      <SourceTexts source={source} />
      {writing ? (
        <>
          <p className={styles.soft}>{t('editorHint')}</p>
          <TextEditor
            written={{ type: 'article.edit', sourceId: id }}
            text={text}
            label={t('editorLabel')}
            look="field"
            onDone={() => write(false)}
          />
        </>
      ) : (
        <>
          {text !== '' && <Article source={source} text={text} passageId={passageId} />}
          {text === '' && <p className={styles.soft}>{t(mayWrite ? 'noArticleYours' : 'noArticle')}</p>}
          <p className={styles.facts}>
            {article && article.version > 1 && <span>{t('version', { number: article.version })}</span>}
            {mayWrite && (
              <Button size="small" onClick={() => write(true)}>
                {t(text === '' ? 'enter' : 'revise')}
              </Button>
            )}
          </p>
        </>
      )}
      {claims.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('cites')}</h3>
          <CitingClaims claims={claims} />
        </section>
      )}
    </div>
  );
}

interface ArticleProps {
  readonly source: Source;
  readonly text: string;
  readonly passageId: string | null;
}

function Article({ source, text, passageId }: ArticleProps) {
  const t = useMessages('evidence');
  const announce = useAnnounce();
  const submit = useSubmit();
  const afterJoining = useAfterJoining();
  const root = useRef<HTMLElement>(null);
  const cited = useCitedPassages(source.id);
  const [selected, drop] = useSelectedPassage(root, text);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const chosen = useViewPart((parts) => (parts.selected?.kind === 'claim' ? parts.selected.id : ''));
  const claim = useClaim(chosen);
  const mayAdd = useMay('claim.add');
  const { mayCite, whyNot } = useCiting(claim);
  const lost = cited.filter(({ place }) => place === null);
  const isTooLong = selected !== null && selected.exact.length > LIMITS.passageUnits;
  const make = () => mayAdd && !isTooLong && afterJoining(() => setMaking(true));
  const cite = () => {
    if (!selected || isTooLong) return;
    if (!claim || !mayCite) return whyNot === null ? undefined : announce(whyNot);
    const passages = [{ id: newId('q'), ...selected }];
    submit([{ type: 'claim.cite', claimId: claim.id, sourceId: source.id, passages }], (refusal) => {
      setProblem(refusal ?? null);
      if (refusal) return;
      announce(t('cited'));
      drop();
    });
  };
  return (
    <>
      <ArticleText
        text={text}
        cited={cited}
        at={passageId}
        selected={selected}
        root={root}
        onMake={make}
        onCite={cite}
        onDrop={drop}
      />
      {selected && !making && (
        <section className={styles.selection} aria-label={t('selectionTitle')} data-selection="">
          <p dir="auto">
            {isTooLong
              ? t('selectedTooLong', { limit: LIMITS.passageUnits })
              : t('selected', { text: excerpt(selected.exact, 60) })}
          </p>
          {!isTooLong && (
            // The selection stays while the viewer presses a button.
            // biome-ignore lint/a11y/noStaticElementInteractions: it keeps the browser from dropping the selection.
            <span className={styles.acts} onMouseDown={(event) => event.preventDefault()}>
              {mayAdd && (
                <Button size="small" look="primary" onClick={make}>
                  {t('make')}
                </Button>
              )}
              <Button size="small" disabled={!mayCite} onClick={cite}>
                {t('citeFor')}
              </Button>
              <Button size="small" look="quiet" onClick={drop}>
                {t('drop')}
              </Button>
            </span>
          )}
          {whyNot !== null && !isTooLong && <p className={styles.soft}>{whyNot}</p>}
          <RejectionNote rejection={problem} />
        </section>
      )}
      {selected && making && (
        <ClaimFromPassage
          sourceId={source.id}
          selectors={selected}
          onMade={drop}
          onClose={() => setMaking(false)}
        />
      )}
      {lost.length > 0 && (
        <section data-lost="">
          <h3 className={styles.heading}>{t('lostTitle')}</h3>
          <p className={styles.soft}>{t('lostText')}</p>
          <ul className={styles.list}>
            {lost.map(({ passage, claim: citing }) => (
              <li key={passage.id}>
                <blockquote className={styles.lost} dir="auto">
                  {passage.exact}
                </blockquote>
                <CitingClaimLink claim={citing} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
