// Lists the project's own files as git knows them: tracked, or new and not ignored.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.ts'

/**
 * Paths from `root`, sorted, fitting git's `patterns` (all when none). New files count, so that work is judged before
 * it is committed; in a clean checkout there are none. A tracked file that is gone from the disk is a deletion in hand.
 */
export const listFiles = async (root: string, ...patterns: readonly string[]): Promise<string[]> => {
  const flags = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns]
  const { status, output, complaint } = await runCommand(root, 'git', flags)
  if (status !== 0) throw new Error(`git could not list the files of the project: ${complaint.trim()}`)
  const listed = output.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
  return [...new Set(listed)].sort()
}
