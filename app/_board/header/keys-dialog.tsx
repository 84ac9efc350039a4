'use client';

import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './header.module.css';

const KEYS = [
  ['arrows', '↑ ↓ ← →'],
  ['enter', 'Enter'],
  ['support', 'S'],
  ['attack', 'A'],
  ['vote', '1 2 3'],
  ['weigh', 'W'],
  ['edit', 'E'],
  ['comment', 'C'],
  ['remove', 'Delete'],
  ['reorder', 'Alt ↑ ↓'],
  ['shift', 'Alt ← →'],
  ['palette', 'Ctrl K'],
  ['search', '/'],
  ['next', 'N'],
  ['send', 'Ctrl Enter'],
  ['escape', 'Esc'],
  ['undo', 'Ctrl Z'],
  ['redo', 'Ctrl Shift Z'],
  ['fold', 'Space'],
  ['beside', '*'],
  ['branch', 'F'],
  ['choose', 'X'],
  ['zoomTo', 'Z'],
  ['fit', '0'],
  ['map', 'M'],
  ['outline', 'O'],
  ['sources', 'B'],
  ['analysis', 'V'],
  ['facilitate', 'P'],
  ['queue', 'Q'],
  ['queueWalk', '↑ ↓ J K'],
  ['queueActs', 'A D R H M'],
  ['help', '?'],
] as const;

/** All keys of the board. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('keys');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([what, key]) => (
          <div key={what}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
