'use client';

import { type FormEvent, useState } from 'react';
import { NAMES, type Names } from '#domain/debate/head/head.ts';
import { isLooser } from '#domain/debate/head/names.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialogs/dialog.tsx';
import { Stack } from '../../_ui/layout/stack.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useAsk } from '../core/commands/use-ask.ts';
import { Choice } from '../core/forms/choice.tsx';
import styles from '../core/forms/manage.module.css';
import { useNames } from '../core/people/use-called.ts';

/** Setting for who sees authors' names. Only more restrictive choices are possible. */
export function NamesPart() {
  const t = useMessages('names');
  const now = useNames();
  const [wanted, setWanted] = useState<Names | null>(null);
  const open = NAMES.filter((names) => !isLooser(names, now));
  return (
    <section className={styles.part}>
      <h3>{t('title')}</h3>
      <Choice
        label={t('beside')}
        hint={t('hint', { names: now })}
        chosen={now}
        options={open.map((names) => [names, t(names)] as const)}
        onChoose={setWanted}
      />
      {wanted && wanted !== now && <Confirm names={wanted} onClose={() => setWanted(null)} />}
    </section>
  );
}

function Confirm({ names, onClose }: { names: Names; onClose: () => void }) {
  const t = useMessages('names');
  const controls = useMessages('controls');
  const { ask, refusal } = useAsk();
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (ask({ type: 'debate.configure', names })) onClose();
  };
  return (
    <Dialog title={t('confirmTitle', { names })} text={t('confirmText', { names })} onClose={onClose}>
      <Stack as="form" gap={4} onSubmit={send}>
        <p>{t('confirmWarning')}</p>
        <RejectionNote rejection={refusal} />
        <div className={styles.row}>
          <Button look="primary" type="submit">
            {t('confirm', { names })}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  );
}
