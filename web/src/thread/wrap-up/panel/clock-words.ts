// A time on a clock of twelve hours, as people say it: "2:30 pm".

/** `14:30` → `2:30 pm`. */
export const clockWords = (time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const hour = hours % 12 === 0 ? 12 : hours % 12
  return `${hour}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'am' : 'pm'}`
}
