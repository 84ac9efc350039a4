'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useNarrow } from '../../core/view/use-narrow.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './analysis-pane.module.css';
import { OpeningProvider } from './claim-link.tsx';
import { OpinionsProvider } from './opinions/opinions-context.tsx';
import { SECTIONS } from './sections.ts';
import { StandingProvider } from './standing-context.tsx';

/** Number of parts that are unfolded at first: the pane begins with who agrees with whom. */
const UNFOLDED = 1;

/** Analysis of votes and links, beside the debate while it goes on. On a phone it is a sheet over the debate. */
export function AnalysisPane() {
  const t = useMessages('analysis');
  const debateId = useBoard((board) => board.debateId);
  const { analyse, list, select } = useViewActs();
  const isNarrow = useNarrow();
  const open = (claimId: string) => {
    select({ kind: 'claim', id: claimId });
    if (isNarrow) analyse(false);
  };
  const asPage = (
    <>
      <Button look="quiet" size="small" onClick={() => list('perspectives')}>
        {t('seeAs')}
      </Button>
      <ButtonLink look="quiet" size="small" href={`${debateAddress(debateId)}/analysis`}>
        {t('asPage')}
      </ButtonLink>
    </>
  );
  return (
    <SidePane
      className={styles.pane}
      label={t('title')}
      tools={asPage}
      closeLabel={t('close')}
      onClose={() => analyse(false)}
      data-analysis=""
    >
      <StandingProvider>
        <OpinionsProvider debateId={debateId}>
          <OpeningProvider value={open}>
            {SECTIONS.map(({ id, Section }, nth) => (
              <Part key={id} id={id} Section={Section} isUnfolded={nth < UNFOLDED} />
            ))}
          </OpeningProvider>
        </OpinionsProvider>
      </StandingProvider>
    </SidePane>
  );
}

type PartProps = (typeof SECTIONS)[number] & { readonly isUnfolded: boolean };

/** A part of the analysis: it is calculated and drawn once it is unfolded, and stays when it is folded. */
function Part({ id, Section, isUnfolded }: PartProps) {
  const t = useMessages('analysis');
  const [wasUnfolded, setUnfolded] = useState(isUnfolded);
  return (
    <details
      className={styles.part}
      open={isUnfolded}
      onToggle={({ currentTarget }) => currentTarget.open && setUnfolded(true)}
      data-part={id}
    >
      <summary>
        <h2>{t(id)}</h2>
      </summary>
      {wasUnfolded && <Section />}
    </details>
  );
}
