// A page of a browser as somebody of the practice sees it: its own context, theme, size, and the story's clock.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Insider, OpenPractice } from './open-practice.ts'

export interface Looking {
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  /** Reads with fingers, as on a phone. */
  readonly phone?: boolean
}

export interface OpenedPage {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong in the page unseen: errors nobody caught, and what the browser complained of. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** What is complained of where an answer is no 2xx, or is that nothing is there: stories ask for such answers. */
const ofAnAnswer = /Failed to load resource|isNotFound: true/

const listen = (page: Page, faults: string[]): void => {
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (said) => {
    if (said.type() === 'error' && !ofAnAnswer.test(said.text())) faults.push(said.text())
  })
}

/** A fresh context with one page. Its clock stands where the server's does and goes on from there. */
export const openPage = async (
  browser: Browser,
  { address, server }: OpenPractice,
  who: Insider | null,
  { width = 1440, height = 900, scheme = 'light', phone = false }: Looking = {},
): Promise<OpenedPage> => {
  const context = await browser.newContext({
    baseURL: address,
    viewport: phone ? { width: 390, height: 844 } : { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ...(phone ? { hasTouch: true, isMobile: true } : {}),
  })
  context.setDefaultTimeout(10_000)
  if (who !== null)
    await context.addCookies([
      { name: 'golden-thread', value: who.token, url: address, httpOnly: true, sameSite: 'Strict' },
    ])
  const page = await context.newPage()
  await page.clock.install({ time: server.clock.now() })
  const faults: string[] = []
  listen(page, faults)
  return { context, page, faults, close: () => context.close() }
}

/** The page's one main heading, once it stands. */
export const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

/** Opens an address and waits until its page stands. */
export const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Where stories leave pictures; no part of what is kept. */
export const output = join(import.meta.dirname, 'output')

interface Told {
  readonly task: { readonly name: string; readonly result?: { readonly state: string } | undefined }
}

/** Ends a story's page; of a story that failed it leaves a picture of what was to be seen. */
export const endPage = async ({ page, close }: OpenedPage, { task }: Told): Promise<void> => {
  if (task.result?.state === 'fail') {
    mkdirSync(output, { recursive: true })
    const name = `failed ${task.name}`.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80)
    await page.screenshot({ path: join(output, `${name}.png`) }).catch(() => undefined)
  }
  await close()
}

/** Nothing went wrong unseen. */
export const expectNoFaults = ({ faults }: OpenedPage): void => expect(faults).toEqual([])
