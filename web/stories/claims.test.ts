// A biller's claims in a browser: what was rejected is mended and sent again, what was denied is read to its reason.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FullPractice, openFullPractice } from './full-practice.ts'
import { launchBrowser } from './launch-browser.ts'
import { type OpenedPage, endPage, expectNoFaults, openPage, visit } from './open-page.ts'

let browser: Browser
let practice: FullPractice
let opened: OpenedPage
let page: Page

beforeAll(async () => {
  ;[browser, practice] = await Promise.all([launchBrowser(), openFullPractice()])
})
afterAll(async () => {
  await browser?.close()
  await practice?.close()
})
beforeEach(async () => {
  opened = await openPage(browser, practice, await practice.enter(practice.biller))
  page = opened.page
})
afterEach((told) => endPage(opened, told))

test('a rejected claim is mended and sent again in three clicks, and paid', async () => {
  await page.addInitScript(() => {
    window.addEventListener('click', ({ isTrusted, detail }) => {
      if (isTrusted && detail > 0) sessionStorage['clicks'] = Number(sessionStorage['clicks'] ?? 0) + 1
    })
  })
  await visit(page, '/claims')
  await page.getByRole('link', { name: /Rejected/ }).click()
  await page.getByRole('button', { name: /^Mend it/ }).click()
  await page.getByLabel('Member number').fill('LKM482207715')
  await page.getByRole('button', { name: 'Save and send again' }).click()
  await page.getByRole('link', { name: /Rejected 0/ }).waitFor()
  expect(await page.evaluate(() => Number(sessionStorage['clicks']))).toBeLessThanOrEqual(3)
  for (let round = 0; round < 5; round += 1) await practice.sweep()
  const { items } = (await practice.owner.ask('GET', '/api/claim/claims')).json()
  const sentAgain = items.filter((each: { day: string }) => each.day === '2026-03-06')
  expect(sentAgain.map((each: { status: string }) => each.status)).toContain('answered')
  expectNoFaults(opened)
})

test('a denied claim says to a biller why, what is at stake and what to do, and leads to the payer’s answer', async () => {
  await visit(page, '/claims?list=denied')
  const claim = page.getByRole('article')
  await claim.getByRole('heading', { name: /Quiñones/ }).waitFor()
  const read = await claim.innerText()
  expect(read).toMatch(/CO 197/)
  expect(read).toMatch(/At stake/)
  await claim.getByRole('link', { name: /CO 197/ }).click()
  await page.getByRole('heading', { level: 1, name: /Larkmoor/ }).waitFor()
  expect(await page.getByRole('main').innerText()).toMatch(/CO 197/)
  expectNoFaults(opened)
})

test('a note is not opened for a biller, not even by its address', async () => {
  await visit(page, `/sessions/${practice.draftedId}`)
  await page.getByRole('alert').waitFor()
  expect(await page.locator('body').innerText()).not.toContain('spoke of her week')
  expectNoFaults(opened)
})
