// What is typed stays, whatever is lost on the way: answers, the server, the tab, the moment between two writers.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { away, problemError, problemOf } from '../api/problem.ts'
import type { Base } from './base.ts'
import { type Desk, openDesk } from './desk.ts'
import { opening } from './desk-state.ts'
import { writeSection } from './edit-draft.ts'
import { type Draft, tidied } from './parts.ts'
import { type Kept, keptFrom, restored } from './restore-desk.ts'
import type { Sent } from './send-draft.ts'

const empty: Draft = {
  template: 'soap',
  recorded: { start: null } as Draft['recorded'],
  sections: {},
  picks: {},
  diagnoses: [],
}

type Mood = 'well' | 'away' | 'answer-lost'

/** A server that keeps one draft as the real one does: by version, its texts trimmed. */
const makeServer = () => {
  let held: Base = { version: 1, draft: empty }
  let mood: Mood = 'well'
  const put = (version: number, { note }: Sent): { readonly version: number } => {
    if (version !== held.version) throw problemError(problemOf(409, { code: 'stale', title: 'It moved on.' }))
    held = { version: version + 1, draft: tidied(note) }
    return { version: held.version }
  }
  return {
    held: () => held,
    become: (next: Mood) => {
      mood = next
    },
    put,
    save: async (version: number, sent: Sent) => {
      if (mood === 'away') throw problemError(away)
      const answer = put(version, sent)
      if (mood === 'answer-lost') throw problemError(away)
      return answer
    },
    read: async (): Promise<Base> => {
      if (mood === 'away') throw problemError(away)
      return held
    },
  }
}

type Server = ReturnType<typeof makeServer>

/** A machine that keeps what it is given, over the death of tabs. */
const makeMachine = () => {
  let kept: Kept | null = null
  return { keep: (next: Kept) => (kept = JSON.parse(JSON.stringify(next)) as Kept), kept: () => kept }
}

type Machine = ReturnType<typeof makeMachine>

const open = (server: Server, machine: Machine): Desk =>
  openDesk(
    restored(server.held(), { own: machine.kept(), others: [] }, { kind: 'saved', at: '' }, Date.now()),
    {
      save: (version, sent) => server.save(version, sent),
      read: server.read,
      keep: async (state) => {
        machine.keep(keptFrom(state, 0))
      },
      tell: () => undefined,
      onClosed: () => undefined,
      now: () => Date.now(),
      clock: () => 'now',
    },
  )

