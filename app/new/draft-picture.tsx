'use client';

import type { CSSProperties } from 'react';
import { Stack } from '../_ui/layout/stack.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { hueStyle } from '../_ui/people/hue.ts';
import picture from '../home/front-picture.module.css';
import styles from './draft-picture.module.css';
import type { PositionDraft } from './position-draft.ts';

interface DraftPictureProps {
  readonly motion: string;
  readonly positions: readonly PositionDraft[];
}

/** Picture of how the debate will open, drawn while it is written; the fields beside it say the same. */
export function DraftPicture({ motion, positions }: DraftPictureProps) {
  const t = useMessages('newDebate');
  return (
    <figure className={styles.draft} aria-hidden="true">
      <figcaption className={styles.caption}>{t('picture')}</figcaption>
      <div className={picture.picture}>
        <p className={picture.motion} dir="auto" data-empty={motion === '' ? '' : undefined}>
          {motion || t('motionExample')}
        </p>
        <Stack as="ul" gap={4}>
          {positions.map(({ key, name, hue, summary }) => (
            <li key={key} className={styles.lane} style={hueStyle(hue) as CSSProperties}>
              <p className={styles.name} dir="auto">
                {name || t('positionName')}
              </p>
              {summary && (
                <p className={styles.summary} dir="auto">
                  {summary}
                </p>
              )}
              <p className={picture.none}>{t('firstClaims')}</p>
            </li>
          ))}
        </Stack>
      </div>
    </figure>
  );
}
