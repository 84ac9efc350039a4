'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { RefusedOperation } from '#domain/sync/outbox.ts';
import { predict } from '#domain/sync/replica.ts';
import { type ClaimDialog, useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import { useAfterJoining } from '../../core/commands/join-context.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './refused-tray.module.css';
import { useMayTry } from './use-may-try.ts';
import { useRefusedActs } from './use-refused-acts.ts';
import { useRefusedWords } from './use-refused-words.ts';
import { isAlreadySo, placeable } from './ways-on.ts';

interface RefusedItemProps {
  readonly refused: RefusedOperation;
  /** Id of its subject: that is named already. */
  readonly about: string;
  /** The reason that is given already. */
  readonly said: string;
}

/** One rejection: what was asked for, the text, why, and what can be done. */
export function RefusedItem({ refused, about, said }: RefusedItemProps) {
  const t = useMessages('rejected');
  const { asked, words, written, reason } = useRefusedWords().wordsOf(refused, about);
  const { tryAgain, dismiss } = useRefusedActs();
  const fits = useFits(refused);
  const mayTry = useMayTry();
  return (
    <li className={styles.refused}>
      <p className={styles.kind}>{asked}</p>
      {words && (
        <blockquote className={styles.words} dir="auto">
          {words}
        </blockquote>
      )}
      {reason !== said && (
        <p className={styles.reason} data-code={refused.rejection.code}>
          {reason}
        </p>
      )}
      <Row>
        {fits && mayTry && (
          <Button size="small" title={t('fits')} onClick={() => tryAgain([refused])}>
            {t('again')}
          </Button>
        )}
        {refused.rejection.code === 'reauthentication_required' && <ProveLink />}
        {mayTry && <ElsewhereButton refused={refused} written={written} />}
        {words && <CopyButton words={words} />}
        <Button size="small" look="quiet" onClick={() => dismiss([refused])}>
          {t('dismiss')}
        </Button>
      </Row>
    </li>
  );
}

/** Returns whether it would be accepted now, as far as this page knows. */
function useFits(refused: RefusedOperation): boolean {
  return useBoard(({ replica }) => predict(replica, refused.operation).ok);
}

/** Links to reauthentication and back; the rejected change stays here for another try. */
function ProveLink() {
  const t = useMessages('rejected');
  const debateId = useBoard((board) => board.debateId);
  const returnTo = encodeURIComponent(debateAddress(debateId));
  return (
    <ButtonLink size="small" href={`/account/reauthenticate?returnTo=${returnTo}`}>
      {t('prove')}
    </ButtonLink>
  );
}

function ElsewhereButton({ refused, written }: { refused: RefusedOperation; written: string }) {
  const t = useMessages('rejected');
  const openDialog = useOpenClaimDialog();
  const afterJoining = useAfterJoining();
  const { dismiss, follow } = useRefusedActs();
  const canBePlaced = useBoard(({ replica: { view } }) => {
    const { operation } = refused;
    if (operation.type === 'claim.move') return view.claims.get(operation.claimId)?.retracted === false;
    if (operation.type === 'link.add') return view.claims.get(operation.from)?.retracted === false;
    return placeable(refused, written) !== null;
  });
  if (!canBePlaced || isAlreadySo(refused)) return null;
  const open = () => {
    const dialog = dialogFor(refused, written, {
      moved: () => dismiss([refused]),
      placed: () => follow(refused),
    });
    if (dialog) afterJoining(() => openDialog(dialog));
  };
  return (
    <Button size="small" onClick={open}>
      {t('elsewhere')}
    </Button>
  );
}

function dialogFor(
  refused: RefusedOperation,
  written: string,
  done: { readonly moved: () => void; readonly placed: () => number },
): ClaimDialog | null {
  const { operation } = refused;
  if (operation.type === 'claim.move')
    return { kind: 'move', claimId: operation.claimId, onDone: done.moved };
  if (operation.type === 'link.add')
    return { kind: 'cross-link', claimId: operation.from, onDone: done.moved };
  const placed = placeable(refused, written);
  return placed && { kind: 'place', words: placed, onDone: done.placed };
}

function CopyButton({ words }: { words: string }) {
  const controls = useMessages('controls');
  const { copy } = useRefusedActs();
  const [copied, setCopied] = useState(false);
  return (
    <Button size="small" look="quiet" onClick={async () => setCopied(await copy(words))}>
      {controls(copied ? 'copied' : 'copy')}
    </Button>
  );
}
