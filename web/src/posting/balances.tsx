// What stands on the accounts of the whole practice, and the proof that both sides are equal.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { problemIn } from '../api/problem.ts'
import { Amount } from '../ui/amount.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Knot } from '../ui/knot.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { moneyText } from '../ui/money-text.ts'
import { Section } from '../ui/section.tsx'
import { type AccountRead, type OfAccount, type TrialBalance, accountsAsked } from './asked.ts'
import { type KindOfAccount, byKind, standsAt } from './ledger-words.ts'
import styles from './money.module.css'

interface Choosing {
  readonly chosen: OfAccount | null
  readonly onChoose: (account: OfAccount | null) => void
}

const isSame = (one: OfAccount | null, other: OfAccount): boolean =>
  one?.kind === other.kind && one.party === other.party

const Party = ({ account, chosen, onChoose }: Choosing & { readonly account: AccountRead }): ReactNode => {
  const inside = (
    <>
      <span>{account.partyName ?? account.party}</span>
      <span className={styles.amount}>
        <Amount cents={standsAt(account)} />
      </span>
    </>
  )
  if (account.kind === 'receivable-client' || account.kind === 'deposits-client')
    return (
      <Link to="/money/ledger" search={{ client: account.party }} className={styles.balance} data-inner>
        {inside}
      </Link>
    )
  return (
    <button
      type="button"
      className={styles.balance}
      data-inner
      aria-pressed={isSame(chosen, account)}
      onClick={() => onChoose(isSame(chosen, account) ? null : account)}
    >
      {inside}
    </button>
  )
}

/** Accounts that stand at nothing are left out where there are many. */
const Parties = ({ of, ...choosing }: Choosing & { readonly of: KindOfAccount }): ReactNode => {
  const standing = of.accounts.filter((account) => standsAt(account) !== 0)
  return (
    <ul>
      {standing.map((account) => (
        <li key={account.party}>
          <Party account={account} {...choosing} />
        </li>
      ))}
      {standing.length === 0 && <li className={styles.lead}>Nothing stands open.</li>}
    </ul>
  )
}

const Kind = ({ of, ...choosing }: Choosing & { readonly of: KindOfAccount }): ReactNode => {
  const [open, setOpen] = useState(false)
  const [only] = of.accounts
  const single = only !== undefined && only.party === ''
  const pressed = single && isSame(choosing.chosen, only)
  const act = (): void => (single ? choosing.onChoose(pressed ? null : only) : setOpen((was) => !was))
  return (
    <li>
      <button
        type="button"
        className={styles.balance}
        onClick={act}
        {...(single ? { 'aria-pressed': pressed } : { 'aria-expanded': open })}
      >
        <span>{of.label}</span>
        <span className={styles.amount}>
          <Amount cents={of.cents} />
        </span>
      </button>
      {open && <Parties of={of} {...choosing} />}
    </li>
  )
}

const Holds = ({ trial }: { readonly trial: TrialBalance }): ReactNode => {
  const { holds, entries, debits, credits } = trial
  return (
    <div className={styles.holds}>
      <Knot state={holds ? 'holds' : 'needs-you'} radius={8} label={holds ? 'holds' : 'needs you'} />
      <p>
        <strong>{holds ? 'Debits equal credits.' : 'Debits and credits differ.'}</strong>
        <br />
        {entries.toLocaleString('en-US')} entries, {moneyText(debits)}{' '}
        {holds ? 'each side' : `against ${moneyText(credits)}`}, difference {moneyText(debits - credits)}
      </p>
    </div>
  )
}

/** A row opens to those who stand behind it; one account shows its entries. */
export const Balances = (choosing: Choosing): ReactNode => {
  const asked = useQuery(accountsAsked)
  if (asked.isPending) return <LoadingRows kind="lines" rows={8} label="Fetching the balances." />
  if (asked.isError)
    return (
      <ErrorState
        failed="The balances did not load."
        safe={`${problemIn(asked.error).title} Nothing was changed.`}
        onAgain={() => void asked.refetch()}
      />
    )
  return (
    <Section title="Balances">
      <p className={styles.lead}>Whole practice, today</p>
      <ul>
        {byKind(asked.data.accounts).map((of) => (
          <Kind key={of.kind} of={of} {...choosing} />
        ))}
      </ul>
      <Holds trial={asked.data} />
    </Section>
  )
}
