'use client';

import { useEffect } from 'react';
import { earlyKeys } from '../../core/writing/early-keys.ts';

/** Milliseconds without a key, the field being gone, after which the viewer has noticed that it is. */
const NOTICED_AFTER = 2_000;

/**
 * If a field vanishes while the viewer types (others removed its subject), the rest of the sentence must not reach whatever has the focus
 * then: its letters would be commands there. They are dropped until the viewer pauses, or presses a key that writes nothing, or the
 * pointer. Letters typed before a requested composer has the focus go into it.
 */
export function useGuardSentence(): void {
  useEffect(() => {
    const ended = new AbortController();
    const listening = { capture: true, signal: ended.signal };
    let field: Element | null = null;
    let last = 0;
    // A pause before the field vanishes is no pause in which its writer could notice that.
    const vanishing = new MutationObserver(() => {
      if (field?.isConnected) return;
      last = performance.now();
      // The sentence goes on in an editor that took the place of the field.
      watch(isField(document.activeElement) ? document.activeElement : null);
    });
    /** Waits for the removal of the field; `null`: no longer. */
    const watch = (next: Element | null) => {
      vanishing.disconnect();
      if (next === null) return;
      field = next;
      vanishing.observe(document, { childList: true, subtree: true });
    };
    ended.signal.addEventListener('abort', () => vanishing.disconnect());
    const onKeyDown = (event: KeyboardEvent) => {
      if (isField(event.target)) {
        earlyKeys.take();
        field = writes(event) ? event.target : null;
        watch(field);
        return;
      }
      if (event.key === 'Escape') earlyKeys.take();
      if (writes(event) && earlyKeys.keep(event.repeat ? '' : event.key)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      const goesOn = field !== null && !field.isConnected && writes(event);
      if (!goesOn || event.timeStamp - last > NOTICED_AFTER) {
        field = null;
        return;
      }
      last = event.timeStamp;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKeyDown, listening);
    const onPointerDown = () => {
      field = null;
      earlyKeys.take();
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!isField(target)) return;
      // As above, if it is there a moment later.
      if (field !== null && !field.isConnected) watch(target);
      const typed = earlyKeys.take();
      // A dialog asks for a name first: what was typed is no name.
      if (typed === '' || target.closest('[role="dialog"]')) return;
      // As if typed: the field's component receives its input event.
      document.execCommand('insertText', false, typed);
    };
    window.addEventListener('pointerdown', onPointerDown, listening);
    window.addEventListener('focusin', onFocusIn, listening);
    return () => ended.abort();
  }, []);
}

function isField(target: EventTarget | null): target is Element {
  return target instanceof Element && target.matches('input, textarea, [contenteditable]');
}

function writes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}
