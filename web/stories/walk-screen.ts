// Looks at one screen in both themes and at each width: axe finds nothing, nothing scrolls sideways, a picture is left.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { output } from './open-page.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const themes = ['light', 'dark'] as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const
const narrowest = { width: 320, height: 640 }

/** Two frames later: what follows a change of size or theme has been drawn. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30)))
      }),
  )

const violationsOf = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  )
}

const pictureName = (screen: string, theme: string, width: number): string =>
  `${screen.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'today'}-${theme}-${width}.png`

/** What is wrong with a screen that stands open, each with its theme and width; empty when nothing is. */
export const walkScreen = async (page: Page, screen: string): Promise<readonly string[]> => {
  mkdirSync(output, { recursive: true })
  const faults: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await settled(page)
      await page.screenshot({ path: join(output, pictureName(screen, theme, size.width)) })
      for (const violation of await violationsOf(page)) faults.push(`${theme} ${size.width} ${violation}`)
    }
  }
  await page.setViewportSize(narrowest)
  await settled(page)
  const reach = await page.evaluate(() => document.documentElement.scrollWidth)
  if (reach > narrowest.width) faults.push(`scrolls sideways at 320: ${reach} wide`)
  return faults
}
