'use client';

import { type SelectHTMLAttributes, useEffect, useRef } from 'react';

interface ZoneFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly zones: readonly string[];
  readonly chosen: string;
}

/** A time zone to choose; where none was chosen yet (it is UTC for all at first) this browser's is offered. */
export function ZoneField({ zones, chosen, ...rest }: ZoneFieldProps) {
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
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
