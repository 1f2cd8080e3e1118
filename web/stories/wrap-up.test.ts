// A session from the chair to the next payout, by keyboard alone: signed in, written, signed, filed, accepted, paid, posted.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, test } from 'vitest'
import { tabTo, waitForFocus, withoutMouse } from './keyboard.ts'
import { launchBrowser } from './launch-browser.ts'
import { type OpenPractice, openPractice } from './open-practice.ts'
import { type OpenedPage, endPage, expectNoFaults, openPage, visit } from './open-page.ts'

let browser: Browser
let practice: OpenPractice
let opened: OpenedPage
let page: Page

beforeAll(async () => {
  const behaviour = { delayMinutes: { '277ca': 30, '835': 60 } }
  ;[browser, practice] = await Promise.all([
    launchBrowser(),
    openPractice({ payer: { behaviour }, settings: { idleSeconds: 86_400 } }),
  ])
  await practice.at.file('2026-02-17')
  await practice.plan('2026-03-10', { start: '10:00', stop: '10:56' })
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})
afterEach((told) => endPage(opened, told))

const type = (words: string): Promise<void> => page.keyboard.type(words)
const press = (key: string): Promise<void> => page.keyboard.press(key)
const section = (name: string) => page.getByRole('textbox', { name, exact: true })
const pick = (row: string) =>
  page.getByRole('group', { name: row }).or(page.getByRole('radiogroup', { name: row }))

/** Time goes by, and what is due by then is done. */
const after = async (minutes: number): Promise<void> => {
  await practice.later(minutes * 60)
  for (let round = 0; round < 4; round += 1) await practice.sweep()
}

const signIn = async (): Promise<void> => {
  await visit(page, '/')
  await waitForFocus(page, page.getByLabel('E-mail'))
  await type(practice.clinician.email)
  await press('Tab')
  await type(practice.clinician.password)
  await press('Enter')
}

const write = async (): Promise<void> => {
  await waitForFocus(page, section('Data'))
  await type('Mari came by video and had slept through four nights. We read the worksheet on guilt together.')
  await tabTo(page, pick('Appearance'))
  await press('1')
  await tabTo(page, pick('Mood'))
  await press('2')
  await tabTo(page, pick('Affect'))
  await press('1')
  for (const row of ['Suicide', 'Harm to others', 'Self-harm']) {
    await tabTo(page, pick(row))
    await press('1')
  }
  await tabTo(page, pick('Level'))
  await press('1')
  await tabTo(page, pick('Evidence-based'))
  await press('1')
  await tabTo(page, pick('Why longer'))
  await press('1')
  await tabTo(page, pick('Direction'))
  await press('1')
  await tabTo(page, section('Assessment'))
  await type('Trauma symptoms ease, and sleep is better. Treatment stays necessary: work still suffers.')
  await tabTo(page, section('Plan'))
  await type('Weekly by video. Between sessions one worksheet a day. Next on March 17.')
}

test('is wrapped up by keyboard alone, filed, accepted, paid, posted, and stands in the next payout', async () => {
  opened = await openPage(browser, practice, null)
  page = opened.page
  await withoutMouse(page)
  await signIn()
  await page.getByRole('link', { name: 'Wrap up' }).waitFor()
  await press('w')
  await write()
  const held = page.getByRole('button', { name: 'It was held as planned' })
  if (await held.isVisible()) {
    await tabTo(page, held)
    await press('Enter')
  }
  await page
    .getByText(/^(Everything holds|Nothing stops filing)\.$/)
    .first()
    .waitFor()
  await press('Control+Enter')
  await page.getByRole('dialog', { name: 'Sign this note' }).waitFor()
  await waitForFocus(page, page.getByRole('dialog').getByRole('button', { name: /Sign and file/ }))
  await press('Control+Enter')
  await page.getByText('Filed.', { exact: true }).waitFor()
  const address = page.url()

  await after(15)
  await visit(page, address)
  await page.getByText('Sent.', { exact: true }).waitFor()
  await after(30)
  await visit(page, address)
  await page.getByText('Accepted.', { exact: true }).waitFor()
  await after(60)
  await visit(page, address)
  await page.getByText('Answered.', { exact: true }).waitFor()
  await page.getByText('The payer paid $125.00 as expected, and it is posted.').waitFor()
  await press('g')
  await press('m')
  await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor()
  await page.getByRole('row', { name: /^Mar 10 .*90837 paid \$95\.00$/ }).waitFor()
  expectNoFaults(opened)
})
