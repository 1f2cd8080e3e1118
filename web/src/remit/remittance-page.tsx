// One remittance: whether it balances, its claims with their reasons, and what of it a person looks at.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, notFound, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { problemIn } from '../api/problem.ts'
import { weekDay } from '../ui/day-words.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { minus, moneyText } from '../ui/money-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Proof } from '../ui/proof.tsx'
import { linkClass } from '../ui/text-link.tsx'
import { PageLead, PageTitle } from '../ui/type.tsx'
import { usePrimaryAct } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { type RemittanceRead, bankedAsked, remittanceAsked, unappliedAsked } from './asked.ts'
import { ClaimsTable } from './claims-table.tsx'
import { LookAtThese } from './look-at.tsx'
import { PostFileSheet } from './post-file-sheet.tsx'
import { lookAtThese, proofsOf, termsOf } from './remittance-words.ts'
import styles from './remittance.module.css'

const methods: Readonly<Record<string, string>> = { ACH: 'EFT', CHK: 'check', NON: 'no payment', FWT: 'wire' }

interface HeadProps {
  readonly read: RemittanceRead
  readonly onPost: () => void
}

const Head = ({ read: { remittance, method }, onPost }: HeadProps): ReactNode => (
  <div className={styles.head}>
    <div>
      <Link to="/remittances" className={linkClass}>
        Remittances
      </Link>
      <div className={styles.title}>
        <PageTitle>{remittance.payerName ?? 'Payer not named'}</PageTitle>
        <PageLead>
          {moneyText(remittance.paid)}, {methods[method] ?? method} {remittance.trace},{' '}
          {weekDay(remittance.day)}
        </PageLead>
      </div>
    </div>
    <div className={styles.acts}>
      <Link to="/money/ledger" search={{ remittance: remittance.id }} className={linkClass}>
        Its entries
      </Link>
      <Button variant="default" component="a" href={`/api/remit/files/${remittance.fileId}/bytes`}>
        835 as text
      </Button>
      {remittance.status === 'refused' && (
        <Button
          onClick={onPost}
          rightSection={<Kbd keys="Ctrl ↵" onAction />}
          aria-keyshortcuts="Control+Enter"
        >
          Post the whole file
        </Button>
      )}
    </div>
  </div>
)

const WhyRefused = ({ read }: { readonly read: RemittanceRead }): ReactNode => (
  <Notice kind="needs-you" title="Nothing of it is posted but its deposit.">
    <ul>
      {read.remittance.findings.map(({ says, code }) => (
        <li key={code + says}>{says.replaceAll('-$', `${minus}$`)}</li>
      ))}
    </ul>
    Ask the payer to send it right: then it is posted by itself. Or post what balances, and let the difference
    stand in suspense.
  </Notice>
)

const noteOf = (balances: boolean, isRefused: boolean): string => {
  if (balances) return 'Proved before anything was posted'
  return isRefused
    ? 'Each difference stands beside its proof'
    : 'Posted on a person’s word; the difference stands in suspense'
}

const Body = ({ read }: { readonly read: RemittanceRead }): ReactNode => {
  const { id, status, payerName } = read.remittance
  const [posting, setPosting] = useState(false)
  const unapplied = useQuery(unappliedAsked(id)).data ?? []
  const banked = useQuery(bankedAsked(id)).data ?? null
  const isRefused = status === 'refused'
  usePrimaryAct('Post the whole file', isRefused ? () => setPosting(true) : null)
  const balances = read.proof.holds
  return (
    <>
      <Head read={read} onPost={() => setPosting(true)} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {isRefused && <WhyRefused read={read} />}
          <Proof
            title={balances ? 'It balances to the cent' : 'It does not balance'}
            note={noteOf(balances, isRefused)}
            terms={termsOf(read, payerName ?? 'The payer', banked)}
            proofs={proofsOf(read)}
          />
          <ClaimsTable claims={read.claims} />
        </div>
        <LookAtThese looks={lookAtThese(read, unapplied)} isPosted={!isRefused} />
      </div>
      {posting && <PostFileSheet remittanceId={id} onClose={() => setPosting(false)} />}
    </>
  )
}

export const RemittancePage = (): ReactNode => {
  useTitle('Remittance')
  const { remittanceId } = useParams({ from: '/inside/remittances/$remittanceId' })
  const asked = useQuery(remittanceAsked(remittanceId))
  if (asked.isPending) return <LoadingRows kind="table" rows={10} label="Fetching the remittance." />
  if (asked.isError) {
    const { kind, title } = problemIn(asked.error)
    if (kind === 'not-found') throw notFound()
    return (
      <>
        <PageTitle>Remittance</PageTitle>
        <ErrorState
          failed="The remittance did not load."
          safe={`${title} Nothing was changed or posted.`}
          onAgain={() => void asked.refetch()}
        />
      </>
    )
  }
  return <Body read={asked.data} />
}
