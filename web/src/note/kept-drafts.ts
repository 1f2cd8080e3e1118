// What is kept of drafts on this machine: one locked record a note and tab, in the browser's own database.
import type { Locked } from './keep-box.ts'

interface Row extends Locked {
  /** Note and tab. */
  readonly id: string
  readonly noteId: string
  readonly tab: string
  /** Milliseconds. */
  readonly at: number
}

const databaseName = 'golden-thread'
const storeName = 'drafts'

const done = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('the browser keeps nothing'))
  })

const committed = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error ?? new Error('the browser kept nothing'))
    tx.onerror = () => reject(tx.error ?? new Error('the browser kept nothing'))
  })

const open = (): Promise<IDBDatabase> => {
  const asked = indexedDB.open(databaseName, 1)
  asked.onupgradeneeded = () => {
    const store = asked.result.createObjectStore(storeName, { keyPath: 'id' })
    store.createIndex('note', 'noteId')
  }
  return done(asked)
}

let opened: Promise<IDBDatabase> | null = null

const database = (): Promise<IDBDatabase> => {
  opened ??= open().then((made) => {
    made.onclose = () => {
      opened = null
    }
    return made
  })
  opened.catch(() => {
    opened = null
  })
  return opened
}

const write = async (act: (store: IDBObjectStore) => void): Promise<void> => {
  const tx = (await database()).transaction(storeName, 'readwrite')
  act(tx.objectStore(storeName))
  // Asked for at once, so that a tab that dies in the next moment has it committed all the same.
  tx.commit()
  await committed(tx)
}

const rowId = (noteId: string, tab: string): string => `${noteId}/${tab}`

export const putKept = (noteId: string, tab: string, at: number, { nonce, bytes }: Locked): Promise<void> =>
  write((store) => store.put({ id: rowId(noteId, tab), noteId, tab, at, nonce, bytes } satisfies Row))

/** What tabs kept of a note, the newest first. */
export const keptOf = async (noteId: string): Promise<readonly Row[]> => {
  const tx = (await database()).transaction(storeName, 'readonly')
  const rows = await done(tx.objectStore(storeName).index('note').getAll(noteId) as IDBRequest<Row[]>)
  return rows.toSorted((one, other) => other.at - one.at)
}

export const dropKept = (noteId: string, tabs: readonly string[]): Promise<void> =>
  write((store) => {
    for (const tab of tabs) store.delete(rowId(noteId, tab))
  })