const type = (desk: Desk, words: string, section = 'plan'): void => {
  for (const letter of words)
    desk.change((draft) => writeSection(draft, section, (draft.sections[section] ?? '') + letter), 'typing')
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the desk of a note', () => {
  test('sends what was typed within a second, and says so', async () => {
    const server = makeServer()
    const desk = open(server, makeMachine())
    type(desk, 'Weekly.')
    await vi.advanceTimersByTimeAsync(999)
    expect(server.held().draft.sections).toEqual({ plan: 'Weekly.' })
    expect(desk.now().saved).toEqual({ kind: 'saved', at: 'now' })
  })

  test('an answer that was lost makes no second author', async () => {
    const server = makeServer()
    const desk = open(server, makeMachine())
    server.become('answer-lost')
    type(desk, 'Week')
    await vi.advanceTimersByTimeAsync(900)
    server.become('well')
    type(desk, 'ly, by video.')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(desk.now().conflicts).toEqual([])
    expect(desk.now().heard).toBeNull()
    expect(server.held().draft.sections).toEqual({ plan: 'Weekly, by video.' })
  })

  test('a server that is away is waited for, and gets it all by itself', async () => {
    const server = makeServer()
    const desk = open(server, makeMachine())
    server.become('away')
    type(desk, 'Weekly.')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(desk.now().saved.kind).toBe('kept')
    await expect(desk.flush()).rejects.toThrow('kept on this machine')
    server.become('well')
    await vi.advanceTimersByTimeAsync(9_000)
    expect(server.held().draft.sections).toEqual({ plan: 'Weekly.' })
    expect(desk.now().saved.kind).toBe('saved')
  })

  test('a key pressed while the other version is being read stays', async () => {
    const server = makeServer()
    const machine = makeMachine()
    const desk = openDesk(opening(server.held(), { kind: 'saved', at: '' }), {
      save: (version, sent) => server.save(version, sent),
      read: async () => {
        type(desk, 'n')
        return server.held()
      },
      keep: async (state) => void machine.keep(keptFrom(state, 0)),
      tell: () => undefined,
      onClosed: () => undefined,
      now: () => Date.now(),
      clock: () => 'now',
    })
    server.put(1, { note: { ...empty, sections: { subjective: 'In the first tab.' } }, confirmed: null })
    type(desk, 'In the seco')
    await vi.advanceTimersByTimeAsync(900)
    type(desk, 'd tab.')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.held().draft.sections).toEqual({
      plan: 'In the second tab.',
      subjective: 'In the first tab.',
    })
  })

  test('what is typed on while two versions stand is in the note, and the other is at the server until one is chosen', async () => {
    const server = makeServer()
    const desk = open(server, makeMachine())
    server.put(1, { note: { ...empty, sections: { plan: 'Every other week.' } }, confirmed: null })
    type(desk, 'Weekly')
    await vi.advanceTimersByTimeAsync(900)
    type(desk, ', by video.')
    type(desk, 'Slept.', 'subjective')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(desk.now().draft.sections['plan']).toBe('Weekly, by video.')
    expect(server.held().draft.sections).toEqual({ plan: 'Every other week.', subjective: 'Slept.' })
    await expect(desk.flush()).rejects.toThrow('two ways')
    desk.settle('sections.plan', null)
    await desk.flush()
    expect(server.held().draft.sections).toEqual({ plan: 'Weekly, by video.', subjective: 'Slept.' })
  })

  test('undo after a reload takes back what was typed before it', async () => {
    const [server, machine] = [makeServer(), makeMachine()]
    const before = open(server, machine)
    type(before, 'Weekly.')
    await vi.advanceTimersByTimeAsync(1_000)
    before.close()
    const after = open(server, machine)
    after.step('undo')
    expect(after.now().draft.sections).toEqual({})
  })
})

describe('no word is lost', () => {
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('type' as const), ms: fc.integer({ min: 0, max: 900 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('kill-tab' as const), ms: fc.integer({ min: 0, max: 600 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom<Mood>('well', 'away', 'answer-lost'),
        ms: fc.integer({ min: 0, max: 3_000 }),
      }),
    },
  )

  test('over any moments at which tab and server die, the note ends as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const [server, machine] = [makeServer(), makeMachine()]
        let desk = open(server, machine)
        let typed = ''
        for (const [index, { do: what, ms }] of acts.entries()) {
          if (what === 'type') {
            const word = `${index % 5 === 4 ? '\n' : ''}word${index} `
            type(desk, word)
            typed += word
          } else if (what === 'kill-tab') {
            // The letter was kept in the moment it was typed; nothing else is done by a dead tab.
            await vi.advanceTimersByTimeAsync(0)
            desk.close()
            desk = open(server, machine)
          } else server.become(what)
          await vi.advanceTimersByTimeAsync(ms)
        }
        server.become('well')
        desk.retry()
        await vi.advanceTimersByTimeAsync(30_000)
        expect(desk.now().conflicts).toEqual([])
        expect(server.held().draft.sections['plan'] ?? '').toBe(typed.trim())
        desk.close()
      }),
      { numRuns: 150 },
    )
  })

  test('a desk that was never typed at sends nothing', async () => {
    const server = makeServer()
    openDesk(opening(server.held(), { kind: 'saved', at: '' }), {
      save: () => Promise.reject(new Error('nothing was to be sent')),
      read: server.read,
      keep: async () => undefined,
      tell: () => undefined,
      onClosed: () => undefined,
      now: () => Date.now(),
      clock: () => 'now',
    }).retry()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(server.held().version).toBe(1)
  })
})
