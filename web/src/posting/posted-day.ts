// The day on the practice's calendar on which something was posted.

/** `2026-11-12` for an instant; without a zone, on this machine's calendar. */
export const dayOfInstant = (instant: string, zone?: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(Date.parse(instant))
