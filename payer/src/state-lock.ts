// One payer a folder: two would give the same numbers to different claims. The lock names its holder, and a dead holder's is taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface Holder {
  readonly pid: number
  /** When that process began, in the system's own count, so that a new process under an old number is not taken for it. */
  readonly began: string
}

/** `began` of a living process; null when there is none, `''` when the system does not tell. */
const beganOf = (pid: number): string | null => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  try {
    // Fields after the name in brackets: the state is the first, the start the twentieth (proc(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : (fields[19] ?? '')
  } catch {
    return ''
  }
}

const isAlive = ({ pid, began }: Holder): boolean => {
  const found = beganOf(pid)
  return found !== null && (found === '' || began === '' || found === began)
}

const readHolder = (file: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

const take = (file: string): boolean => {
  const own: Holder = { pid: process.pid, began: beganOf(process.pid) ?? '' }
  try {
    writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Takes the folder; gives what lets it go. Throws with one sentence when a living process holds it. */
export const holdFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'lock')
  const release = (): void => rmSync(file, { force: true })
  if (take(file)) return release
  const holder = readHolder(file)
  if (holder !== null && isAlive(holder))
    throw new Error(`The stand-in payer's folder is held by process ${holder.pid}.`)
  // Of two that find a dead holder, one moves the lock away; the other moves the winner's, sees that it lives, and puts it back.
  const aside = `${file}-${process.pid}`
  renameSync(file, aside)
  const moved = readHolder(aside)
  if (moved !== null && isAlive(moved)) {
    renameSync(aside, file)
    throw new Error(`The stand-in payer's folder is held by process ${moved.pid}.`)
  }
  rmSync(aside, { force: true })
  if (!take(file)) throw new Error("The stand-in payer's folder was just taken by another process.")
  return release
}
