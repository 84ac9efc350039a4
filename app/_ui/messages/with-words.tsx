import { type ComponentType, type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import type { Messages } from './en.ts';
import { TIME_ZONE } from './time-zone.ts';

/** Loads the messages of a namespace that the page did not include, for a part of it that is loaded later too. */
export async function withWords(namespace: keyof Messages) {
  const answer = await fetch(`/messages/${namespace}`, { headers: { accept: 'application/json' } });
  // The part will be requested again.
  if (!answer.ok) throw new Error(`The messages of ${namespace} did not load`);
  const words: Messages[keyof Messages] = await answer.json();
  const besides = { [namespace]: words };
  return (Part: ComponentType): ComponentType =>
    () => (
      <Worded words={besides}>
        <Part />
      </Worded>
    );
}

function Worded({ words, children }: { words: Partial<Messages>; children: ReactNode }) {
  const locale = useLocale();
  const known = useMessages();
  const messages = useMemo(() => ({ ...known, ...words }), [known, words]);
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={TIME_ZONE}>
      {children}
    </IntlProvider>
  );
}
