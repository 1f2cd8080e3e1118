// Kills the tab, the server or both at a random moment while a note is typed, and compares every word with what is there.
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type House, openHouse } from '../../server/stories/crash/house.ts'
import { type KilledPractice, enterPractice } from '../../server/stories/crash/practice.ts'
import { type StableAddress, openStableAddress } from './stable-address.ts'

export const killings = ['the tab', 'the server', 'the server and then the tab'] as const
export type Killing = (typeof killings)[number]

/** What one killing left. */
export interface Left {
  /** Keys that were pressed this time. */
  readonly pressed: number
  readonly typed: string
  readonly onPage: string
  readonly onServer: string
}

export interface Writing {
  /** Types on, kills in the middle, brings back; what stands afterwards. */
  readonly killOnce: (killing: Killing, random: () => number) => Promise<Left>
  readonly close: () => Promise<void>
}

const vocabulary =
  'She slept four nights and drove the old road with her sister, spoke of guilt, read the worksheet, felt it ease.'.split(
    ' ',
  )

/** Milliseconds from key to key, in the middle: some ninety words a minute, as a quick hand types. */
const betweenKeys = 25

/** Sessions that are written before the next one is opened: notes stay as long as notes are. */
const killsEachNote = 20

/** The first section of the first note of a client. */
const field = (page: Page) => page.getByRole('textbox', { name: 'Presenting problem', exact: true })

const signIn = async (page: Page, { clinician }: KilledPractice): Promise<void> => {
  await page.goto('/')
  await page.getByLabel('E-mail').fill(clinician.email)
  await page.getByLabel('Password', { exact: true }).fill(clinician.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor({ state: 'detached' })
}

/** The renderer of the tab ends as it does when the machine takes it: nothing of the page is asked first. */
const crash = async (page: Page): Promise<void> => {
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
}

/** A few words, each a key at a time; tells what was pressed until the page was gone. */
const typeWords = async (
  page: Page,
  count: number,
  random: () => number,
  onKey: (key: string) => void,
): Promise<void> => {
  for (let word = 0; word < count; word += 1) {
    for (const key of `${vocabulary[Math.floor(random() * vocabulary.length)]} `) {
      await page.keyboard.type(key)
      onKey(key)
      await wait(random() * 2 * betweenKeys)
    }
    await wait(random() * 60)
  }
}

interface Desk {
  page: Page
  sessionId: string
  typed: string
  kills: number
}

const openNote = async (context: BrowserContext, sessionId: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`/sessions/${sessionId}`)
  await field(page).waitFor({ timeout: 30_000 })
  return page
}

const onServer = async (context: BrowserContext, sessionId: string): Promise<string> => {
  const answer = await context.request.get(`/api/thread/cases/${sessionId}`)
  if (!answer.ok()) return ''
  const sections = ((await answer.json()).case.note?.sections ?? {}) as Readonly<Record<string, string>>
  return Object.values(sections).find((text) => text !== '') ?? ''
}

/** Whether all that was typed is there, and nothing before it is otherwise. White space at the end is nobody's word. */
const holds = (there: string, typed: string): boolean => there.startsWith(typed.trimEnd())

/** Waits until page and server say the same and it is what was typed; or gives up and tells what they say. */
const settle = async (context: BrowserContext, desk: Desk, pressed: number): Promise<Left> => {
  let left: Left = { pressed, typed: desk.typed, onPage: '', onServer: '' }
  for (let tried = 0; tried < 100; tried += 1) {
    left = {
      pressed,
      typed: desk.typed,
      onPage: await field(desk.page).inputValue(),
      onServer: await onServer(context, desk.sessionId).catch(() => ''),
    }
    if (holds(left.onPage, left.typed) && holds(left.onServer, left.onPage)) break
    await wait(150)
  }
  return left
}

const during = async (house: House, desk: Desk, killing: Killing, random: () => number): Promise<void> => {
  const press = (key: string): void => {
    desk.typed += key
  }
  const kill = async (): Promise<void> => {
    await wait(random() * 900)
    if (killing !== 'the tab') await house.kill('server')
    if (killing === 'the tab') await crash(desk.page)
  }
  const words = 6 + Math.floor(random() * 10)
  // A page that is gone takes no key: what was pressed until then is what counts.
  await Promise.all([typeWords(desk.page, words, random, press).catch(() => undefined), kill()])
  if (killing !== 'the server and then the tab') return
  await Promise.all([
    typeWords(desk.page, 4, random, press).catch(() => undefined),
    wait(random() * 300).then(() => crash(desk.page)),
  ])
}

const killOnce = async (
  house: House,
  context: BrowserContext,
  desk: Desk,
  killing: Killing,
  random: () => number,
): Promise<Left> => {
  const before = desk.typed.length
  await field(desk.page).focus()
  await desk.page.keyboard.press('Control+End')
  await during(house, desk, killing, random)
  if (killing !== 'the tab') await house.raise('server')
  if (killing !== 'the server') {
    await desk.page.close()
    desk.page = await openNote(context, desk.sessionId)
  }
  const left = await settle(context, desk, desk.typed.length - before)
  // One key may have reached the page whose answer was never heard.
  desk.typed = left.onPage
  return left
}

const openAll = async (browser: Browser, pagesFolder: string) => {
  const house = await openHouse({ pagesFolder })
  const practice = await enterPractice(house)
  const stable: StableAddress = await openStableAddress(house.address)
  const context = await browser.newContext({ baseURL: stable.address })
  context.setDefaultTimeout(20_000)
  const door = await context.newPage()
  await signIn(door, practice)
  await door.close()
  return { house, practice, stable, context }
}

/** A clinician at a note, in a house whose server can be killed. */
export const openWriting = async (browser: Browser, pagesFolder: string): Promise<Writing> => {
  const { house, practice, stable, context } = await openAll(browser, pagesFolder)
  let desk: Desk | null = null
  const nextDesk = async (): Promise<Desk> => {
    const sessionId = await practice.hold()
    return { sessionId, page: await openNote(context, sessionId), typed: '', kills: 0 }
  }
  return {
    killOnce: async (killing, random) => {
      if (desk !== null && desk.kills >= killsEachNote) {
        await desk.page.close()
        desk = null
      }
      desk ??= await nextDesk()
      desk.kills += 1
      return killOnce(house, context, desk, killing, random)
    },
    close: async () => {
      await context.close()
      await stable.close()
      await house.close()
    },
  }
}

/** The words that were typed and are not there. */
export const lostWords = ({ typed, onPage, onServer }: Left): readonly string[] =>
  [onPage, onServer].flatMap((there) => {
    if (holds(there, typed)) return []
    const found = there.split(' ')
    return typed
      .trimEnd()
      .split(' ')
      .filter((word, at) => found[at] !== word)
  })

/** Numbers from 0 to 1 that are the same for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
