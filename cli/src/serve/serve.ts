// Starts everything in order, waits for the word to end, and stops it in the order turned round.
import { type Settings, isLoopback } from '@goldenthread/server/config.ts'
import type { Serving } from '@goldenthread/server/start-server.ts'
import { join } from 'node:path'
import { checkPort } from './check-port.ts'
import {
  checkDataFolder,
  checkRoom,
  isDemo,
  isLaidOut,
  layOut,
  makeDataFolder,
  namesInFolder,
  removeEmpty,
  undoLayOut,
} from './data-folder.ts'
import { holdFolder } from './hold-folder.ts'
import { startPayer } from './payer-process.ts'
import { startPostgres } from './postgres/postgres.ts'
import { refusalOf, refuseStart } from './refuse-start.ts'
import { keepSecret } from './secret.ts'
import type { Demo, PayerAccount, ServeParts, ServerStart } from './serve-parts.ts'
import { type StopOrder, makeStopOrder } from './stop-order.ts'
import { tryFirst, welcome } from './welcome.ts'

// Built beside the source, by the command that starts this (tools/build-pages.ts).
const pagesFolder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

interface Ground {
  readonly settings: Settings
  readonly loadParts: () => Promise<ServeParts>
  readonly stops: StopOrder
  readonly wantsDemo: boolean
  readonly halt: AbortSignal
  readonly say: (sentence: string) => void
  readonly coming: Coming
}

/** How far the start has come: before it serves, what it made is undone when it is refused. */
interface Coming {
  serves: boolean
  refusedAs: string
}

/** Ends a start between two steps when it was told to stop meanwhile. */
const goOn = ({ halt }: Ground): void => {
  if (halt.aborted) refuseStart('Stopped before it served.')
}

// What is invented may only meet this computer itself and the database that came with the project.
const mayBeDemo = ({ settings, wantsDemo }: Ground): boolean =>
  wantsDemo && settings.databaseAddress === null && isLoopback(settings.host)

/** Takes the folder and lays it out, after whatever can be looked at before; a start that is refused leaves nothing. */
const takeFolder = async (ground: Ground): Promise<void> => {
  const { stops, settings, coming } = ground
  const { dataFolder: folder } = settings
  checkDataFolder(folder)
  checkRoom(folder)
  const before = namesInFolder(folder)
  const made = makeDataFolder(folder)
  stops.undoneBy('The making of the data folder', () => (coming.serves ? undefined : removeEmpty(made)))
  const held = holdFolder(folder, new Date().toISOString())
  stops.undoneBy('The lock of the data folder', held.release)
  // Looked at again under the lock: another start may have laid it out meanwhile.
  checkDataFolder(folder)
  const logs = join(folder, 'logs')
  if (!isLaidOut(folder))
    stops.undoneBy('The layout of the data folder', () => {
      if (!coming.serves) undoLayOut(folder, before, coming.refusedAs.includes(logs) ? ['logs'] : [])
    })
  await checkPort(settings.host, settings.port)
  layOut(folder, mayBeDemo(ground))
  if (isDemo(folder) && !mayBeDemo(ground))
    refuseStart(
      `${folder} was made for the invented practice, which is served to this computer alone and from its own database; name another folder in DATA_DIR for a real one.`,
    )
}

const startDatabase = async ({ settings, stops, say }: Ground): Promise<ServerStart['administrator']> => {
  if (settings.databaseAddress !== null) return null
  const postgres = await startPostgres({ folder: settings.dataFolder, log: say })
  stops.undoneBy('PostgreSQL', postgres.stop)
  return postgres.administrator('postgres')
}

const startDemoPayer = async (
  { settings, stops, say }: Ground,
  demo: Demo | null,
): Promise<ServerStart['payer']> => {
  if (demo === null) return null
  const { dataFolder: folder } = settings
  const account: PayerAccount = { userName: 'golden-thread', password: keepSecret(folder, 'payer-account') }
  const payer = await startPayer(folder, demo.payerSettings(folder, account), say)
  stops.undoneBy('The stand-in payer', payer.stop)
  return { ...account, url: payer.url() }
}

