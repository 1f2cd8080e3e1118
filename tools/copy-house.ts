// Copies the house to a temporary folder, where tests may plant faults and see them refused.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listFiles } from './list-files.ts'
import { runCommand } from './run-command.ts'

/** A copy: its folder, a way to plant a file in it, and a way to be rid of it. */
export type HouseCopy = {
  readonly root: string
  readonly plant: (path: string, text: string) => void
  readonly remove: () => void
}

const packageOf: Readonly<Record<string, string>> = { cli: 'goldenthread' }

// Packages are the installed ones, but the workspaces have to be the copy's own: else an import by package name
// would leave the copy and nothing planted in it would be seen.
const linkPackages = (from: string, to: string, workspaces: readonly string[]): void => {
  const names = workspaces.map((folder) => packageOf[folder] ?? `@goldenthread/${folder}`)
  mkdirSync(join(to, '@goldenthread'), { recursive: true })
  for (const name of readdirSync(from)) {
    if (name !== '@goldenthread' && !names.includes(name))
      symlinkSync(realpathSync(join(from, name)), join(to, name))
  }
  workspaces.forEach((folder, index) => {
    const name = names[index] ?? folder
    symlinkSync(join(dirname(to), folder), join(to, name))
  })
}

/** Copies every file of the project under `root` (tracked, or new and not ignored) and links its packages. */
export const copyHouse = async (root: string, workspaces: readonly string[]): Promise<HouseCopy> => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-')))
  for (const path of await listFiles(root)) cpSync(join(root, path), join(copy, path))
  linkPackages(join(root, 'node_modules'), join(copy, 'node_modules'), workspaces)
  await runCommand(copy, 'git', ['init', '--quiet'])
  return {
    root: copy,
    plant: (path, text) => {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), text)
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  }
}
