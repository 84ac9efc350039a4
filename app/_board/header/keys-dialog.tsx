'use client';

import { Dialog } from '../../_ui/dialogs/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useIsModerator } from '../core/claims/use-claim.ts';
import { setLetterKeys, useLetterKeys } from '../core/keys/letter-keys.ts';
import styles from './keys-dialog.module.css';

/** The board's keys, by purpose. */
const GROUPS = {
  read: [
    ['arrows', '↑ ↓ ← →'],
    ['enter', 'Enter'],
    ['fold', 'Space'],
    ['beside', '*'],
    ['branch', 'F'],
    ['zoomTo', 'Z'],
    ['next', 'N'],
    ['escape', 'Esc'],
  ],
  take: [
    ['vote', '1 2 3'],
    ['guided', 'G'],
    ['guidedAnswers', 'A D P ← →'],
    ['support', 'S'],
    ['attack', 'A'],
    ['comment', 'C'],
    ['weigh', 'W'],
    ['send', 'Ctrl Enter'],
  ],
  change: [
    ['edit', 'E'],
    ['remove', 'Delete'],
    ['choose', 'X'],
    ['reorder', 'Alt ↑ ↓'],
    ['shift', 'Alt ← →'],
    ['undo', 'Ctrl Z'],
    ['redo', 'Ctrl Shift Z / Ctrl Y'],
  ],
  show: [
    ['palette', 'Ctrl K'],
    ['search', '/'],
    ['map', 'M'],
    ['front', 'Home'],
    ['fit', '0'],
    ['zoom', '+ -'],
    ['outline', 'O'],
    ['sources', 'B'],
    ['analysis', 'V'],
    ['help', '?'],
  ],
  moderate: [
    ['facilitate', 'P'],
    ['queue', 'Q'],
    ['queueWalk', '↑ ↓ J K'],
    ['queueActs', 'A D R H M'],
  ],
} as const;

const NAMES = ['read', 'take', 'change', 'show', 'moderate'] as const;

/** All keys of the board, in groups; those of moderators only for them. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('keys');
  const isSteering = useIsModerator();
  const isOn = useLetterKeys();
  return (
    <Dialog title={t('title')} onClose={onClose} size="wide">
      <label className={styles.choice}>
        <input type="checkbox" checked={isOn} onChange={({ target }) => setLetterKeys(target.checked)} />
        {t('letterKeys')}
      </label>
      <div className={styles.keys}>
        {NAMES.filter((name) => name !== 'moderate' || isSteering).map((name) => (
          <section key={name}>
            <h3>{t('group', { name })}</h3>
            <dl>
              {GROUPS[name].map(([what, key]) => (
                <div key={what}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{t(what)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
