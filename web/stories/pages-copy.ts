// Before the stories: the pages are built and copied aside, so that a build beside them takes no file from under a story.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildPages, pagesFolder } from '../../tools/build-pages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly pages: string
  }
}

/** Builds the pages and copies them; `remove` takes the copy away. */
export const copyPages = async (): Promise<{ readonly folder: string; readonly remove: () => void }> => {
  await buildPages()
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-pages-'))
  cpSync(pagesFolder, folder, { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Vitest's set-up of the stories in the browser. */
export default async function (project: TestProject): Promise<() => void> {
  const { folder, remove } = await copyPages()
  project.provide('pages', folder)
  return remove
}
