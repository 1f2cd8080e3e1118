// Scratch.
import { expect, test } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { openPractice } from './open-practice.ts'
import { openPage, visit } from './open-page.ts'
test('scratch of stories', async () => {
  const browser = await launchBrowser()
  const practice = await openPractice()
  await practice.plan('2026-03-10', { start: '10:00', stop: '10:56' })
  const o = await openPage(browser, practice, null)
  const page = o.page
  page.on('response', (r) => {
    if (r.url().includes('/api'))
      console.log(r.status(), r.request().method(), r.url(), r.headers()['set-cookie'] ?? '')
  })
  await visit(page, '/sign-in?to=//elsewhere.example/x')
  await page.getByLabel('E-mail').fill(practice.owner.email)
  await page.getByLabel('Password', { exact: true }).fill(practice.clinician.password)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(3000)
  console.log(
    page.url(),
    o.faults,
    await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)),
  )
  await o.close()
  const p = await openPage(browser, practice, await practice.enter(practice.clinician))
  await visit(p.page, '/')
  const name = p.page.getByRole('link', { name: 'Mari', exact: true }).first()
  await name.focus()
  await p.page.evaluate(() => {
    ;(window as any).was = document.activeElement
    ;(window as any).log = []
    for (const k of ['focusin', 'focusout'])
      document.addEventListener(
        k,
        (e: any) =>
          (window as any).log.push([
            k,
            e.target.outerHTML.slice(0, 60),
            new Error().stack?.split('\n').slice(2, 6).join(' '),
          ]),
        true,
      )
    const of = HTMLElement.prototype.focus
    HTMLElement.prototype.focus = function (...a) {
      ;(window as any).log.push([
        'call',
        this.outerHTML.slice(0, 60),
        getComputedStyle(this).visibility,
        !!this.closest('[inert]'),
        document.documentElement.dataset.locked,
      ])
      of.apply(this, a as any)
      ;(window as any).log.push(['after', document.activeElement?.tagName])
    }
  })
  console.log(await p.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)))
  await p.page.keyboard.press('Control+l')
  await p.page.getByLabel('Your password').fill(practice.clinician.password)
  await p.page.keyboard.press('Enter')
  for (let i = 0; i < 8; i += 1) {
    await p.page.waitForTimeout(100)
    console.log(
      await p.page.evaluate(() => [
        document.activeElement?.tagName,
        (window as any).was.isConnected,
        document.documentElement.dataset.locked,
      ]),
    )
  }
  console.log(JSON.stringify(await p.page.evaluate(() => (window as any).log), null, 1))
  expect(1).toBe(1)
  await browser.close()
  await practice.close()
})
