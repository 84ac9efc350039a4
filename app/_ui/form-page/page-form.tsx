'use client';

import { type ReactNode, type SubmitEvent, startTransition, useActionState } from 'react';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { sendForm } from '../call-route.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './form-page.module.css';
import { FormNote } from './form-page.tsx';

interface PageFormProps {
  readonly action: string;
  /** Hidden fields. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly className?: string | undefined;
  readonly onSend?: () => void;
  readonly children: ReactNode;
}

/**
 * A form of a page. Without scripts the browser submits it to a route, which redirects. With scripts it says in its place why it was
 * refused, and keeps what was typed; otherwise the browser goes on as the route says. That loads a document: the form may have changed
 * who is signed in, or what the pages behind it show.
 */
export function PageForm({ action, hidden = {}, className, onSend, children }: PageFormProps) {
  const t = useMessages('rejection');
  const [refused, send, isSending] = useActionState(sendOn, null);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    onSend?.();
    const { currentTarget: form, nativeEvent } = event;
    const address = nativeEvent.submitter?.getAttribute('formaction') ?? action;
    startTransition(() => send({ address, fields: new FormData(form) }));
  };
  return (
    <form
      className={className ?? styles.form}
      method="post"
      action={action}
      aria-busy={isSending}
      onSubmit={submit}
    >
      {refused && !isSending && (
        <FormNote look="refused">{t(refused.code, { limit: refused.limit ?? 0 })}</FormNote>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

interface Sending {
  readonly address: string;
  readonly fields: FormData;
}

/** Sends a form and goes on to the page it leads to. Returns why it was refused. */
async function sendOn(_: Rejection | null, { address, fields }: Sending): Promise<Rejection | null> {
  const answer = await sendForm(address, fields);
  if (answer === 'unreachable') return { code: 'unavailable' };
  if (!answer.ok) return answer.rejection;
  window.location.assign(answer.to);
  return null;
}
