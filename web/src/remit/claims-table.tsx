// The claims of a remittance: what was charged, agreed, owed and paid, and beneath each why.
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useState } from 'react'
import { Amount } from '../ui/amount.tsx'
import { DataTable, numberClass, rowLinkClass } from '../ui/data-table.tsx'
import { shortDay } from '../ui/day-words.ts'
import { Section } from '../ui/section.tsx'
import { linkClass } from '../ui/text-link.tsx'
import { Mono } from '../ui/type.tsx'
import { rowId, useRowKeys } from '../ui/use-row-keys.ts'
import type { RemittedClaim } from './asked.ts'
import { adjustmentWords, pricedWords } from './remittance-words.ts'
import styles from './remittance.module.css'

const heads = [
  { says: 'Charged', wide: true },
  { says: 'Contract', wide: true },
  { says: 'Client owes', wide: false },
  { says: 'Paid', wide: false },
]

/** Cells that a phone has no room for; what is beneath the row says the same. */
const wideClass: string = styles['wide'] ?? ''

const Why = ({ claim, id }: { readonly claim: RemittedClaim; readonly id: string }): ReactNode => (
  <tr id={id} className={styles.why}>
    <td colSpan={7}>
      <ul>
        <li>{pricedWords(claim)}</li>
        {claim.adjustments.map((each, at) => (
          <li key={at} className={styles.adjustment}>
            <span>{adjustmentWords(each)}</span>
            <Amount cents={each.amount} />
          </li>
        ))}
        {claim.adjustments.length === 0 && <li>Paid as charged: nothing was taken off.</li>}
        {claim.differences.map(({ says }) => (
          <li key={says}>{says}.</li>
        ))}
      </ul>
      <p className={styles.numbers}>
        {claim.claimId === null ? (
          <>
            They wrote claim <Mono>{claim.claimNumber}</Mono>
          </>
        ) : (
          <Link to="/claims" search={{ claim: claim.claimId }} className={linkClass}>
            Claim {claim.claimNumber}
          </Link>
        )}
        , their number <Mono>{claim.payerClaimNumber || '–'}</Mono>
      </p>
    </td>
  </tr>
)

interface RowProps {
  readonly claim: RemittedClaim
  readonly id: string
  readonly open: boolean
  readonly at: number
  readonly onOpen: () => void
}

const Row = ({ claim, id, open, at, onOpen }: RowProps): ReactNode => {
  const { clientName, lines } = claim
  const name =
    clientName === null ? `No claim of yours: ${claim.claimNumber}` : `${clientName.first} ${clientName.last}`
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          id={rowId('claims', at)}
          className={`${rowLinkClass} ${styles.opener}`}
          aria-expanded={open}
          aria-controls={id}
          onClick={onOpen}
        >
          {name}
        </button>
        {claim.kind !== 'answer' && <span className={styles.tag}>{claim.kind}</span>}
      </th>
      <td>{claim.day === null ? '–' : shortDay(claim.day)}</td>
      <td className={wideClass}>{[...new Set(lines.map(({ procedure }) => procedure))].join(', ')}</td>
      <td className={`${numberClass} ${wideClass}`}>
        <Amount cents={claim.charge} />
      </td>
      <td className={`${numberClass} ${wideClass}`}>
        {claim.contract === null ? '–' : <Amount cents={claim.contract} />}
      </td>
      <td className={numberClass}>
        <Amount cents={owedByClient(claim)} />
      </td>
      <td className={numberClass}>
        <Amount cents={claim.paid} strong />
      </td>
    </tr>
  )
}

/** What stands under PR and may be asked of the client. */
const owedByClient = ({ adjustments }: RemittedClaim): number =>
  adjustments.filter((each) => each.clientMayBeBilled).reduce((sum, { amount }) => sum + amount, 0)

/** Rows open to the reasons beneath them; J, K and Enter go through them. */
export const ClaimsTable = ({ claims }: { readonly claims: readonly RemittedClaim[] }): ReactNode => {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const toggle = (at: number): void =>
    setOpen((now) => new Set(now.has(at) ? [...now].filter((each) => each !== at) : [...now, at]))
  useRowKeys('claims', claims.length, 'claim')
  return (
    <Section title={`Claims, ${claims.length}`} end="open one for its reasons">
      <DataTable label="Claims of this remittance" dense>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Date</th>
            <th scope="col" className={wideClass}>
              Code
            </th>
            {heads.map(({ says, wide }) => (
              <th key={says} scope="col" className={wide ? `${numberClass} ${wideClass}` : numberClass}>
                {says}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {claims.map((claim, at) => (
            <Fragment key={at}>
              <Row claim={claim} id={`why-${at}`} open={open.has(at)} at={at} onOpen={() => toggle(at)} />
              {open.has(at) && <Why claim={claim} id={`why-${at}`} />}
            </Fragment>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}
