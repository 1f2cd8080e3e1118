// A real Chromium for the stories: the one named by CHROMIUM, the system's, or the one inside an npm package.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const systemPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const run = promisify(execFile)

/** Where the program lies, and what it needs around it. */
export interface BrowserProgram {
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
}

const isRoot = process.getuid?.() === 0

// The package unpacks into the folder for temporary files and takes a half-written program there for a whole one.
// So a process of its own unpacks into a fresh folder, which takes its name only when it is whole.
const unpack = `
  const { inflate } = await import(process.env.PACKED_WITH)
  const { join } = await import('node:path')
  await Promise.all(['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    .map((each) => inflate(join(process.env.PACKED_IN, each))))
`

// The package's own settings name a folder of another machine, and with no font at all a text field ends the browser.
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`

const unpackOnce = async (folder: string, packedWith: string, packedIn: string): Promise<void> => {
  if (existsSync(folder)) return
  const fresh = await mkdtemp(`${folder}-`)
  const environment = { ...process.env, TMPDIR: fresh, PACKED_WITH: packedWith, PACKED_IN: packedIn }
  try {
    await run(process.execPath, ['--input-type=module', '-e', unpack], { env: environment })
    await writeFile(join(fresh, 'fonts.conf'), fontSettings(folder))
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Another process was sooner: its folder is as good as this one.
    if (!existsSync(folder)) throw error
  }
}

const libraryFolderOf = async (folder: string): Promise<string> => {
  const found = await readdir(join(folder, 'al2023'), { recursive: true, withFileTypes: true })
  return found.find((each) => each.name.includes('.so'))?.parentPath ?? join(folder, 'al2023', 'lib')
}

const packedBrowser = async (): Promise<BrowserProgram> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const home = join(entry, '..', '..')
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `golden-thread-chromium-${version}-${process.getuid?.() ?? 0}`)
  await unpackOnce(folder, pathToFileURL(entry).href, join(home, 'bin'))
  const libraries = [await libraryFolderOf(folder), process.env['LD_LIBRARY_PATH'] ?? '']
  return {
    program: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: libraries.filter((each) => each !== '').join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

/** The Chromium of this machine: CHROMIUM when set, then the system's, then the packed one, unpacked once a machine. */
export const findBrowser = async (): Promise<BrowserProgram> => {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') return { program: named, environment: {} }
  const system = systemPlaces.find((place) => existsSync(place))
  return system === undefined ? packedBrowser() : { program: system, environment: {} }
}

/** A headless Chromium. Whoever launches it closes it; its pages keep nothing once it is closed. */
export const launchBrowser = async (): Promise<Browser> => {
  const { program, environment } = await findBrowser()
  const inherited = Object.entries(process.env).filter(
    (each): each is [string, string] => each[1] !== undefined,
  )
  return chromium.launch({
    executablePath: program,
    // Root may not use Chromium's sandbox; shared memory is small in many containers.
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...Object.fromEntries(inherited), ...environment },
  })
}
