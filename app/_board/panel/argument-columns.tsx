'use client';

import { memo, useMemo, useRef } from 'react';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { Button } from '../../_ui/button/button.tsx';
import { focusWhenDrawn } from '../../_ui/focus/catch-focus.ts';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { BearingSign } from '../core/claims/bearing-sign.tsx';
import { type DirectArgument, useArguments } from '../core/claims/use-arguments.ts';
import { useOfferedRelations } from '../core/commands/use-side.ts';
import { MoreButton, useShownPart } from '../core/forms/shown-part.tsx';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import styles from '../core/view/panel.module.css';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { ArgumentComposer } from '../features/claims/composing/argument-composer.tsx';
import { useClaimActs } from '../features/claims/use-claim-acts.ts';
import { ArgumentLine, lineIdOf } from './argument-line.tsx';

interface ArgumentColumnsProps {
  readonly place: Target;
  readonly retracted?: boolean;
}

/** Supports and attacks of a claim or a position, side by side; not rendered again when only its wording changes. */
export const ArgumentColumns = memo(function ArgumentColumns({
  place,
  retracted = false,
}: ArgumentColumnsProps) {
  const writing = useViewPart((parts) => parts.writing);
  const { write, select } = useViewActs();
  const narrow = useNarrow();
  const composing = narrow && writing?.kind === 'argument' && writing.target.id === place.id ? writing : null;
  return (
    <section className={joinClasses(styles.section, styles.argumentSection)} data-section="arguments">
      {composing && (
        <ArgumentComposer
          target={composing.target}
          relation={composing.relation}
          onDone={(claimId) => {
            write(null);
            if (claimId) select(place);
            focusWhenDrawn(claimId ? lineIdOf(claimId) : '', addIdOf(place, composing.relation));
          }}
        />
      )}
      <div className={styles.columns}>
        <Column place={place} relation="support" retracted={retracted} />
        <Column place={place} relation="attack" retracted={retracted} />
      </div>
    </section>
  );
});

/** The id of the button that adds a support or an attack. */
const addIdOf = (place: Target, relation: Relation) => `add-${relation}-${place.id}`;

function Column({ place, relation, retracted }: { place: Target; relation: Relation; retracted: boolean }) {
  const t = useMessages('claim');
  const panel = useMessages('panel');
  const all = useArguments(place.id);
  const isWhole = useBoard(({ branches }) => branches === null);
  const mine = useMemo(() => all.filter((one) => one.relation === relation), [all, relation]);
  const part = useShownPart(mine);
  const list = useRef<HTMLUListElement>(null);
  const ownId = useOwnLast(mine, part.shown.length);
  const acts = useClaimActs();
  const support = relation === 'support';
  const isOffered = useOfferedRelations(place).includes(relation) && !retracted;
  return (
    <div data-column={relation}>
      <h3 className={joinClasses(styles.columnHead, support ? styles.support : styles.attack)}>
        <BearingSign bearing={relation} />
        {t(support ? 'supportsCount' : 'attacksCount', { count: mine.length })}
      </h3>
      {mine.length === 0 && isWhole && (
        <p className={styles.none}>{panel(support ? 'noSupports' : 'noAttacks')}</p>
      )}
      <ul ref={list} className={styles.lines}>
        {part.shown.map(({ claimId }) => (
          <ArgumentLine key={claimId} claimId={claimId} />
        ))}
      </ul>
      <MoreButton list={list} part={part} />
      {ownId !== undefined && (
        <ul className={styles.lines}>
          <ArgumentLine claimId={ownId} />
        </ul>
      )}
      {isOffered && (
        <Button
          id={addIdOf(place, relation)}
          look="quiet"
          size="small"
          className={styles.add}
          onClick={() => acts.argue(place, relation)}
        >
          {t(relation)}
        </Button>
      )}
    </div>
  );
}

/** Returns the viewer's own last argument if it stands behind the first `most`: it may just have been written, and takes the focus. */
function useOwnLast(mine: readonly DirectArgument[], most: number): string | undefined {
  const store = useBoardStore();
  return useMemo(() => {
    const { view, participantId } = store.state().replica;
    const isOwn = ({ claimId }: DirectArgument) => view.claims.get(claimId)?.author === participantId;
    return mine.slice(most).findLast(isOwn)?.claimId;
  }, [mine, most, store]);
}
