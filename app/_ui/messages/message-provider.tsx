'use client';

import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Messages } from './en.ts';
import { TIME_ZONE } from './time-zone.ts';

interface MessageProviderProps {
  readonly locale: 'en';
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** Provides the catalogue of the reader's language to all components below; the server chooses it. */
export function MessageProvider({ locale, messages, children }: MessageProviderProps) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={TIME_ZONE}>
      {children}
    </IntlProvider>
  );
}
