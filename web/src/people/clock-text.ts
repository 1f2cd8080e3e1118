// Times of the day on the practice's clock, as people here write them: "11:03".

/** Hours and minutes of an instant in milliseconds; with seconds where asked. Without a zone, on this machine's clock. */
export const clockText = (at: number, zone?: string, withSeconds = false): string => {
  const parts = new Intl.DateTimeFormat('en-US', {
    hour: 'numeric',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' as const } : {}),
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(at)
  return parts
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim()
}
