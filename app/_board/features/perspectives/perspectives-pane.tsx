'use client';

import { useMemo, useState } from 'react';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { takesVotes } from '#domain/debate/votes/ballots.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useNarrow } from '../../core/view/use-narrow.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { comparisonAddress } from './comparison-address.ts';
import { ComparisonLists } from './comparison-lists.tsx';
import { OwnVotesSwitch } from './own-votes-switch.tsx';
import { PerspectiveSelect } from './perspective-select.tsx';
import styles from './perspectives.module.css';
import { useComparison } from './use-comparison.ts';
import { usePerspectiveName } from './use-perspective-name.ts';
import { type FollowedPerspectives, isExplained, usePerspectives } from './use-perspectives.ts';

/** Claims in each list beside the debate; the page has more. */
const LISTED = 6;

/** Beside the debate: whose votes it is drawn with, and a comparison with another's. On a phone it is a sheet over the debate. */
export function PerspectivesPane() {
  const t = useMessages('perspectives');
  const { list, seeAs, select } = useViewActs();
  const isNarrow = useNarrow();
  const debateId = useBoard((board) => board.debateId);
  const see = useViewPart(({ perspective }) => perspective) ?? 'everyone';
  const [beside, setBeside] = useState('');
  const names = useMemo(() => (beside === '' ? [see] : [see, beside]), [see, beside]);
  const perspectives = usePerspectives(names);
  const open = (claimId: string) => {
    select({ kind: 'claim', id: claimId });
    if (isNarrow) list(null);
  };
  const asPage = beside !== '' && (
    <ButtonLink look="quiet" size="small" href={comparisonAddress(debateId, see, beside)}>
      {t('asPage')}
    </ButtonLink>
  );
  return (
    <SidePane
      className={styles.pane}
      label={t('title')}
      tools={asPage}
      closeLabel={t('close')}
      onClose={() => list(null)}
      data-perspectives=""
    >
      <div className={styles.body}>
        <p className={styles.soft}>{t('intro')}</p>
        <div className={styles.choices}>
          <PerspectiveSelect
            label={t('see')}
            known={perspectives.known}
            value={see}
            onChoose={(name) => seeAs(name === 'everyone' ? null : name)}
          />
          <PerspectiveSelect
            label={t('beside')}
            known={perspectives.known}
            value={beside}
            orNone
            onChoose={setBeside}
          />
        </div>
        <PerspectiveNotes perspectives={perspectives} />
        {beside !== '' && <Compared perspectives={perspectives} names={[see, beside]} onOpen={open} />}
        <OwnVotesSwitch />
      </div>
    </SidePane>
  );
}

interface ComparedProps {
  readonly perspectives: FollowedPerspectives;
  readonly names: readonly [left: string, right: string];
  readonly onOpen: (claimId: string) => void;
}

function Compared({ perspectives, names: [left, right], onOpen }: ComparedProps) {
  const { known, votesOf, lacksOwnVotes } = perspectives;
  const t = useMessages('perspectives');
  const nameOf = usePerspectiveName();
  const comparison = useComparison(votesOf(left), votesOf(right));
  if (comparison === null) return isExplained(known) ? null : <p className={styles.soft}>{t('nothing')}</p>;
  const names = [nameOf(left), nameOf(right)] as const;
  return <ComparisonLists {...{ comparison, names, lacksOwnVotes, onOpen }} most={LISTED} />;
}

/** Notes on perspectives that are not there, and on the rule by which votes are shown. */
export function PerspectiveNotes({ perspectives: { known } }: Pick<ComparedProps, 'perspectives'>) {
  const t = useMessages('perspectives');
  const isSecret = useBoard(({ replica }) => (replica.view.head?.settings.ballots ?? 'open') !== 'open');
  const isVoting = useBoard(({ replica }) => takesVotes(replica.view));
  if (known === null || known === 'failed')
    return <p className={styles.soft}>{t(known === null ? 'loading' : 'failed')}</p>;
  return (
    <>
      {isVoting && !known.kept && <p className={styles.soft}>{t('groupsLater')}</p>}
      <p className={styles.soft}>{t(known.kept ? 'kept' : isSecret ? 'secret' : 'thresholds')}</p>
    </>
  );
}
