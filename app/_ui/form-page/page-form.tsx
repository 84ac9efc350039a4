'use client';

import { type ReactNode, type SubmitEvent, startTransition, useActionState, useId } from 'react';
import { Button } from '../button/button.tsx';
import { joinClasses } from '../join-classes.ts';
import { useMessages } from '../messages/use-messages.ts';
import { RefusalProvider } from '../refused-field.tsx';
import type { Failure } from '../requests/call-route.ts';
import styles from './form-page.module.css';
import { FormNote } from './form-page.tsx';
import { sendForm } from './send-form.ts';

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
  const [refused, send, isSending] = useActionState(sendOn, null);
  const reason = useId();
  const shown = isSending ? null : refused;
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
      className={joinClasses(styles.sent, className ?? styles.form)}
      method="post"
      action={action}
      aria-busy={isSending}
      onSubmit={submit}
    >
      {shown && (
        <FormNote id={reason} look="refused">
          <Reason refused={shown} />
        </FormNote>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RefusalProvider refusal={shown} id={reason}>
        {children}
      </RefusalProvider>
    </form>
  );
}

/** Why a form was refused. A reason that this page doesn't know is a newer server's. */
function Reason({ refused }: { readonly refused: NonNullable<Refused> }) {
  const t = useMessages('rejection');
  const site = useMessages('site');
  const controls = useMessages('controls');
  if (refused === 'unreachable') return t(refused);
  if (refused.code !== 'protocol_mismatch') return t(refused.code, { limit: refused.limit ?? 0 });
  return (
    <>
      {site('pageOutdated')}{' '}
      <Button size="small" onClick={() => window.location.reload()}>
        {controls('reload')}
      </Button>
    </>
  );
}

interface Sending {
  readonly address: string;
  readonly fields: FormData;
}

type Refused = Failure | null;

/** Sends a form and goes on to the page it leads to. Returns why it was refused. */
async function sendOn(_: Refused, { address, fields }: Sending): Promise<Refused> {
  const answer = await sendForm(address, fields);
  if (answer === 'unreachable') return answer;
  if (!answer.ok) return answer.rejection;
  window.location.assign(answer.to);
  // The form is busy until its page comes, and free again if the browser brings this page back as it was left.
  return new Promise((free) => {
    window.addEventListener('pageshow', () => free(null), { once: true });
  });
}
