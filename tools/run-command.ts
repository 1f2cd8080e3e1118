// Runs a command of the house to its end and hands back what it said.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** What a finished command left: its exit status (a signal counts as 1), both outputs, and the seconds it took. */
export type Finished = {
  readonly status: number
  readonly output: string
  readonly complaint: string
  readonly seconds: number
}

// Run inside a git hook, git would look at the hook's repository instead of the folder it is started in; and tools
// colour what goes into a pipe when they see CI.
const calm = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('GIT_') && name !== 'FORCE_COLOR'),
  ),
  NO_COLOR: '1',
})

/** Where npm put the start file of a package's command, which every platform can hand to Node. */
export const commandFile = (root: string, ...path: readonly string[]): string =>
  join(root, 'node_modules', ...path)

/** Runs `command` in `folder` without standard input; a command that cannot be started is a broken house and throws. */
export const runCommand = (
  folder: string,
  command: string,
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, given, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...calm(process.env), ...environment },
    })
    const output: Buffer[] = []
    const complaint: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => output.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => complaint.push(bytes))
    child.on('error', reject)
    child.on('close', (status) =>
      resolve({
        status: status ?? 1,
        output: Buffer.concat(output).toString('utf8'),
        complaint: Buffer.concat(complaint).toString('utf8'),
        seconds: (performance.now() - started) / 1000,
      }),
    )
  })

/** Runs a JavaScript file under this same Node, which is 24 or newer. */
export const runNode = (
  folder: string,
  file: string,
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> => runCommand(folder, process.execPath, [file, ...given], environment)

// The machines this runs on have two cores at least.
const sideBySide = 2

/** Runs `act` on each of a list, two at once, and hands the results back in the list's order. */
export const eachOf = async <Given, Made>(
  list: readonly Given[],
  act: (given: Given) => Promise<Made>,
): Promise<Made[]> => {
  const waiting = [...list.entries()]
  const made: Made[] = []
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      made[next[0]] = await act(next[1])
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  return made
}
