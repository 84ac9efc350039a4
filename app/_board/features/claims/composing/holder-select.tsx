'use client';

import { actorNow, usePositions } from '#app/_board/core/claims/use-claim.ts';
import { usualHolder } from '#app/_board/core/commands/use-add-argument.ts';
import { mayHold } from '#app/_board/core/commands/use-side.ts';
import { useBoard } from '#app/_board/core/store/board-context.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';

interface HolderSelectProps {
  readonly target: Target;
  readonly relation: Relation;
  readonly holder: string | null | undefined;
  readonly onChange: (holder: string | null) => void;
}

/** Selects the position that holds the argument, of those allowed to the viewer. A support is initially assigned to its target's position. */
export function HolderSelect({ target, relation, holder, onChange }: HolderSelectProps) {
  const t = useMessages('composer');
  const positions = usePositions();
  const usual = useBoard((state) => usualHolder(state.replica.view, actorNow(state), target, relation));
  const value = holder === undefined ? usual : holder;
  // As one string: `useBoard` compares what it selects.
  const allowed = useBoard((state) =>
    ['', ...positions.map(({ id }) => id)].filter((id) => mayHold(state, target, id || null)).join(' '),
  ).split(' ');
  if (allowed.length < 2) return null;
  return (
    <Field label={t('holder')}>
      {(tie) => (
        <select {...tie} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          {allowed.includes('') && <option value="">{t('noHolder')}</option>}
          {positions
            .filter(({ id }) => allowed.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
