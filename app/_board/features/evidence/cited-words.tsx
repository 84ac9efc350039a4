'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './evidence.module.css';
import { ReadSourceButton } from './read-source-button.tsx';
import { useCitedPassages } from './use-library.ts';

/** The passages of a source that a claim cites: in the article's words, with links to them; and which can no longer be found. */
export default function CitedWords({ claim, sourceId }: { claim: Claim; sourceId: string }) {
  const t = useMessages('evidence');
  const readable = useReadable();
  const submit = useSubmit();
  const mayUncite = useMay('claim.uncite', claim.author) && !claim.retracted;
  const own = useBoard(({ replica }) => replica.view.citations.get(claim.id));
  const cited = useCitedPassages(sourceId).filter((one) => one.claim.id === claim.id);
  const isOwn = (id: string) => own?.passages.some((passage) => passage.id === id);
  if (cited.length === 0) return null;
  return (
    <ul className={styles.passages}>
      {cited.map(({ passage, place }) => (
        <li key={passage.id} data-cited={place ? 'there' : 'lost'}>
          <blockquote className={place ? styles.quote : styles.lost} dir="auto">
            {readable(passage.exact)}
          </blockquote>
          <p className={styles.facts}>
            {!place && <span>{t('lostHere')}</span>}
            <ReadSourceButton
              source={{ sourceId, passageId: place ? passage.id : null }}
              label={t('inArticle')}
            />
            {mayUncite && isOwn(passage.id) && (
              <Button
                look="quiet"
                size="small"
                aria-label={t('uncitePassage')}
                title={t('uncitePassage')}
                onClick={() =>
                  submit([
                    {
                      type: 'claim.uncite',
                      claimId: claim.id,
                      sourceId,
                      passages: [passage.id],
                      keeps: true,
                    },
                  ])
                }
              >
                <CloseIcon />
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
