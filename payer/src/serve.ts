// The stand-in payer as a process: HTTP in CAQH CORE form and folders, one journal, given clock and seed.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { openBooks, remember } from './books.ts'
import { openMailboxes } from './folder-mailbox.ts'
import type { House } from './house.ts'
import { makeHttpServer } from './http-door.ts'
import { openJournal } from './journal.ts'
import { type Log, logToOutput } from './log.ts'
import { type PayerOptions, type PlanSetting, refuseSettings } from './settings.ts'
import { holdFolder } from './state-lock.ts'

export interface ServedPayer {
  readonly host: string
  readonly port: number
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** Takes no more calls, finishes those that are under way, and lets its folder go. */
  readonly close: () => Promise<void>
}

/** The house of a folder: its books as the journal tells them. */
const openHouse = (
  options: PayerOptions,
  facts: Facts,
  log: Log,
): { readonly house: House; readonly close: () => void } => {
  const release = holdFolder(options.stateFolder)
  try {
    const journal = openJournal(options.stateFolder)
    const books = openBooks(options.plans, options.clock)
    for (const record of journal.records) remember(books, record)
    if (journal.cut > 0) log('journal-cut', { bytes: journal.cut })
    // `refuseSettings` has seen that there is a plan.
    const plans = options.plans as readonly [PlanSetting, ...PlanSetting[]]
    const close = (): void => {
      journal.close()
      release()
    }
    return { house: { plans, seed: options.seed, facts, journal, books, log }, close }
  } catch (error) {
    release()
    throw error
  }
}

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })

/**
 * Starts the stand-in payer. What it took before it was stopped or killed stands in its journal: a restart goes on with the
 * same numbers, hands out what was not confirmed, and refuses an ISA13 it has seen (TA1 025). Rejects with an Error of one
 * sentence when the settings will not do, the folder is held, the journal is damaged or the port is taken.
 */
export const servePayer = async (
  options: PayerOptions,
  { facts = shippedFacts, log = logToOutput }: { readonly facts?: Facts; readonly log?: Log } = {},
): Promise<ServedPayer> => {
  const refusal = refuseSettings(options)
  if (refusal !== null) throw new Error(refusal)
  const { host = '127.0.0.1', port: wanted = 0, mailboxes = [], pollMilliseconds = 250 } = options
  const { house, close } = openHouse(options, facts, log)
  try {
    const visitMailboxes = openMailboxes(house, mailboxes)
    visitMailboxes()
    const server = makeHttpServer(house, options.accounts, visitMailboxes)
    const { port } = await listen(server, host, wanted)
    const timer = setInterval(visitMailboxes, pollMilliseconds)
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    const { received, waiting } = house.books.counts
    log('listening', { url, pid: process.pid, received, waiting })
    const stopAll = async (): Promise<void> => {
      clearInterval(timer)
      await stop(server)
      close()
      log('stopped')
    }
    return { host, port, url, close: stopAll }
  } catch (error) {
    close()
    throw error
  }
}
