// Names this tab across reloads, and tells which tabs of this machine are open: what a closed one left is taken over.

const nameKey = 'golden-thread.tab'
const lockName = (tab: string): string => `golden-thread.tab.${tab}`

/** Holds a lock of the browser as long as the tab lives; false when another tab has it. */
const hold = (tab: string): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request(lockName(tab), { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => undefined)
    })
  })

const named = (): string | null => {
  try {
    return sessionStorage.getItem(nameKey)
  } catch {
    return null
  }
}

const rename = (tab: string): void => {
  try {
    sessionStorage.setItem(nameKey, tab)
  } catch {
    // A browser that keeps nothing gives the tab a new name at each load.
  }
}

const find = async (): Promise<string> => {
  const before = named()
  // A tab that was doubled has the name of the one it was doubled from, which holds it.
  if (before !== null && (await hold(before))) return before
  const tab = crypto.randomUUID()
  rename(tab)
  await hold(tab)
  return tab
}

let found: Promise<string> | null = null

/** This tab's name: the same after a reload, another in each tab. */
export const thisTab = (): Promise<string> => {
  found ??= find()
  return found
}

/** The names of the tabs that are open. */
export const openTabs = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query()
  const prefix = lockName('')
  return new Set(
    held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  )
}
