'use client';

import { Fragment, type MouseEvent, type ReactNode, useState } from 'react';
import { shownConclusion } from '#domain/debate/conclusion/signatures.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { phaseOf } from '#domain/debate/phases/phases.ts';
import { isClear } from '#domain/debate/settings/is-clear.ts';
import { Button } from '../../_ui/button/button.tsx';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { isRepeatedClick } from '../../_ui/button/is-repeated-click.ts';
import { Dialog } from '../../_ui/dialogs/dialog.tsx';
import { focusButtonOnMount } from '../../_ui/focus/focus-on-mount.ts';
import { Row } from '../../_ui/layout/row.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { callRoute } from '../../_ui/requests/call-route.ts';
import { useActor } from '../core/claims/use-claim.ts';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useAsk } from '../core/commands/use-ask.ts';
import styles from '../core/forms/manage.module.css';
import { useBoard } from '../core/store/board-context.tsx';
import { SaveTemplate } from '../core/templates/save-template.tsx';

/** State of the debate, and actions to close, archive or delete it. */
export function StatusPart() {
  const t = useMessages('status');
  const head = useBoard(({ replica }) => replica.view.head);
  const debateId = useBoard((state) => state.debateId);
  const hasConclusion = useBoard(({ replica }) => shownConclusion(replica.view) !== null);
  const isOwner = useActor()?.role === 'owner';
  const { ask, refusal } = useAsk();
  const [warned, setWarned] = useState<EndStatus | null>(null);
  const shouldWarn = useBoard(({ replica }) => hasUnfinished(replica.view));
  // A deleted debate can only be restored, which is offered across the board.
  if (!head || head.deleted) return null;
  const { closed } = head.restrictions ?? {};
  // Its opposite takes the place of each button, so that the second click of two would undo the first.
  const turn = (status: 'open' | EndStatus) => (event: MouseEvent) => {
    if (isRepeatedClick(event)) return;
    if (status !== 'open' && shouldWarn) setWarned(status);
    else ask({ type: 'debate.setStatus', status });
  };
  return (
    <section className={styles.part}>
      <h3>{t('title')}</h3>
      {closed && (
        <>
          <p>{t('closedByAdministratorText')}</p>
          <blockquote className={styles.hint} dir="auto">
            {closed.reason}
          </blockquote>
        </>
      )}
      <Action text={t(head.status === 'open' && hasConclusion ? 'openConclusionText' : `${head.status}Text`)}>
        {head.status !== 'open' && !closed && <Button onClick={turn('open')}>{t('open')}</Button>}
        {head.status === 'open' && <Button onClick={turn('closed')}>{t('close')}</Button>}
        {head.status !== 'archived' && <Button onClick={turn('archived')}>{t('archive')}</Button>}
      </Action>
      <Action text={t('duplicateText')}>
        <ButtonLink href={`/new?from=${encodeURIComponent(debateId)}`}>{t('duplicate')}</ButtonLink>
        <label>
          <input
            type="checkbox"
            checked={head.settings.template}
            onChange={({ target }) => ask({ type: 'debate.configure', template: target.checked })}
          />
          {t('template')}
        </label>
      </Action>
      <Saving />
      {isOwner && (
        <>
          {head.status === 'open' && <Clearing />}
          <Asking
            text={t('deleteText')}
            action={t('delete')}
            sure={t('deleteSure')}
            onSure={() => void ask({ type: 'debate.delete', deleted: true } satisfies Operation)}
          />
        </>
      )}
      <RejectionNote rejection={refusal} />
      {warned && (
        <EndDialog
          status={warned}
          onConfirm={() => ask({ type: 'debate.setStatus', status: warned })}
          onClose={() => setWarned(null)}
        />
      )}
    </section>
  );
}

type EndStatus = 'closed' | 'archived';

/** True if the end of this debate would close a poll, or leave something unrevealed. */
function hasUnfinished(state: DebateState): boolean {
  if (state.head?.status !== 'open') return false;
  return state.polls.some(({ open }) => open) || hidesAnything(state);
}

function hidesAnything(state: DebateState): boolean {
  return (phaseOf(state)?.hides.length ?? 0) > 0;
}

interface EndDialogProps {
  readonly status: EndStatus;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a debate with an open poll, or with something unrevealed, is closed or archived. */
function EndDialog({ status, onConfirm, onClose }: EndDialogProps) {
  const t = useMessages('status');
  const controls = useMessages('controls');
  const openPolls = useBoard(({ replica }) => replica.view.polls.count(({ open }) => open));
  const isHiding = useBoard(({ replica }) => hidesAnything(replica.view));
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog title={t(status === 'closed' ? 'closeTitle' : 'archiveTitle')} onClose={onClose}>
      {openPolls > 0 && <p>{t('endsPolls', { count: openPolls })}</p>}
      {isHiding && <p>{t('staysHidden')}</p>}
      <Row>
        <Button look="primary" autoFocus onClick={onClose}>
          {controls('cancel')}
        </Button>
        <Button onClick={confirm}>{t(status === 'closed' ? 'close' : 'archive')}</Button>
      </Row>
    </Dialog>
  );
}

/** Saves the debate's shape as a file, for debates elsewhere. */
function Saving() {
  const t = useMessages('templates');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Action text={t('saveText')}>
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('save')}
        </Button>
      </Action>
      {isOpen && <SaveTemplate />}
    </>
  );
}

/** The server clears the debate, because it keeps a copy first. */
function Clearing() {
  const t = useMessages('status');
  const debateId = useBoard((state) => state.debateId);
  const isEmpty = useBoard(({ replica }) => isClear(replica.view));
  const [said, setSaid] = useState<'clearing' | 'cleared' | 'notCleared' | null>(null);
  const clear = async () => {
    setSaid('clearing');
    const answer = await callRoute('POST /api/debates/[id]/clear', { params: { id: debateId } });
    setSaid(answer !== 'unreachable' && answer.ok ? 'cleared' : 'notCleared');
  };
  return (
    <>
      {!isEmpty && (
        <Asking text={t('clearText')} action={t('clear')} sure={t('clearSure')} onSure={() => void clear()} />
      )}
      <p role="status" className={styles.hint}>
        {said && t(said)}
      </p>
    </>
  );
}

interface AskingProps {
  readonly text: string;
  readonly action: string;
  readonly sure: string;
  readonly onSure: () => void;
}

/**
 * Asks for confirmation, because the action changes much for many people. A double press confirms nothing: Cancel is where the first
 * button was, and has the focus.
 */
function Asking({ text, action, sure, onSure }: AskingProps) {
  const controls = useMessages('controls');
  const [step, setStep] = useState<'idle' | 'asking' | 'answered'>('idle');
  const answer = (then?: () => void) => (event: MouseEvent) => {
    if (isRepeatedClick(event)) return;
    setStep('answered');
    then?.();
  };
  return (
    <Action text={text}>
      {step === 'asking' ? (
        <Fragment key="answers">
          <Button look="quiet" onClick={answer()} ref={focusButtonOnMount}>
            {controls('cancel')}
          </Button>
          <Button look="primary" onClick={answer(onSure)}>
            {sure}
          </Button>
        </Fragment>
      ) : (
        <Button
          key="action"
          onClick={() => setStep('asking')}
          ref={step === 'answered' ? focusButtonOnMount : undefined}
        >
          {action}
        </Button>
      )}
    </Action>
  );
}

function Action({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={styles.line}>
      <p>{text}</p>
      <div className={styles.row}>{children}</div>
    </div>
  );
}
