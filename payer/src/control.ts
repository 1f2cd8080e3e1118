// What a test or the demo may ask of the payer beside the trade: how it is, what it counted, and that its clock moves.
import { parseInstant } from '@goldenthread/core/values/day.ts'
import { type House, enter, nowAt } from './house.ts'

export interface ControlReply {
  readonly status: number
  readonly body: unknown
}

const says = (status: number, sentence: string): ControlReply => ({ status, body: { says: sentence } })

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Moves a given clock forward, or hands it over to the machine's; never back, since answers went out by it. */
const moveClock = (house: House, text: string): ControlReply => {
  const wanted = (parse(text) as { now?: unknown } | null)?.now
  const now = wanted === 'real' ? 'real' : typeof wanted === 'string' ? parseInstant(wanted) : null
  if (now === null) return says(400, 'Send {"now": "YYYY-MM-DDTHH:MM:SSZ"} or {"now": "real"}.')
  if (house.books.clock === 'real') return says(409, 'This payer goes by the machine’s clock.')
  if (now !== 'real' && now < house.books.clock) return says(409, 'The clock does not go back.')
  enter(house, { kind: 'clock', now })
  house.log('clock', { now })
  return { status: 200, body: { now: nowAt(house) } }
}

/** Answers a control call; null when there is no such call. */
export const control = (house: House, method: string, path: string, text: string): ControlReply | null => {
  const { counts, claims } = house.books
  switch (`${method} ${path}`) {
    case 'GET /health':
      return { status: 200, body: { status: 'ok', now: nowAt(house) } }
    case 'GET /control/counts':
      return { status: 200, body: counts }
    case 'GET /control/claims':
      return { status: 200, body: claims }
    case 'POST /control/clock':
      return moveClock(house, text)
    default:
      return null
  }
}
