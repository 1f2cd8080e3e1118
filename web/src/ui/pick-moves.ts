// What a pick changes, and where the arrow keys lead within a row of picks.

/** The picks after one was pressed: of a single choice the one or none, of several one more or one fewer, in the row's order. */
export const pick = (
  chosen: readonly string[],
  value: string,
  several: boolean,
  order: readonly string[],
): readonly string[] => {
  const isChosen = chosen.includes(value)
  if (!several) return isChosen ? [] : [value]
  const next = isChosen ? chosen.filter((each) => each !== value) : [...chosen, value]
  return [...order.filter((each) => next.includes(each)), ...next.filter((each) => !order.includes(each))]
}

/** The place a key leads to, round the ends; null when the key leads nowhere. */
export const placeAfter = (key: string, place: number, count: number): number | null => {
  if (count === 0) return null
  if (key === 'ArrowRight' || key === 'ArrowDown') return (place + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (place - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}

/** The place a figure names, 1 for the first, where there is one. */
export const placeOfFigure = (key: string, count: number): number | null => {
  if (!/^[1-9]$/.test(key)) return null
  const place = Number(key) - 1
  return place < count ? place : null
}
