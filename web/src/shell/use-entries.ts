// The entries of the palette: acts of this machine, sessions of today, pages, and what the server finds.
import { useMantineColorScheme } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { Me } from '../people/me.ts'
import { leave, lockNow } from '../people/sitting.ts'
import { turnLetters } from '../ui/key-acts.ts'
import { useLetters } from '../ui/use-keys.ts'
import { showOverlay } from './overlay-store.ts'
import { type Role, pagesOfRole } from './pages-of-role.ts'
import {
  type Entry,
  type EntryGroup,
  birthText,
  dayText,
  groupsOf,
  hourText,
  matches,
  pageEntries,
} from './palette-entries.ts'
import { type ClaimFound, type ClientFound, type SessionFound, useFound } from './use-found.ts'

type Go = ReturnType<typeof useRouter>['navigate']

const statusWords: Readonly<Record<ClaimFound['status'], string>> = {
  held: 'held',
  filed: 'not sent yet',
  batched: 'on its way',
  sent: 'on its way',
  accepted: 'accepted',
  rejected: 'rejected',
  answered: 'answered',
  void: 'withdrawn',
}

const sessionEntry = (session: SessionFound, go: Go): Entry & { readonly isAct: boolean } => {
  const { id, client, start, links } = session
  const isAct = links.some(({ name, state }) => name === 'note' && state !== 'holds')
  const who = client.chosenName ?? client.name
  return {
    id: `session ${id}`,
    says: `${isAct ? 'Wrap up ' : ''}${who}, today ${hourText(start)}`,
    isAct,
    run: () => void go({ to: '/sessions/$sessionId', params: { sessionId: id } }),
  }
}

const clientEntry = ({ id, client: { name, birthDate } }: ClientFound, go: Go): Entry => ({
  id: `client ${id}`,
  says: `${name.first} ${name.last}`,
  beside: `client, born ${birthText(birthDate)}`,
  run: () => void go({ to: '/clients/$clientId', params: { clientId: id } }),
})

const claimEntry = ({ id, claimNumber, clientName, day, status }: ClaimFound, go: Go): Entry => ({
  id: `claim ${id}`,
  says: `Claim ${claimNumber}, ${clientName.first} ${clientName.last}, ${dayText(day)}`,
  beside: statusWords[status],
  run: () => void go({ to: '/claims', search: { claim: id } }),
})

const useActs = (): readonly Entry[] => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const areOn = useLetters()
  const themes = [
    ['dark', 'Dark theme'],
    ['light', 'Light theme'],
    ['auto', 'Theme as this machine has it'],
  ] as const
  return [
    { id: 'lock', says: 'Lock the screen', keys: 'Ctrl l', run: () => void lockNow() },
    { id: 'keys', says: 'Show the keys of this screen', keys: '?', run: () => showOverlay('keys') },
    ...themes
      .filter(([scheme]) => scheme !== colorScheme)
      .map(([scheme, says]) => ({ id: scheme, says, run: () => setColorScheme(scheme) })),
    {
      id: 'letters',
      says: areOn ? 'Turn single-letter keys off' : 'Turn single-letter keys on',
      run: () => turnLetters(!areOn),
    },
    // A server that is not reached is told of by the bar.
    { id: 'leave', says: 'Sign out', run: () => void leave().catch(() => undefined) },
  ]
}

export interface Offered {
  readonly groups: readonly EntryGroup[]
  readonly isLooking: boolean
  readonly failed: boolean
}

/** What is offered for what was typed. A biller opens no session: its note is not theirs to read. */
export const useEntries = (me: Me, role: Role, typed: string): Offered => {
  const router = useRouter()
  const found = useFound(typed)
  const acts = useActs()
  const go = router.navigate
  const sessions = role === 'biller' || (role === 'owner' && me.providerId === null) ? [] : found.today
  const ofToday = sessions
    .map((session) => sessionEntry(session, go))
    .filter(({ says }) => matches(typed, says))
  const isBlank = typed.trim() === ''
  const waiting = ofToday.filter(({ isAct }) => isAct).slice(0, isBlank ? 3 : 6)
  const pages = pageEntries(pagesOfRole(role), (to) => void go({ to }))
  const fits = ({ says }: Entry): boolean => matches(typed, says)
  const places = [
    ...found.clients.map((client) => clientEntry(client, go)),
    ...found.claims.map((claim) => claimEntry(claim, go)),
    ...(isBlank ? [] : ofToday.filter(({ isAct }) => !isAct)),
    ...pages.filter(fits),
  ]
  return {
    isLooking: found.isLooking,
    failed: found.failed,
    groups: groupsOf([...waiting, ...acts.filter(fits)], places, isBlank && waiting.length === 0),
  }
}
