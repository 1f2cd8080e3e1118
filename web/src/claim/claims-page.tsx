// Claims: the lists of what waits for somebody, the claims of one, and one claim with all that happened to it.
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { zoneOf, useMe } from '../people/me.ts'
import { useTitle } from '../ui/use-title.ts'
import { ClaimAside } from './claim-aside.tsx'
import { ClaimLists } from './claim-lists.tsx'
import { countsAsked, denialsAsked, listAsked } from './claim-queries.ts'
import { type ListName, firstList, isListName } from './lists.ts'
import { ListMiddle } from './list-middle.tsx'
import { dayIn } from './moment-text.ts'
import { useListKeys } from './use-list-keys.ts'
import styles from './claim.module.css'

/** Which of the three columns a narrow window shows. */
const columnAt = (list: string | undefined, claim: string | undefined): 'lists' | 'list' | 'claim' =>
  claim !== undefined ? 'claim' : list !== undefined ? 'list' : 'lists'

export const ClaimsPage = (): ReactNode => {
  useTitle('Claims')
  const search = useSearch({ from: '/inside/claims' })
  const navigate = useNavigate()
  const isWide = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false }) ?? true
  const today = dayIn(Date.now(), zoneOf(useMe()))
  const counts = useQuery(countsAsked)
  const denials = useQuery(denialsAsked)
  const counted = counts.data?.items ?? []
  const asked = isListName(search.list) ? search.list : null
  const list: ListName | null = asked ?? (counts.data === undefined ? null : firstList(counted))
  const works = useQuery({ ...listAsked(list ?? 'rejected'), enabled: list !== null })
  const items = works.data?.items ?? []
  const chosen = search.claim ?? (isWide ? (items[0]?.claim.id ?? null) : null)
  const open = (claim: string, replace: boolean): void =>
    void navigate({
      to: '/claims',
      search: { ...(list === null ? {} : { list }), claim },
      replace,
      resetScroll: false,
    })
  useListKeys({ ids: items.map(({ claim }) => claim.id), chosen, isWide, open })
  return (
    <div className={styles.page} data-at={columnAt(search.list, search.claim)}>
      <ClaimLists counts={counts.data?.items ?? null} chosen={list} denials={denials.data ?? null} />
      <ListMiddle
        list={list}
        works={works}
        counts={counts}
        denials={denials.data ?? null}
        chosen={chosen}
        today={today}
      />
      <ClaimAside
        claimId={chosen}
        list={list}
        today={today}
        state={
          works.isError || counts.isError
            ? 'failed'
            : works.data === undefined
              ? 'coming'
              : items.length > 0
                ? 'there'
                : 'empty'
        }
        onDone={(id) => open(id, false)}
      />
    </div>
  )
}
