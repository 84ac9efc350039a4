'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { catchFocus } from '../focus/catch-focus.ts';
import { CloseIcon } from '../icons.tsx';
import { joinClasses } from '../join-classes.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly text?: string;
  /**
   * `wide` has room for a list beside its selected item; `list` is for lines to read, and as high as they are. `growing` is for content
   * of which some is loaded later: the rest stays where it is.
   */
  readonly size?: 'narrow' | 'growing' | 'list' | 'wide';
  readonly onClose: () => void;
  /** True if the focus returns to where it was; otherwise it goes to what the viewer went to. */
  readonly givesBackFocus?: () => boolean;
  /** True if what is typed in it is stored on leaving its field: a press outside loses nothing. */
  readonly savesAsTyped?: boolean;
  readonly children: ReactNode;
}

/**
 * A modal dialog, open as long as it is rendered. A press outside closes it unless a text was typed in it: without a draft it would be lost.
 * Escape, × and Cancel still close it.
 */
export function Dialog({
  title,
  text,
  size = 'narrow',
  onClose,
  givesBackFocus,
  savesAsTyped = false,
  children,
}: DialogProps) {
  const t = useMessages('controls');
  const popup = useRef<HTMLDivElement>(null);
  const typedIn = useRef(new Set<HTMLElement>());
  useEffect(() => catchFocus, []);
  const change = (open: boolean, { reason }: Base.Root.ChangeEventDetails) => {
    const wouldLose = !savesAsTyped && [...typedIn.current].some(holdsText);
    if (!open && !(reason === 'outside-press' && wouldLose)) onClose();
  };
  return (
    <Base.Root open onOpenChange={change}>
      <Base.Portal>
        <Base.Backdrop className={styles.scrim} />
        <Base.Popup
          ref={popup}
          initialFocus={(opened) => (opened === 'touch' ? popup.current : firstField(popup.current))}
          finalFocus={givesBackFocus}
          onInput={({ target }) => {
            const field = target instanceof Element && target.closest<HTMLElement>(TEXT_FIELDS);
            if (field) typedIn.current.add(field);
          }}
          className={joinClasses(styles.popup, size !== 'narrow' && styles[size])}
        >
          <div className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close
              className={styles.close}
              render={<Button look="quiet" size="small" aria-label={t('close')} />}
            >
              <CloseIcon />
            </Base.Close>
          </div>
          {text && <Base.Description className={styles.text}>{text}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Fields for a text of the viewer's own, not for one to look something up with. */
const TEXT_FIELDS =
  'textarea, [contenteditable=true], input:not([type=search], [role=combobox], [type=checkbox], [type=radio], [type=range], [type=color], [type=file])';

/** True if a field is still there, and has not been emptied, for example because its text was sent. */
function holdsText(field: HTMLElement): boolean {
  const text =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? field.value
      : field.textContent;
  return field.isConnected && text.trim() !== '';
}

/**
 * Returns the first field to fill in or choose; without a field, the dialog itself. Never Close: Enter on it would discard what the
 * dialog is for. A field that has taken the focus by itself keeps it.
 */
function firstField(popup: HTMLElement | null): HTMLElement | null {
  const { activeElement } = document;
  if (popup?.contains(activeElement) && activeElement instanceof HTMLElement && activeElement !== popup)
    return activeElement;
  return popup?.querySelector<HTMLElement>(FIELDS) ?? popup;
}

const FIELDS =
  'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable=true], [role=tab][aria-selected=true]';
