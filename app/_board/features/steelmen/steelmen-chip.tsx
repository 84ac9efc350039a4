'use client';

import { useState } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useSteelmen } from './use-steelmen.ts';

const SteelmenDialog = lazyComponent<{ onClose: () => void }>(() => import('./steelmen-dialog.tsx'));

interface SteelmenChipProps {
  readonly className: string | undefined;
  /** With numbers alone. */
  readonly isShort?: boolean;
}

/** Above the board: how many best cases wait for the viewer's answer, or how many are recognized; opens the list. */
export function SteelmenChip({ className, isShort = false }: SteelmenChipProps) {
  const t = useMessages('steelmen');
  const { toAnswer, waiting, recognized } = useSteelmen();
  const [isOpen, setOpen] = useState(false);
  const count = toAnswer.length + waiting.length + recognized.length;
  if (count === 0) return null;
  const isAsked = toAnswer.length > 0;
  const all = { recognized: recognized.length, count };
  const label = isAsked ? t('chip', { count: toAnswer.length }) : t('chipAll', all);
  const short = isAsked ? t('chipShort', { count: toAnswer.length }) : t('chipAllShort', all);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        data-waits={isAsked ? '' : undefined}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">{isShort ? short : label}</span>
      </button>
      {isOpen && <SteelmenDialog onClose={() => setOpen(false)} />}
    </>
  );
}
