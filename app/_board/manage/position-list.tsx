'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { HUES, type Hue, type Position } from '#domain/debate/positions/position.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { focusOnMount } from '../../_ui/focus/focus-on-mount.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { hueStyle } from '../../_ui/people/hue.ts';
import { HueChoice } from '../../_ui/people/hue-choice.tsx';
import { usePositions } from '../core/claims/use-claim.ts';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useAsk } from '../core/commands/use-ask.ts';
import styles from '../core/forms/manage.module.css';
import { useTyped } from '../core/forms/use-typed.ts';
import { newId } from '../core/store/new-id.ts';

/** The positions: name and colour of each, and a field for another. Their summaries are written where they are read. */
export function PositionList() {
  const t = useMessages('manage');
  const list = usePositions();
  const [adding, setAdding] = useState(false);
  const isFull = list.length >= LIMITS.positions;
  return (
    <section className={styles.part}>
      <h3>{t('positions')}</h3>
      {list.map((position) => (
        <PositionLine key={position.id} position={position} />
      ))}
      {adding && <NewPosition taken={list.map(({ hue }) => hue)} onDone={() => setAdding(false)} />}
      {isFull && <p className={styles.hint}>{t('positionsFull', { count: list.length })}</p>}
      {!adding && !isFull && (
        <div className={styles.row}>
          <Button onClick={() => setAdding(true)}>{t('addPosition')}</Button>
        </div>
      )}
    </section>
  );
}

function PositionLine({ position: { id, name, hue } }: { position: Position }) {
  const t = useMessages('manage');
  const { ask, refusal } = useAsk();
  const { typed, type, leave } = useTyped((wanted) =>
    ask({ type: 'position.edit', positionId: id, name: wanted }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    leave();
  };
  return (
    <form className={styles.line} style={hueStyle(hue)} onSubmit={onSubmit}>
      <Field label={t('position')}>
        {(tie) => (
          <input
            {...tie}
            dir="auto"
            maxLength={LIMITS.positionNameCharacters}
            value={typed ?? name}
            onChange={(event) => type(event.target.value)}
            onBlur={leave}
          />
        )}
      </Field>
      <HueChoice
        chosen={hue}
        onChange={(chosen) => ask({ type: 'position.edit', positionId: id, hue: chosen })}
      />
      <RejectionNote rejection={refusal} />
    </form>
  );
}

function NewPosition({ taken, onDone }: { taken: readonly Hue[]; onDone: () => void }) {
  const t = useMessages('manage');
  const controls = useMessages('controls');
  const [name, setName] = useState('');
  const [hue, setHue] = useState<Hue>(HUES.find((one) => !taken.includes(one)) ?? HUES[0]);
  const { ask, refusal } = useAsk();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const positionId = newId('p');
    if (ask({ type: 'position.add', positionId, name: name.trim(), hue, summary: '' })) onDone();
  };
  return (
    <form className={styles.line} style={hueStyle(hue)} onSubmit={add}>
      <Field label={t('newPosition')}>
        {(tie) => (
          <input
            {...tie}
            required
            dir="auto"
            ref={focusOnMount}
            maxLength={LIMITS.positionNameCharacters}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <HueChoice chosen={hue} onChange={setHue} />
      <RejectionNote rejection={refusal} />
      <div className={styles.row}>
        <Button look="primary" type="submit">
          {t('addPosition')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {controls('cancel')}
        </Button>
      </div>
    </form>
  );
}
