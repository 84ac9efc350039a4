'use client';

import { type SelectHTMLAttributes, useEffect, useRef } from 'react';
import { readerZone } from '../_ui/time/reader-zone.ts';

interface ZoneFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly zones: readonly string[];
  readonly chosen: string;
}

/** Selects a time zone; until one is chosen (it is UTC at first) this browser's is suggested. */
export function ZoneField({ zones, chosen, ...rest }: ZoneFieldProps) {
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = readerZone();
    if (chosen === 'UTC' && field.current && zones.includes(own)) field.current.value = own;
  }, [chosen, zones]);
  return (
    <select {...rest} ref={field} name="zone" defaultValue={chosen}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </select>
  );
}
