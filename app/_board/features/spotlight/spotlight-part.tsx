'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { catchFocus, focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './light.module.css';
import type { FollowingSpotlight } from './use-follow-spotlight.ts';
import { useLeads } from './use-leads.ts';
import { useLitClaim } from './use-light.ts';

/** The id of the button that takes the place of “Leading”. */
const FOLLOW = 'follow-spotlight';

/** Above the board: the claim in the spotlight, going to it, and for everyone but the one who leads, following the facilitator. */
export function SpotlightPart({ following }: { following: FollowingSpotlight }) {
  const t = useMessages('spotlight');
  const claim = useLitClaim();
  const leads = useLeads();
  const { isInvited, follows, follow, stop, arrive, decline } = following;
  if (!claim) return null;
  return (
    <section className={styles.part} aria-label={t('inSpotlight')} data-invited={isInvited ? '' : undefined}>
      <p className={styles.said} role={isInvited ? 'alert' : undefined}>
        <span className={styles.label}>{isInvited ? t('invited') : t('inSpotlight')}</span>{' '}
        <Words claim={claim} />
      </p>
      <GoThere claim={claim} onGone={arrive} isAsked={isInvited} />
      {isInvited && (
        <Button size="small" look="quiet" onClick={decline}>
          {t('later')}
        </Button>
      )}
      {!leads && (
        <Button
          id={FOLLOW}
          size="small"
          aria-pressed={follows}
          title={t('followHint')}
          onClick={follows ? stop : follow}
        >
          {follows ? t('following') : t('follow')}
        </Button>
      )}
    </section>
  );
}

/** Above the board, for the one who leads: that they do, and stopping it. */
export function Leading() {
  const t = useMessages('spotlight');
  const { lead } = useViewActs();
  if (!useLeads()) return null;
  const stop = () => {
    lead(false);
    focusWhenDrawn(FOLLOW);
    // Where nothing is in the spotlight, there is no such button.
    catchFocus();
  };
  return (
    <Button size="small" aria-pressed title={t('leadHint')} onClick={stop}>
      {t('leading')}
    </Button>
  );
}

function Words({ claim }: { claim: Claim }) {
  const readable = useReadable();
  return (
    <span className={styles.words} dir="auto">
      {readable(claim.text)}
    </span>
  );
}

interface GoThereProps {
  readonly claim: Claim;
  readonly isAsked: boolean;
  readonly onGone: () => void;
}

function GoThere({ claim, isAsked, onGone }: GoThereProps) {
  const t = useMessages('spotlight');
  const { select } = useViewActs();
  const go = () => {
    select({ kind: 'claim', id: claim.id });
    onGone();
  };
  return (
    <Button size="small" look={isAsked ? 'primary' : 'plain'} onClick={go}>
      {t('go')}
    </Button>
  );
}
