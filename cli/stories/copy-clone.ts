// Copies the project as a clone with its packages installed, for an account that may read nothing of ours.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { listFiles } from '../../tools/list-files.ts'

interface LockEntry {
  readonly dev?: boolean
  readonly link?: boolean
  readonly resolved?: string
}

/** What is installed and needed to run: packages as they are, workspaces as links into the copy. */
const copyPackages = (from: string, to: string): void => {
  const lock = JSON.parse(readFileSync(join(from, 'package-lock.json'), 'utf8'))
  const entries = Object.entries(lock.packages as Readonly<Record<string, LockEntry>>)
  for (const [path, { dev, link, resolved }] of entries) {
    if (!path.startsWith('node_modules/') || dev === true || !existsSync(join(from, path))) continue
    const target = join(to, path)
    mkdirSync(dirname(target), { recursive: true })
    if (link === true) symlinkSync(relative(dirname(target), join(to, resolved ?? '')), target)
    else if (!existsSync(target))
      cpSync(join(from, path), target, { recursive: true, verbatimSymlinks: true })
  }
}

/** Our own Node, as the package manager links it; undefined where none comes as a package (macOS). */
const linkOwnNode = (to: string): string | undefined => {
  const bin = join(to, 'node_modules/.bin')
  const own = join(to, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  mkdirSync(bin, { recursive: true })
  if (!existsSync(own)) return undefined
  symlinkSync(relative(bin, own), join(bin, 'node'))
  return join(bin, 'node')
}

/** Copies the project into `to` and gives it to `account`; the Node that the copy runs on. */
export const copyClone = async (
  from: string,
  to: string,
  account: { readonly uid: number; readonly gid: number } | undefined,
): Promise<string> => {
  for (const path of await listFiles(from)) cpSync(join(from, path), join(to, path))
  copyPackages(from, to)
  const node = linkOwnNode(to) ?? process.execPath
  if (account !== undefined) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, to])
  return node
}
