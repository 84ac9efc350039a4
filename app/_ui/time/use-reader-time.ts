'use client';

import { useMemo } from 'react';
import { useFormatter } from 'use-intl/react';
import { useHydrated } from '../use-hydrated.ts';
import { readerZone } from './reader-zone.ts';

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: '2-digit' } as const;

/** Server times in words. */
interface ReaderTime {
  readonly day: (at: number) => string;
  readonly time: (at: number) => string;
  readonly moment: (at: number) => string;
}

/** Returns how to write server times in the reader's time zone; before scripts run, and without them, in UTC, which moments and times say. */
export function useReaderTime(): ReaderTime {
  const format = useFormatter();
  const isHere = useHydrated();
  return useMemo(() => {
    const timeZone = isHere ? readerZone() : 'UTC';
    const zone = isHere ? { timeZone } : ({ timeZone, timeZoneName: 'short' } as const);
    return {
      day: (at) => format.dateTime(at, { ...DAY, timeZone }),
      time: (at) => format.dateTime(at, { ...TIME, ...zone }),
      moment: (at) => format.dateTime(at, { ...DAY, ...TIME, ...zone }),
    };
  }, [format, isHere]);
}
