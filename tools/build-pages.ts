// Builds the pages into web/dist when what they are made of has changed: once after a clone, not again until then.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = dirname(import.meta.dirname)

/** All that a page is built from. */
const madeOf = [
  'web/src',
  'web/public',
  'web/index.html',
  'tools/vite.config.ts',
  'core/src',
  'package-lock.json',
]

const filesUnder = (path: string): readonly string[] => {
  if (!existsSync(join(root, path))) return []
  const entries = readdirSync(join(root, path), { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

const isFile = (path: string): boolean => /\.[a-z]+$/.test(path)

/** One name for everything the pages are made of. */
export const nameOfSources = (): string => {
  const hash = createHash('sha256')
  const files = madeOf.flatMap((path) => (isFile(path) ? [join(root, path)] : filesUnder(path)))
  for (const path of files.filter((each) => !/\.test\.tsx?$/.test(each)).toSorted()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

export const pagesFolder = join(root, 'web', 'dist')
const stamp = join(pagesFolder, '.made-of')

const isBuilt = (name: string): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === name

const compressible = /\.(js|css|html|svg|json)$/

/** Beside each text its two compressed forms, so that serving it costs nothing. */
const compress = (): void => {
  for (const entry of readdirSync(pagesFolder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
  }
}

/** Builds the pages unless they stand as they would be built. True when they were built. */
export const buildPages = async (): Promise<boolean> => {
  const name = nameOfSources()
  if (isBuilt(name)) return false
  // Under a test the environment says so, and React would be built with all that it checks while one develops.
  process.env['NODE_ENV'] = 'production'
  const { build } = await import('vite')
  await build({ configFile: join(root, 'tools', 'vite.config.ts'), logLevel: 'error' })
  compress()
  // Last: a build that was broken off is none.
  writeFileSync(stamp, name)
  return true
}

if (import.meta.main) {
  const started = performance.now()
  // Standard output belongs to the command that follows.
  if (await buildPages())
    process.stderr.write(
      `Golden Thread: built the pages in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`,
    )
}