const startServing = async (ground: Ground, parts: ServeParts, start: ServerStart): Promise<Serving> => {
  const started = await parts.startServer(start)
  if (!started.ok) return refuseStart(started.says)
  ground.stops.undoneBy('The server', started.server.close)
  return started.server
}

// Seeding goes on beside what people do; that it cannot go on stops nothing else.
const seedBeside = ({ stops, halt, say }: Ground, demo: Demo, start: ServerStart, server: Serving): void => {
  const seeded = demo
    .seed({ start, server, say, halt })
    .then(() => {
      // Only now is there what it speaks of.
      if (!halt.aborted)
        for (const line of tryFirst(server.address, demo.signIns(start.settings.dataFolder))) say(line)
    })
    .catch((fault: unknown) =>
      say(`The invented practice could not be made whole: ${refusalOf(fault) ?? String(fault)}`),
    )
  stops.undoneBy('The seeding', () => seeded)
}

const startAll = async (ground: Ground, since: number): Promise<void> => {
  const { settings, loadParts, say } = ground
  await takeFolder(ground)
  goOn(ground)
  // Only now, so that a refused start is quick; and while PostgreSQL comes up.
  const loading = loadParts()
  loading.catch(() => undefined)
  const administrator = await startDatabase(ground)
  const parts = await loading
  goOn(ground)
  const demo = isDemo(settings.dataFolder) ? parts.demo : null
  const payer = await startDemoPayer(ground, demo)
  goOn(ground)
  const secret = (name: string): string => keepSecret(settings.dataFolder, name)
  const start: ServerStart = {
    settings,
    administrator,
    passwords: { owner: secret('database-owner'), login: secret('database-login') },
    payer,
    logPath: join(settings.dataFolder, 'logs', 'server.log'),
    pagesFolder,
  }
  const server = await startServing(ground, parts, start)
  ground.coming.serves = true
  const { address } = server
  // The invented practice brings its own owner.
  const setUpLink = demo === null ? server.setUpLink : null
  const signIns = demo === null ? [] : demo.signIns(settings.dataFolder)
  const seconds = (performance.now() - since) / 1000
  say(welcome({ address, folder: settings.dataFolder, signIns, setUpLink, seconds }).join('\n'))
  if (demo !== null) seedBeside(ground, demo, start, server)
}

const untilHalted = (halt: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    // Signals alone keep no process alive.
    const awake = setInterval(() => undefined, 1 << 30)
    const end = (): void => {
      clearInterval(awake)
      resolve()
    }
    halt.addEventListener('abort', end)
    if (halt.aborted) end()
  })

export interface ServeOptions {
  readonly settings: Settings
  readonly loadParts: () => Promise<ServeParts>
  /** Whether a folder made by this start is to hold the invented practice, where that may be. */
  readonly wantsDemo: boolean
  /** Aborted by Ctrl-C and its like. */
  readonly halt: AbortSignal
  readonly say: (sentence: string) => void
  /** Hears why a start was refused. */
  readonly complain: (sentence: string) => void
}

/** Serves until `halt`; resolves to the exit status: 0 stopped as asked, 1 refused or not wholly stopped. */
export const serve = async (options: ServeOptions): Promise<number> => {
  const since = performance.now()
  const { halt, say, complain } = options
  const stops = makeStopOrder(complain)
  const coming: Coming = { serves: false, refusedAs: '' }
  try {
    await startAll({ ...options, stops, coming }, since)
  } catch (fault) {
    const says = refusalOf(fault)
    coming.refusedAs = says ?? ''
    await stops.stopAll()
    if (says === null) throw fault
    complain(says)
    return 1
  }
  await untilHalted(halt)
  say('Stopping.')
  return (await stops.stopAll()) ? 0 : 1
}
