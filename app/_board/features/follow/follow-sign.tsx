'use client';

import { Button } from '#app/_ui/button/button.tsx';
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
  if (following === null) return null;
  return (
    <div
      className={styles.follow}
      data-branch={branch ? '' : undefined}
      style={hueStyle(personHue(following))}
    >
      <div className={styles.sign} role="status">
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.followed}>{t('following', { name })}</span>
        <Button size="small" className={styles.stop} title={t('stopHint')} onClick={stop}>
          {t('stop')}
        </Button>
      </div>
    </div>
  );
}
