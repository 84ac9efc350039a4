'use client';

import { useEffect } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { catchFocus } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { personHue } from '#app/_ui/people/person-hue.ts';
import { useShortName } from '../../core/people/use-called.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import styles from './follow.module.css';
import { useFollow } from './follow-context.tsx';

/** Says whom the viewer follows, in that person's colour, and how to stop. */
export default function FollowSign() {
  const t = useMessages('follow');
  const people = useMessages('people');
  const { following, stop } = useFollow();
  const branch = useViewPart((view) => view.branch !== null);
  const name = useShortName(following ?? '') ?? people('somebody');
  // Its button goes away with it, pressed or by Escape.
  useEffect(() => catchFocus, []);
  if (following === null) return null;
  return (
    <div
      className={styles.follow}
      data-branch={branch ? '' : undefined}
      style={hueStyle(personHue(following))}
    >
      <section className={styles.sign} aria-label={t('following', { name })}>
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.followed}>{t('following', { name })}</span>
        <Button size="small" className={styles.stop} title={t('stopHint')} onClick={stop}>
          {t('stop')}
        </Button>
      </section>
    </div>
  );
}
