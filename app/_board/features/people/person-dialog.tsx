'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Field } from '#app/_ui/field.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { REASONS, type Reason } from '#domain/debate/participants/participant.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { useConfirm } from '../../core/commands/use-confirm.ts';
import { Choice } from '../../core/forms/choice.tsx';
import targetStyles from '../../core/forms/target-dialog.module.css';
import { useNames } from '../../core/people/use-called.ts';
import { BanHelps, type Helps, helpingOperations, NO_HELP, useMissingHelps } from './ban-helps.tsx';
import { useLeaveManaging } from './managing.ts';
import type { NamedParticipant } from './use-participants.ts';

/** A decision about a person. */
export type Decided = 'muted' | 'removed' | 'banned' | 'renamed' | 'owner';

interface PersonDialogProps {
  readonly person: NamedParticipant;
  readonly decided: Decided;
  readonly onClose: () => void;
}

/** Asks for the details of a decision, and for confirmation. */
export function PersonDialog({ person, decided, onClose }: PersonDialogProps) {
  switch (decided) {
    case 'renamed':
      return <RenameDialog person={person} onClose={onClose} />;
    case 'owner':
      return <TransferDialog person={person} onClose={onClose} />;
    default:
      return <MeasureDialog person={person} measure={decided} onClose={onClose} />;
  }
}

type Part = Omit<PersonDialogProps, 'decided'>;

/** How long a mute or ban lasts, in minutes; 0: until it is lifted. */
const DURATIONS = ['10', '60', '1440', '10080', '0'] as const;

function MeasureDialog({
  person: { id, name },
  measure,
  onClose,
}: Part & { measure: 'muted' | 'removed' | 'banned' }) {
  const t = useMessages('managedPeople');
  const confirm = useConfirm();
  const [reason, setReason] = useState<Reason | null>(null);
  const [duration, setDuration] = useState<(typeof DURATIONS)[number] | null>(null);
  const [helps, setHelps] = useState<Helps>(NO_HELP);
  const missing = useMissingHelps();
  const isTimed = measure !== 'removed';
  const isComplete = reason !== null && (!isTimed || duration !== null);
  const lasting = isTimed && Number(duration) > 0 ? { minutes: Number(duration) } : {};
  const operation: Operation =
    measure === 'muted'
      ? { type: 'participant.mute', participantId: id, muted: true, reason, ...lasting }
      : { type: 'participant.setMembership', participantId: id, membership: measure, reason, ...lasting };
  return (
    <DecideForm
      title={t('measureTitle', { measure, name })}
      text={t('measureText', { measure })}
      act={t('measureDo', { measure })}
      operations={[operation, ...(measure === 'banned' ? helpingOperations(helps) : [])]}
      isComplete={isComplete}
      onClose={onClose}
      onDone={() => confirm(t('did', { measure, name }))}
    >
      <Choice
        label={t('reason')}
        hint={t('sanctionNotice')}
        chosen={reason}
        options={REASONS.map((one) => [one, t('reasonName', { reason: one })] as const)}
        onChoose={setReason}
      />
      {isTimed && (
        <Choice
          label={t('duration')}
          chosen={duration}
          options={DURATIONS.map((one) => [one, t('durationName', { minutes: one })] as const)}
          onChoose={setDuration}
        />
      )}
      {measure === 'banned' && <BanHelps helps={helps} missing={missing} onChange={setHelps} />}
    </DecideForm>
  );
}

function RenameDialog({ person: { id, name }, onClose }: Part) {
  const t = useMessages('managedPeople');
  const controls = useMessages('controls');
  const [wanted, setWanted] = useState('');
  return (
    <DecideForm
      title={t('renameTitle', { name })}
      text={t('renameText', { names: useNames() })}
      act={controls('save')}
      operations={[{ type: 'participant.rename', participantId: id, name: wanted }]}
      onClose={onClose}
    >
      <Field label={t('newName')}>
        {(tie) => (
          <input
            {...tie}
            required
            dir="auto"
            ref={focusOnMount}
            maxLength={LIMITS.nameCharacters}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
      </Field>
    </DecideForm>
  );
}

function TransferDialog({ person: { id, name }, onClose }: Part) {
  const t = useMessages('managedPeople');
  // A transfer may need reauthentication first; the board asks for it.
  const leave = useLeaveManaging();
  return (
    <DecideForm
      title={t('transferTitle', { name })}
      text={t('transferText')}
      act={t('transferDo')}
      operations={[{ type: 'debate.transfer', participantId: id }]}
      onClose={onClose}
      onDone={leave}
    />
  );
}

interface DecideFormProps {
  readonly title: string;
  readonly text: string;
  readonly act: string;
  readonly operations: readonly Operation[];
  /** True if everything that has to be chosen is. */
  readonly isComplete?: boolean;
  readonly onClose: () => void;
  /** Runs after the operations are submitted, in addition to closing. */
  readonly onDone?: () => void;
  readonly children?: ReactNode;
}

function DecideForm({
  title,
  text,
  act,
  operations,
  isComplete = true,
  onClose,
  onDone,
  children,
}: DecideFormProps) {
  const controls = useMessages('controls');
  const { ask, refusal } = useAsk();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a dialog within a dialog: the outer form must not be submitted.
    event.stopPropagation();
    if (!isComplete || !ask(...operations)) return;
    onClose();
    onDone?.();
  };
  return (
    <Dialog title={title} text={text} onClose={onClose}>
      <Stack as="form" gap={4} onSubmit={submit}>
        {children}
        <RejectionNote rejection={refusal} />
        <div className={targetStyles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit">
            {act}
          </Button>
        </div>
      </Stack>
    </Dialog>
  );
}
