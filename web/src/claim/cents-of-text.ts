// An amount as a person types it: `12.50`, `$1,204`, in cents; null for anything else, and for nothing.

const written = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?$/

export const centsOfText = (text: string): number | null => {
  const found = written.exec(text.trim())
  if (found === null) return null
  const [, whole = '', part = ''] = found
  const cents = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'))
  return cents > 0 ? cents : null
}
