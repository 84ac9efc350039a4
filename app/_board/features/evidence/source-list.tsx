'use client';

import { memo } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { isSameButText } from '../../core/claims/same-but-text.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import styles from '../../core/view/panel.module.css';
import { ReadSourceButton } from './read-source-button.tsx';
import { useCited } from './source-marks.tsx';
import { SourceTexts } from './source-texts.tsx';

const CitedWords = lazyComponent(() => import('./cited-words.tsx'));

/** The places of a claim's evidence, and what is written there. */
export const SourceList = memo(function SourceList({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const panel = useMessages('panel');
  const evidence = useMessages('evidence');
  const readable = useReadable();
  const sources = useCited(claim);
  const submit = useSubmit();
  const mayUncite = useMay('claim.uncite', claim.author) && !claim.retracted;
  if (sources.length === 0) return null;
  return (
    <section className={styles.section} data-section="arguments">
      <h3 className={styles.heading}>{panel('sourcesTitle')}</h3>
      {sources.map(({ id, title, url, locator, ...source }) => (
        <Stack as="figure" gap={1} key={id}>
          <figcaption className={styles.sourceHead}>
            {locator && <span className={styles.locator}>{readable(locator)}</span>}
            <span dir="auto">
              {url ? (
                <a href={url} target="_blank" rel="noreferrer nofollow">
                  {readable(title)}
                </a>
              ) : (
                readable(title)
              )}
            </span>
            <ReadSourceButton source={{ sourceId: id, passageId: null }} label={evidence('read')} />
            {mayUncite && claim.sources.includes(id) && (
              <Button
                look="quiet"
                size="small"
                aria-label={t('uncite')}
                title={t('uncite')}
                onClick={() => submit([{ type: 'claim.uncite', claimId: claim.id, sourceId: id }])}
              >
                <CloseIcon />
              </Button>
            )}
          </figcaption>
          <CitedWords claim={claim} sourceId={id} />
          <SourceTexts source={{ id, title, url, locator, ...source }} />
        </Stack>
      ))}
    </section>
  );
}, isSameButText);
