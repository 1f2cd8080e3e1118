// scratch
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { launchBrowser } from './launch-browser.ts'
const base = 'http://127.0.0.1:7421'
const signIns = readFileSync('/tmp/gt/shell/demo.log', 'utf8')
const who = (name: string) => { const m = new RegExp(`(${name}@\\S+)\\s+(\\S+)`).exec(signIns)!; return { email: m[1]!, password: m[2]! } }
const browser = await launchBrowser()
const { email, password } = who('odile')
const say = (name: string, is: unknown) => console.log(is === true ? 'ok  ' : 'FAIL', name, is === true ? '' : JSON.stringify(is))
const signIn = async (page: Page, to = '/') => {
  await page.goto(base + to)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.locator('#main h1').first().waitFor()
}
const axe = async (page: Page, name: string) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  say(`axe ${name}`, violations.length === 0 || violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 160))]))
  say(`no sideways ${name}`, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth || document.documentElement.scrollWidth))
}
const unlock = async (page: Page) => {
  await page.getByLabel('Your password').fill(password); await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ state: 'detached' })
}
{
  const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await ctx.newPage()
  page.on('pageerror', (e) => console.log('pageerror', e.message))
  await signIn(page, '/sign-in?to=//evil.example/x')
  say('no way to another site', page.url().startsWith(`${base}/`) || page.url())
  await page.evaluate(() => { const t = document.createElement('textarea'); t.id = 'zz'; t.value = 'Maya said so'.repeat(9); const d = document.createElement('div'); d.style.height = '3000px'; d.style.paddingTop = '1200px'; d.append(t); document.querySelector('#main')!.append(d); t.focus(); t.setSelectionRange(5, 9); window.scrollTo(0, 800) })
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  say('beneath hidden', (await page.locator('#zz').isHidden()) && (await page.title()) === 'Locked · Golden Thread')
  say('focus in lock', await page.evaluate(() => document.activeElement?.getAttribute('name') === 'password'))
  await page.keyboard.press('Tab'); await page.keyboard.press('Tab'); await page.keyboard.press('Tab'); await page.keyboard.press('Tab')
  say('focus does not get beneath', await page.evaluate(() => document.activeElement === document.body || document.querySelector('.gt-cover')!.contains(document.activeElement)))
  await page.keyboard.press('Control+k'); await page.waitForTimeout(200)
  say('no palette while locked', (await page.getByRole('combobox').count()) === 0)
  say('aria', !(await page.locator('body').ariaSnapshot()).includes('TodayPage'))
  await unlock(page)
  await page.waitForTimeout(150)
  say('focus, selection, scroll are back', await page.evaluate(() => { const t = document.activeElement as HTMLTextAreaElement; const f = [t.id, t.selectionStart, t.selectionEnd, window.scrollY]; return JSON.stringify(f) === JSON.stringify(['zz', 5, 9, 800]) || f }))
  // two tabs
  const other = await ctx.newPage(); await other.goto(base + '/claims'); await other.locator('#main h1').first().waitFor()
  await page.keyboard.press('Control+l')
  await other.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 2000 }); say('the other tab locks', true)
  await other.reload(); await other.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 4000 })
  say('reload stays locked, nothing beneath', (await other.locator('#main').count()) === 0)
  await unlock(other); await other.locator('#main h1').first().waitFor()
  say('the first tab opens too', await page.getByRole('heading', { name: 'Locked' }).waitFor({ state: 'detached', timeout: 2000 }).then(() => true))
  await page.bringToFront(); await page.waitForTimeout(1500)
  // away
  await ctx.setOffline(true)
  await page.keyboard.press('Control+k'); await page.getByRole('combobox').fill('qui'); await page.waitForTimeout(1800)
  say('away said', (await page.getByText('Server not reached. Nothing typed is lost.').count()) === 1)
  await page.screenshot({ path: '/tmp/gt/shell/shots/away.png' })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300); await page.screenshot({ path: '/tmp/gt/shell/shots/away2.png' })
  await page.keyboard.press('Control+l'); await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await page.getByLabel('Your password').fill(password); await page.keyboard.press('Enter'); await page.getByText(/server is not reached/i).first().waitFor(); say('lock away words', true)
  await ctx.setOffline(false)
  await page.waitForTimeout(4500)
  const me = await page.evaluate(async () => (await (await fetch('/api/people/me')).json()).locked)
  say('the server was told of the lock when it was back', me === true || me)
  await unlock(page)
  say('away gone', (await page.getByText('Server not reached. Nothing typed is lost.').count()) === 0)
  // ended elsewhere
  await other.goto(base + '/clients'); await other.locator('#main h1').first().waitFor()
  await page.keyboard.press('Control+k'); await page.getByRole('combobox').fill('sign out'); await page.waitForTimeout(400); await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor(); say('signed out by palette', true)
  await other.bringToFront(); await other.keyboard.press('Control+k')
  await other.getByRole('heading', { name: 'Sign in' }).waitFor({ timeout: 5000 })
  say('the other tab is sent to sign in, and back', other.url().includes('to=%2Fclients') || other.url())
  await ctx.close()
}
{
  const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await ctx.newPage()
  await page.clock.install()
  await signIn(page)
  await page.clock.runFor(845_000)
  await page.getByText('This screen locks within a minute').waitFor({ timeout: 3000 }); say('notice', true)
  await page.screenshot({ path: '/tmp/gt/shell/shots/idle.png' })
  await page.getByRole('button', { name: 'Stay' }).click(); await page.clock.runFor(3000)
  say('stay', (await page.getByText('This screen locks within a minute').count()) === 0)
  await page.clock.runFor(905_000)
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 3000 }); say('idle locks', true)
  await ctx.close()
}
for (const scheme of ['light', 'dark'] as const)
  for (const [w, h] of [[1440, 900], [390, 844], [320, 640]] as const) {
    const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, reducedMotion: 'reduce' })
    const page = await ctx.newPage()
    const n = `${scheme} ${w}`
    await page.goto(`${base}/set-up#abcdefghijklmnopqrstuvwxyz`); await page.getByText('Set up your practice').waitFor(); await axe(page, `set-up ${n}`)
    await page.goto(`${base}/sign-in`); await page.getByLabel('E-mail').waitFor(); await axe(page, `sign-in ${n}`)
    await page.screenshot({ path: `/tmp/gt/shell/shots/signin-${scheme}-${w}.png` })
    await signIn(page); await axe(page, `frame ${n}`)
    await page.keyboard.press('Control+k'); await page.getByRole('combobox').fill('mar'); await page.waitForTimeout(700); await axe(page, `palette ${n}`); await page.keyboard.press('Escape'); await page.waitForTimeout(200)
    await page.keyboard.press('?'); await page.waitForTimeout(300); await axe(page, `keys ${n}`); await page.keyboard.press('Escape'); await page.waitForTimeout(200)
    await (w > 600 ? page.getByRole('button', { name: /theme, keys/ }) : page.getByRole('button', { name: 'More' })).click(); await page.waitForTimeout(400); await axe(page, `account ${n}`); await page.keyboard.press('Escape'); await page.waitForTimeout(200)
    await page.goto(`${base}/nothing/here`); await page.getByText('There is nothing here').waitFor(); await axe(page, `nothing ${n}`)
    await page.keyboard.press('Control+l'); await page.getByRole('heading', { name: 'Locked' }).waitFor(); await axe(page, `lock ${n}`)
    await ctx.close()
  }
await browser.close()
