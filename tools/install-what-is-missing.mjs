// Runs `npm ci` when what is installed differs from package-lock.json; plain JavaScript that Node 20 understands.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Everything is said on standard error: standard output belongs to the command that follows.
const say = (sentence) => process.stderr.write(`Golden Thread: ${sentence}\n`)

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

/**
 * Says why the packages under `root` have to be installed, or undefined when they need not be.
 * npm writes node_modules/.package-lock.json as the last step of an install, so a broken-off install has none
 * and every package named there was whole once; optional packages of other machines are rightly absent.
 */
export const whatIsMissing = (root) => {
  const wanted = readJson(join(root, 'package-lock.json'))
  if (wanted === undefined)
    throw new Error('package-lock.json is not there; take it from the repository again.')
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return 'nothing is installed yet'
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '') continue
    const found = installed.packages[path]
    if (found === undefined && entry.optional) continue
    if (found === undefined) return `${path} is not installed`
    if (found.version !== entry.version || found.integrity !== entry.integrity) return `${path} has changed`
    if (!existsSync(join(root, path))) return `${path} has gone`
  }
  return undefined
}

// npm is run by the Node it came with: `npm ci` deletes node_modules, and with it our own Node 24.
const npmCommand = (environment) => {
  const { npm_node_execpath: node, npm_execpath: npm } = environment
  return node !== undefined && npm !== undefined && existsSync(npm) ? [node, npm] : ['npm']
}

const withoutOurOwn = (path, root) =>
  path
    .split(delimiter)
    .filter((folder) => !folder.startsWith(join(root, 'node_modules')))
    .join(delimiter)

const install = (root) => {
  const [command, ...first] = npmCommand(process.env)
  // Warnings stay silent: npm's own Node may be older than packages wish, but they never run under it.
  // No package's own script is run: nothing here needs one, and some would call for a compiler.
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  return spawnSync(command, [...first, 'ci', ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PATH: withoutOurOwn(process.env.PATH ?? '', root) },
    shell: process.platform === 'win32',
  })
}

const hasNode24 = (root) =>
  Number(process.versions.node.split('.')[0]) >= 24 || existsSync(join(root, 'node_modules', '.bin', 'node'))

const run = (root) => {
  const reason = whatIsMissing(root)
  if (reason !== undefined) {
    say(`installing packages, as ${reason}.`)
    const { status, error } = install(root)
    if (status !== 0) {
      say(
        `the packages could not be installed (npm ci ${error ? `did not start: ${error.code}` : `ended with status ${status}`}); ` +
          'read what npm says above, see that the npm registry can be reached, and run the same command again.',
      )
      return status || 1
    }
  }
  if (!hasNode24(root)) {
    say(
      'no Node 24 comes as a package for this machine (macOS is one such); install Node 24 or newer yourself.',
    )
    return 1
  }
  return 0
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))
) {
  try {
    process.exitCode = run(dirname(dirname(realpathSync(fileURLToPath(import.meta.url)))))
  } catch (fault) {
    say(fault.message)
    process.exitCode = 1
  }
}
