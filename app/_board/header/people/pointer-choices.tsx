'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import {
  choosePointers,
  type PointerChoice,
  usePointerChoice,
} from '../../features/pointers/pointer-choice.ts';
import styles from '../header.module.css';

/** Options for showing the viewer's own pointer and other people's pointers. */
export function PointerChoices() {
  const t = useMessages('follow');
  const quiet = useBoard((state) => state.pointersMuted);
  const takesPart = useBoard(({ replica }) => replica.participantId !== null);
  if (quiet) return <p className={styles.pointerChoices}>{t('quiet')}</p>;
  return (
    <div className={styles.pointerChoices}>
      {takesPart && <Choice of="share" label={t('sharePointer')} />}
      <Choice of="see" label={t('seePointers')} />
    </div>
  );
}

function Choice({ of, label }: { of: keyof PointerChoice; label: string }) {
  const chosen = usePointerChoice();
  return (
    <label>
      <input
        type="checkbox"
        checked={chosen[of]}
        onChange={({ target }) => choosePointers({ [of]: target.checked })}
      />
      {label}
    </label>
  );
}
