'use client';

import { type SelectHTMLAttributes, useEffect, useRef } from 'react';
import { readerZone } from '../_ui/time/reader-zone.ts';

interface ZoneFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly zones: readonly string[];
  /** The time zone in force. */
  readonly zone: string;
  /** False if it is the default: then this browser's is suggested. */
  readonly isChosen: boolean;
}

/** Selects a time zone; until one is chosen, this browser's is suggested. */
export function ZoneField({ zones, zone, isChosen, ...rest }: ZoneFieldProps) {
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = readerZone();
    if (!isChosen && field.current && zones.includes(own)) field.current.value = own;
  }, [isChosen, zones]);
  return (
    <select {...rest} ref={field} name="zone" defaultValue={zone}>
      {zones.map((one) => (
        <option key={one} value={one}>
          {one.replaceAll('_', ' ')}
        </option>
      ))}
    </select>
  );
}
